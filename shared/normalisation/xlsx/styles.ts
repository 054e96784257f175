import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { isLegacyFont } from '../text/legacy-font.ts';
import { type Package, partOf, readPart } from './read-part.ts';
import { attributeOf } from './xml-text.ts';

/** The formats that are known by number alone: ECMA-376 part 1, 18.8.30. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The cell styles by their index: the number format code, and whether the font is one of TCVN3. */
export type Styles = { formats: readonly string[]; legacyFonts: readonly boolean[] };

/** Reads the cell styles. @throws FileRefusal `workbook-damaged` for more than any workbook has */
export async function readStyles(pack: Package, path: string | null): Promise<Styles> {
  const entry = path === null ? undefined : partOf(pack, path);
  if (!entry) return { formats: [], legacyFonts: [] };
  const reader = new StyleReader();
  await readPart(pack, entry, reader);
  return reader.styles();
}

/** The lists of `styles.xml` that count: conditional formats hold `numFmt` and `font` too, named styles `xf`. */
const lists = new Set(['numFmts', 'fonts', 'cellXfs']);

class StyleReader {
  readonly #own = new Map<number, string>();
  readonly #fonts: boolean[] = [];
  readonly #styles: { format: number; font: number }[] = [];
  #list: string | null = null;

  open(name: string, attributes: string): void {
    const numberOf = (attribute: string) => Number(attributeOf(attributes, attribute) ?? 0);
    if (lists.has(name)) this.#list = name;
    else if (name === 'numFmt' && this.#list === 'numFmts') {
      this.#own.set(numberOf('numFmtId'), attributeOf(attributes, 'formatCode') ?? '');
    } else if (name === 'font' && this.#list === 'fonts') this.#fonts.push(false);
    else if (name === 'name' && this.#list === 'fonts') {
      if (isLegacyFont(attributeOf(attributes, 'val') ?? '')) this.#fonts[this.#fonts.length - 1] = true;
    } else if (name === 'xf' && this.#list === 'cellXfs') {
      this.#styles.push({ format: numberOf('numFmtId'), font: numberOf('fontId') });
    }
    if (this.#own.size + this.#fonts.length + this.#styles.length > limits.cellFormats) {
      throw new FileRefusal('workbook-damaged', 'styles');
    }
  }

  text(): void {}

  close(name: string): void {
    if (name === this.#list) this.#list = null;
  }

  styles(): Styles {
    return {
      formats: this.#styles.map(
        ({ format }) => this.#own.get(format) ?? builtInFormats.get(format) ?? 'General',
      ),
      legacyFonts: this.#styles.map(({ font }) => this.#fonts[font] ?? false),
    };
  }
}
