import { limits } from '../limits.ts';
import { attributeOf } from '../xlsx/xml-text.ts';
import { after, appended, entriesOf, firstEntries, type List, lists } from './style-lists.ts';
import { Unpatchable } from './unpatchable.ts';
import { childrenOf, insertBefore, prefixOf, type Splice, spliced, withAttribute } from './xml-edit.ts';
import { escapeXml, namespaces } from './xml-write.ts';

/** How a cell of ours looks. Colours are `RRGGBB`. */
export type CellStyle = {
  /** A number format code. */
  format?: string;
  bold?: true;
  italic?: true;
  underline?: true;
  /** In points; 11 where none is given. */
  size?: number;
  colour?: string;
  fill?: string;
  border?: true;
  wrap?: true;
  align?: 'left' | 'center' | 'right';
  /** May be changed on a protected sheet. */
  unlocked?: true;
  /** Its content is a text and stays one when it is edited, whatever it begins with. */
  quoted?: true;
};

/** The least that a workbook's styles hold. */
export const plainStyles = `<styleSheet xmlns="${namespaces.main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Adds cell styles to a workbook's own; what is there keeps its number and its text. */
export class StyleAdditions {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #existing: Record<List, string[]>;
  readonly #added: Record<List, string[]> = {
    numFmts: [],
    fonts: [],
    fills: [],
    borders: [],
    cellStyleXfs: [],
    cellXfs: [],
  };
  readonly #known = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#prefix = prefixOf(xml);
    this.#existing = entriesOf(xml);
    for (const list of lists) {
      if (this.#existing[list].length > 0 || !firstEntries[list]) continue;
      // One entry, or the two fills that every workbook begins with.
      for (const entry of (firstEntries[list] as string).split(/(?<=<\/fill>)(?=<fill>)/)) {
        this.#add(list, entry);
      }
    }
  }

  /** The number of a style that is another one with a fill of this colour, all else as it is. */
  filled(base: number, colour: string): number {
    const key = `${base} ${colour}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const own = this.#existing.cellXfs[base] ?? this.#existing.cellXfs[0] ?? '<xf/>';
    const end = own.indexOf('>') + 1;
    const fill = this.#indexOf('fills', solid(colour));
    const tag = withAttribute(withAttribute(own.slice(0, end), 'fillId', String(fill)), 'applyFill', '1');
    return this.#remember(key, this.#add('cellXfs', tag + own.slice(end), true));
  }

  /** The number of a style of ours. */
  idOf(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const font = this.#indexOf('fonts', fontOf(style));
    const fill = style.fill ? this.#indexOf('fills', solid(style.fill)) : 0;
    const border = style.border ? this.#indexOf('borders', thinBorder) : 0;
    const wrap = style.wrap ? ' wrapText="1"' : '';
    const across = style.align ? ` horizontal="${style.align}"` : '';
    const quoted = style.quoted ? ' quotePrefix="1"' : '';
    const lock = style.unlocked ? '<protection locked="0"/>' : '';
    const xf = `<xf numFmtId="${this.#formatOf(style.format)}" fontId="${font}" fillId="${fill}" borderId="${border}"${quoted} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${across}${wrap}/>${lock}</xf>`;
    return this.#remember(key, this.#add('cellXfs', xf));
  }

  /** @throws Unpatchable when there are more styles than a workbook can hold */
  xml(): string {
    const { children, rootEnd } = childrenOf(this.#xml);
    const splices: Splice[] = [];
    for (const [at, list] of lists.entries()) {
      const entries = this.#added[list].join('');
      if (entries === '') continue;
      const count = this.#existing[list].length + this.#added[list].length;
      if (list === 'cellXfs' && count > limits.cellFormats) throw new Unpatchable('unknown-form', 'styles');
      const own = children.find(({ name }) => name === list);
      if (own && own.kind === 'open') splices.push(...appended(this.#xml, own, entries, count));
      else {
        const element = `<${this.#prefix}${list} count="${count}">${entries}</${this.#prefix}${list}>`;
        if (own) splices.push({ from: own.from, to: own.end, text: element });
        else {
          const followers = new Set([...lists.slice(at + 1), ...after]);
          splices.push(insertBefore({ children, rootEnd }, followers, element));
        }
      }
    }
    return spliced(this.#xml, splices);
  }

  #formatOf(code: string | undefined): number {
    if (code === undefined || code === 'General') return 0;
    const key = `format ${code}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let highest = 163;
    for (const entry of this.#existing.numFmts) {
      const own = Number(attributeOf(entry.slice(entry.search(/\s/)), 'numFmtId') ?? 0);
      if (own > highest) highest = own;
    }
    const id = highest + this.#added.numFmts.length + 1;
    this.#add('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return this.#remember(key, id);
  }

  #indexOf(list: List, entry: string): number {
    const key = `${list} ${entry}`;
    return this.#known.get(key) ?? this.#remember(key, this.#add(list, entry));
  }

  #add(list: List, entry: string, asWritten = false): number {
    const prefixed = asWritten ? entry : entry.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${this.#prefix}`);
    this.#added[list].push(prefixed);
    return this.#existing[list].length + this.#added[list].length - 1;
  }

  #remember(key: string, id: number): number {
    this.#known.set(key, id);
    return id;
  }
}

const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FFB0B0B0"/></${name}>`;
const thinBorder = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;

function fontOf({ bold, italic, underline, size = 11, colour }: CellStyle): string {
  const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}`;
  const shade = colour ? `<color rgb="FF${colour}"/>` : '';
  return `<font>${marks}<sz val="${size}"/>${shade}<name val="Calibri"/><family val="2"/></font>`;
}
