import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { isLegacyFont } from '../text/legacy-font.ts';
import { type Package, partOf, readPart } from './read-part.ts';
import { attributeOf, unescapeWorkbookText } from './xml-text.ts';

/** A run of rich text; `legacy` is undefined where it has no font of its own and bears the cell's. */
export type TextRun = { text: string; legacy: boolean | undefined };

export type SharedStrings = {
  /** By index: rich text joined, phonetic guides left out. */
  strings: readonly string[];
  /** The runs of those rich texts that name a font. */
  runs: ReadonlyMap<number, readonly TextRun[]>;
  /** Those of which a part is struck out, raised or lowered. */
  setApart: ReadonlySet<number>;
};

/** The workbook's shared texts. @throws FileRefusal `workbook-too-large` */
export async function readSharedStrings(pack: Package, path: string | null): Promise<SharedStrings> {
  const entry = path === null ? undefined : partOf(pack, path);
  const reader = new SharedStringReader();
  if (entry) await readPart(pack, entry, reader);
  return reader;
}

class SharedStringReader implements SharedStrings {
  readonly strings: string[] = [];
  readonly runs = new Map<number, TextRun[]>();
  readonly setApart = new Set<number>();
  #length = 0;
  #phonetic = 0;
  #inText = false;
  #text = '';
  #runs: TextRun[] = [];
  #legacy: boolean | undefined;
  #runApart = false;
  #hasApart = false;

  open(name: string, attributes: string): void {
    if (name === 't') this.#inText = this.#phonetic === 0;
    else if (name === 'si') {
      this.#text = '';
      this.#runs = [];
      this.#legacy = undefined;
      this.#runApart = this.#hasApart = false;
    } else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'r') {
      this.#legacy = undefined;
      this.#runApart = false;
    } else if (name === 'strike' || name === 'vertAlign') this.#runApart = isSetApart(attributes);
    else if (name === 'rFont') this.#legacy = isLegacyFont(attributeOf(attributes, 'val') ?? '');
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 't') this.#closeText();
    else if (name === 'si') this.#closeString();
  }

  #closeText(): void {
    this.#inText = false;
    if (this.#phonetic > 0) return;
    if (this.#runApart && this.#text.trim() !== '') this.#hasApart = true;
    this.#runs.push({ text: unescapeWorkbookText(this.#text), legacy: this.#legacy });
    this.#length += this.#text.length;
    this.#text = '';
  }

  #closeString(): void {
    if (this.#length > limits.sharedStringsLength || this.strings.length >= limits.sharedStrings) {
      throw new FileRefusal('workbook-too-large', 'shared strings');
    }
    if (this.#runs.some(({ legacy }) => legacy !== undefined)) this.runs.set(this.strings.length, this.#runs);
    if (this.#hasApart) this.setApart.add(this.strings.length);
    const [first] = this.#runs;
    this.strings.push(
      this.#runs.length === 1 ? (first as TextRun).text : this.#runs.map(({ text }) => text).join(''),
    );
  }
}

/** Of `<strike/>`, `<strike val="0"/>`, `<vertAlign val="superscript"/>`. */
function isSetApart(attributes: string): boolean {
  return !['0', 'false', 'baseline'].includes(attributeOf(attributes, 'val') ?? '');
}
