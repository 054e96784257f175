import iconv from 'iconv-lite';
import Papa from 'papaparse';

/** How a text file is written. */
export type TextFormat = {
  delimiter: ',' | ';' | '\t';
  newline: '\r\n' | '\n';
  /** Every field in quotation marks, or those that need it. */
  quotes: boolean;
  encoding: TextEncodingName;
};

/** The name that iconv-lite has for each, and what stands before the text. */
const encodings = {
  'utf-8': { name: 'utf8', mark: '' },
  'utf-8-bom': { name: 'utf8', mark: '\uFEFF' },
  'utf-16le': { name: 'utf-16le', mark: '\uFEFF' },
  'utf-16be': { name: 'utf-16be', mark: '\uFEFF' },
  'utf-16le without mark': { name: 'utf-16le', mark: '' },
  'windows-1258': { name: 'windows1258', mark: '' },
  tcvn3: { name: 'tcvn', mark: '' },
} as const;

export type TextEncodingName = keyof typeof encodings;
export const textEncodings = Object.keys(encodings) as TextEncodingName[];

/** Rows as delimited text, by papaparse, in an encoding by iconv-lite. */
export function writeDelimited(rows: readonly (readonly string[])[], format: TextFormat): Uint8Array {
  const { delimiter, newline, quotes, encoding } = format;
  const text = Papa.unparse(rows as string[][], { delimiter, newline, quotes });
  return encodeText(text + newline, encoding);
}

/**
 * @throws Error when the text has letters that the encoding does not have: the writer must not lose any
 */
export function encodeText(text: string, encoding: TextEncodingName): Uint8Array {
  const { name, mark } = encodings[encoding];
  const written = encoding === 'windows-1258' ? decomposedTones(text) : text;
  const bytes = iconv.encode(mark + written, name, { addBOM: false });
  if (iconv.decode(bytes, name, { stripBOM: false }) !== mark + written) {
    throw new Error(`${encoding} cannot write this text`);
  }
  return new Uint8Array(bytes);
}

/** Windows-1258 has ă, â, ê, ô, ơ, ư, đ as letters, the five tones as marks behind them. */
function decomposedTones(text: string): string {
  return text.normalize('NFD').replace(/([a-z])(\p{Mn}+)/giu, (_, base: string, marks: string) => {
    const shape = [...marks].filter((mark) => !tones.has(mark)).join('');
    const tone = [...marks].filter((mark) => tones.has(mark)).join('');
    return (base + shape).normalize('NFC') + tone;
  });
}

/** Grave, acute, tilde, hook above, dot below. */
const tones = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);

/** TCVN3 has no capitals with tones (its "H" fonts draw them from the small letters) and no long dash. */
export function withTcvn3Letters(text: string): string {
  const typed = text.normalize('NFC').replace(/[–—]/g, '-');
  return typed.replace(/[^!-~\sĂÂĐÊÔƠƯ]/g, (letter) => letter.toLowerCase());
}
