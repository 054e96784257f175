import type { ReadingFault } from './reading-faults.ts';
import { FileRefusal } from './refusal.ts';

/** What the first bytes of a file say that it is. Everything else is taken for a text until its letters deny it. */
export type Signature = 'zip' | 'compound' | 'biff' | 'text';

/** Kinds that are known and not read, by the bytes that they start with. */
const unread: readonly [ReadingFault, string, readonly (number | null)[]][] = [
  ['container-pdf', 'pdf', codes('%PDF-')],
  ['container-rtf', 'rtf', codes('{\\rtf')],
  ['container-image', 'png', [0x89, ...codes('PNG')]],
  ['container-image', 'jpeg', [0xff, 0xd8, 0xff]],
  ['container-image', 'gif', codes('GIF8')],
  ['container-image', 'bmp', [0x42, 0x4d, null, null, null, null, 0, 0, 0, 0]],
  ['container-image', 'tiff', [0x49, 0x49, 0x2a, 0]],
  ['container-image', 'tiff', [0x4d, 0x4d, 0, 0x2a]],
  ['container-image', 'webp', [...codes('RIFF'), null, null, null, null, ...codes('WEBP')]],
  ['container-image', 'heic', [0, 0, 0, null, ...codes('ftyp')]],
  ['container-archive', 'gz', [0x1f, 0x8b, 8]],
  ['container-archive', 'rar', [...codes('Rar!'), 0x1a, 7]],
  ['container-archive', '7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['container-archive', 'bz2', [...codes('BZh'), null, 0x31, 0x41, 0x59, 0x26]],
  ['container-archive', 'xz', [0xfd, ...codes('7zXZ'), 0]],
  ['container-archive', 'zst', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** How a worksheet or workbook of Excel 2 to 8 begins that stands alone, outside a compound file. */
const biffStarts = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

/**
 * Tells what a file is by its first bytes, whatever it is called.
 * @param start the file's first 4 KiB, or all of it
 * @throws FileRefusal, with a code of its own for each kind that is known and not read
 */
export function signatureOf(start: Uint8Array): Signature {
  if (startsWith(start, [0x50, 0x4b, 3, 4]) || startsWith(start, [0x50, 0x4b, 5, 6])) return 'zip';
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound';
  if (biffStarts.some((mark) => startsWith(start, mark))) return 'biff';
  for (const [code, kind, mark] of unread) if (startsWith(start, mark)) throw new FileRefusal(code, kind);
  refuseMarkup(textOf(start));
  return 'text';
}

/** Web pages and XML that are called .xls: Excel opens them, and so their senders take them for workbooks. */
function refuseMarkup(text: string): void {
  if (/^(?:[\w-]+:[^\n]*\r?\n)*?(?:MIME-Version:|Content-Type: *multipart\/)/i.test(text)) {
    throw new FileRefusal('container-html', 'mhtml');
  }
  if (!text.startsWith('<')) return;
  if (/^<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(text)) {
    throw new FileRefusal('container-xml-spreadsheet', 'xml');
  }
  if (/^<office:document\b/.test(text)) throw new FileRefusal('container-ods', 'fods');
  if (/^<(?:!doctype|html|head|meta|title|style|script|body|table|div|center|font|tr)\b/i.test(text)) {
    throw new FileRefusal('container-html');
  }
}

/** The start as text, without what may stand before the first tag: byte order mark, declarations, comments. */
function textOf(start: Uint8Array): string {
  const [first, second] = start;
  const wide = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const wideBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const text = new TextDecoder(wide ? 'utf-16le' : wideBig ? 'utf-16be' : 'utf-8').decode(start);
  return text.replace(/^(?:[\s\uFEFF]|<\?[^>]*\?>|<!--[\s\S]*?-->)+/, '');
}

function startsWith(bytes: Uint8Array, mark: readonly (number | null)[]): boolean {
  return mark.every((byte, at) => byte === null || bytes[at] === byte);
}

function codes(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
