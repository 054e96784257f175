import type { Random } from './random.ts';

type TextChange = (text: string, random: Random) => string;

/** What spreadsheets and people do to delimited text, and what nobody should. */
const changes: readonly TextChange[] = [
  (text, random) => text.replaceAll(random.pick([',', ';', '\t']), random.pick([',', ';', '\t', '|', ''])),
  (text, random) => inserted(text, random, '"'),
  (text, random) => inserted(text, random, '""'),
  (text, random) => text.replaceAll(/\r?\n/g, random.pick(['\r', '\n', '\r\n', '\n\r', '\u2028', '\0'])),
  (text, random) => inserted(text, random, random.pick(oddities)),
  (text, random) => inserted(text, random, random.pick([';', ',', '\t', '\n']).repeat(random.small(20_000))),
  (text, random) => inserted(text, random, random.pick(['x', '9', 'Ậ', '"']).repeat(random.small(2_000_000))),
  (text, random) => onOneLine(text, random, (line) => line.repeat(random.small(64))),
  (text, random) => onOneLine(text, random, () => ''),
  (text, random) => onOneLine(text, random, (line) => `"${line}`),
  (text, random) => onOneLine(text, random, (line) => [...line].reverse().join('')),
  (text, random) => `sep=${random.pick([',', ';', '\t', '|', ''])}\n${text}`,
  (text, random) =>
    text.replaceAll(/\d+/g, (digits) => (random.below(8) === 0 ? random.pick(oddities) : digits)),
  (text, random) => text.normalize(random.pick(['NFD', 'NFKD', 'NFC'])),
];

/** Texts at which readers of cells break. */
export const oddities = [
  '__proto__',
  'constructor',
  '=1+1',
  '-',
  '–',
  '…',
  '1.234',
  '1,234,5',
  '9'.repeat(400),
  '1e999',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '9.4684550000000005',
  '99,9 %',
  '01 (0,727)',
  '390/1.086',
  'gần 1.000',
  '2,3 triệu tỷ đồng',
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  '\u202E',
  '\u00AD',
  'ế'.normalize('NFD'),
  '#REF!',
  '30/6/2026',
  'Quý III/2026',
  'Quảng Nam',
  'TRUE',
  '\u{1F600}',
  '\u0301'.repeat(1_000),
] as const;

/** Changes a text file as text, or, seldom, writes it in another encoding than it says. */
export function mutateText(bytes: Uint8Array, random: Random): Uint8Array {
  const wide = bytes[0] === 0xff || bytes[1] === 0;
  const big = bytes[0] === 0xfe || bytes[0] === 0;
  const text = Buffer.from(bytes).toString(wide || big ? 'utf16le' : 'utf8');
  const changed = random.pick(changes)(text, random).slice(0, 4_000_000);
  const target = random.below(10);
  if (target === 0) return new Uint8Array(Buffer.from(changed, 'utf16le'));
  if (target === 1) return new Uint8Array(Buffer.from(changed, 'latin1'));
  if (target === 2) return new Uint8Array(Buffer.from(`\uFEFF${changed}`, 'utf16le')).subarray(0, -1);
  return new Uint8Array(Buffer.from(changed, wide || big ? 'utf16le' : 'utf8'));
}

function inserted(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function onOneLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines[at] = change(lines[at] as string);
  return lines.join('\n');
}
