import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { isLegacyFont } from '../text/legacy-font.ts';
import { builtInFormats } from '../xlsx/styles.ts';

/** The fonts, number formats and styles of a BIFF workbook, gathered as their records come. */
export class StyleRecords {
  readonly #legacyFonts: boolean[] = [];
  readonly #formats = new Map<number, string>();
  readonly #styles: { font: number; format: number }[] = [];
  #version = 8;

  addFont(bytes: Uint8Array, version: number): void {
    const header = version === 2 ? 4 : version < 5 ? 6 : 14;
    this.#legacyFonts.push(isLegacyFont(textAt(bytes, header, 1, version)));
    this.#bound(this.#legacyFonts.length);
  }

  addFormat(bytes: Uint8Array, version: number): void {
    const before = version < 4 ? 0 : 2;
    const id = version < 5 ? this.#formats.size : numberAt(bytes, 0);
    this.#formats.set(id, textAt(bytes, before, version === 8 ? 2 : 1, version));
    this.#bound(this.#formats.size);
  }

  addStyle(bytes: Uint8Array, version: number): void {
    this.#version = version;
    this.#styles.push(
      version < 5
        ? { font: bytes[0] ?? 0, format: bytes[1] ?? 0 }
        : { font: numberAt(bytes, 0), format: numberAt(bytes, 2) },
    );
    this.#bound(this.#styles.length);
  }

  /** The number format code of a cell's style. In BIFF2 that is the format's own number. */
  formatOf(style: number): string {
    const id = this.#styles.length > 0 ? (this.#styles[style]?.format ?? 0) : style;
    const own = this.#formats.get(id);
    return own ?? (this.#version < 5 ? undefined : builtInFormats.get(id)) ?? 'General';
  }

  isLegacy(style: number): boolean {
    const font = this.#styles[style]?.font ?? 0;
    // There is no font 4: those behind it are counted one too high.
    return this.#legacyFonts[font > 4 ? font - 1 : font] ?? false;
  }

  #bound(count: number): void {
    if (count > limits.cellFormats) throw new FileRefusal('xls-too-large', 'styles');
  }
}

/** A text with its length in front; in BIFF8 a byte behind the length says whether its letters are two bytes. */
function textAt(bytes: Uint8Array, at: number, lengthBytes: 1 | 2, version: number): string {
  const count = lengthBytes === 1 ? (bytes[at] ?? 0) : numberAt(bytes, at);
  const start = at + lengthBytes + (version === 8 ? 1 : 0);
  const wide = version === 8 && ((bytes[start - 1] ?? 0) & 1) === 1;
  return new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(
    bytes.subarray(start, start + (wide ? 2 * count : count)),
  );
}

function numberAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
