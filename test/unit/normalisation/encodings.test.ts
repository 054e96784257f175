import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { toUtf8 } from '../../../shared/normalisation/csv/encoding.ts';
import { type ByteEncoding, byteLetters } from '../../../shared/normalisation/text/byte-letters.ts';
import { check, csvText, findingsOf, formRows, heading, reportOf } from './form-files.ts';

/** windows-1258 has no letter for every tone: those are written as a mark behind the letter. */
function toWindows1258(text: string): Uint8Array {
  const tones = /([\u0300\u0301\u0303\u0309\u0323])/;
  const parts = [...text.normalize('NFC')].map((letter) => {
    if (!iconv.encode(letter, 'windows1258').equals(Buffer.from('?')) || letter === '?') return letter;
    const apart = letter.normalize('NFD');
    const tone = tones.exec(apart)?.[0] ?? '';
    return apart.replace(tones, '').normalize('NFC') + tone;
  });
  return new Uint8Array(iconv.encode(parts.join(''), 'windows1258'));
}

const encoders: Record<ByteEncoding, (text: string) => Uint8Array> = {
  tcvn3: (text) => new Uint8Array(iconv.encode(text, 'tcvn')),
  'windows-1258': toWindows1258,
};

async function utf8Of(bytes: Uint8Array, encoding: ByteEncoding, length: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }
  const parts: Uint8Array[] = [];
  for await (const piece of toUtf8(pieces(), encoding)) parts.push(Uint8Array.from(piece));
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

const vowels = 'a ă â e ê i o ô ơ u ư y'.split(' ');
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const letters = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
const alphabet = [
  ...letters,
  ...letters.map((letter) => letter.toUpperCase()),
  ...'đĐ bcdghklmnpqrstvx,.;-0123\n',
];
const vietnamese = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 60 });

describe('any Vietnamese text, in bytes that others wrote', () => {
  test.each(Object.keys(encoders) as ByteEncoding[])('%s, cut anywhere', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(vietnamese, fc.integer({ min: 1, max: 7 }), async (text, length) => {
        expect(await utf8Of(encoders[encoding](text), encoding, length)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('the table of windows-1258 is that of TextDecoder', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = new TextDecoder('windows-1258').decode(Uint8Array.of(byte));
      expect([byte, byteLetters['windows-1258'][byte]]).toEqual([byte, letter]);
    }
  });

  test('the table of VISCII is that of iconv-lite, from 0x80', () => {
    for (let byte = 0x80; byte < 256; byte += 1) {
      expect([byte, byteLetters.viscii[byte]]).toEqual([byte, iconv.decode(Buffer.from([byte]), 'viscii')]);
    }
  });
});

const report = csvText(formRows());
const utf8 = new TextEncoder().encode(report);

describe('a whole report in each encoding gives the same observations', () => {
  const withMark = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
  const wide = new Uint8Array(Buffer.from(report, 'utf16le'));
  const wideBig = Uint8Array.from(wide, (_, at) => wide[at ^ 1] as number);
  test.each([
    ['utf-8', utf8],
    ['utf-8-bom', withMark([0xef, 0xbb, 0xbf], utf8)],
    ['utf-16le', withMark([0xff, 0xfe], wide)],
    ['utf-16le', wide],
    ['utf-16be', withMark([0xfe, 0xff], wideBig)],
    ['utf-16be', wideBig],
    ['windows-1258', toWindows1258(report)],
    ['tcvn3', encoders.tcvn3(report)],
  ] as [string, Uint8Array][])('%s', async (encoding, bytes) => {
    const expected = (await check(utf8)).report;
    const { report: read } = await check(bytes, { pieceLength: 777 });
    expect(read.verdict).toBe('passed');
    expect(read.file.encoding).toBe(encoding);
    expect(read.observations).toEqual(expected.observations);
    expect(read.repairs).toEqual(expected.repairs);
  });

  test('NFD is composed, and each text that was is listed', async () => {
    const read = await reportOf(report.normalize('NFD'));
    expect(read.verdict).toBe('passed');
    expect(read.observations).toEqual((await reportOf(report)).observations);
    const composed = read.repairs.filter(({ code }) => code === 'composed');
    const marked = formRows()
      .flat()
      .filter((text) => text.normalize('NFD') !== text);
    expect(composed).toHaveLength(marked.length);
    expect(composed[0]).toMatchObject({ from: marked[0]?.normalize('NFD'), to: marked[0] });
  });
});

describe('a long table in TCVN3', () => {
  const ids = formRows()
    .slice(4)
    .map((row) => row[1] as string);
  const heading = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
  const rows = ids.map((id, at) => {
    const isScore = formRows()[at + 4]?.[4] === '';
    return ['Tỉnh Đồng Tháp', id, 'Quý III/2026', ...(isScore ? ['', '', '5'] : ['1', '2', '50'])];
  });
  const table = csvText([heading, ...rows]);
  const bytes = encoders.tcvn3(table);
  test.each([
    ['as bytes', bytes],
    [
      'shown as letters of Latin-1, as Excel saves it',
      new TextEncoder().encode(Buffer.from(bytes).toString('latin1')),
    ],
    ['decomposed', new TextEncoder().encode(table.normalize('NFD'))],
  ] as [string, Uint8Array][])('%s', async (_, content) => {
    const expected = await reportOf(table);
    expect(expected).toMatchObject({ verdict: 'passed', layout: 'long' });
    const read = await reportOf(content);
    expect(findingsOf(read)).toEqual([]);
    expect(read.observations).toEqual(expected.observations);
    // What is stored in other letters is listed; bytes in TCVN3 are what the file's encoding says.
    const codes = new Set(read.repairs.map(({ code }) => code));
    expect([...codes]).toEqual(
      read.file.encoding === 'tcvn3' ? [] : [content.includes(0xcc) ? 'composed' : 'tcvn3'],
    );
  });
});

/** VNI for Windows as its fonts have it, written here from the published table, independently of the reader. */
function toVni(text: string): Uint8Array {
  const marks: Record<string, string> = {
    '\u0300': 'ø',
    '\u0301': 'ù',
    '\u0309': 'û',
    '\u0303': 'õ',
    '\u0323': 'ï',
    '\u0302': 'â',
    '\u0302\u0300': 'à',
    '\u0302\u0301': 'á',
    '\u0302\u0309': 'å',
    '\u0302\u0303': 'ã',
    '\u0302\u0323': 'ä',
    '\u0306': 'ê',
    '\u0306\u0300': 'è',
    '\u0306\u0301': 'é',
    '\u0306\u0309': 'ú',
    '\u0306\u0303': 'ü',
    '\u0306\u0323': 'ë',
  };
  const single: Record<string, string> = { đ: 'ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' };
  const written = [...text.normalize('NFC')].map((letter) => {
    const lower = letter.toLowerCase();
    const isUpper = lower !== letter;
    const cased = (vni: string) => (isUpper ? vni.toUpperCase() : vni);
    if (single[lower]) return cased(single[lower] as string);
    const apart = lower.normalize('NFD');
    const base = (apart[0] ?? '') + (apart.includes('\u031b') ? '\u031b' : '');
    const vowel = { 'o\u031b': 'ô', 'u\u031b': 'ö' }[base] ?? base;
    const circumflex = /[\u0302\u0306]/.exec(apart)?.[0] ?? '';
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? '';
    return cased(vowel + (marks[circumflex + tone] ?? ''));
  });
  return new Uint8Array(iconv.encode(written.join(''), 'windows1252'));
}

describe('texts that are recognised and refused', () => {
  const shown = (bytes: Uint8Array) =>
    new TextEncoder().encode(new TextDecoder('windows-1252').decode(bytes));
  const viscii = new Uint8Array(iconv.encode(report, 'viscii'));
  test.each([
    ['VNI bytes', toVni(report), ['encoding-vni']],
    ['VNI that was saved as UTF-8', shown(toVni(report)), ['encoding-vni']],
    ['VISCII bytes', viscii, ['encoding-viscii']],
    ['VISCII that was saved as UTF-8', shown(viscii), ['encoding-viscii']],
    ['French', new Uint8Array(Buffer.from('Café,Zürich\nélève,naïve\n', 'latin1')), ['encoding-unknown']],
    ['one word that is good in two readings', Uint8Array.of(0x42, 0xe9, 44, 49), ['encoding-unknown']],
    [
      'UTF-8 with a byte lost',
      utf8.filter((_, at) => at !== utf8.findIndex((byte) => byte > 0x7f)),
      ['encoding-unknown'],
    ],
  ] as [string, Uint8Array, string[]][])('%s', async (_, bytes, codes) => {
    const read = await reportOf(bytes);
    expect(findingsOf(read).map((finding) => finding.split('@')[0])).toEqual(codes);
    expect(read.observations).toEqual([]);
  });
});

describe('damaged text', () => {
  const titled = (text: string) => csvText(formRows({ title: [[text], ...formRows().slice(0, 3)] }));

  test.each([
    'BӜ THÔNG TIN',
    'CỘNG HỊA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Sở cơng nghệ thơng tin',
    'B<U+1EAE>C NINH',
    'T\uFFFDnh báo cáo',
    'Biểu Ð?ng bộ',
    'Ðơn vị tính',
  ])('in the title it is asked: %s', async (text) => {
    const codes = findingsOf(await reportOf(titled(text)));
    expect(codes).toContain('text-broken@A1');
  });

  test.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Sơn La, cơ sở, người, thương mại, nước, địa phương, Bà Rịa, đĩa, nghĩa, mía',
    'Độ dài 10 µm, 5 m², ½ × 3, 20 °C',
    'Ước thực hiện bao nhiêu? Đạt.',
    'Sở Khoa học và Công nghệ (VNPT, MobiFone, FPT)',
  ])('good text is left alone: %s', async (text) => {
    const codes = findingsOf(await reportOf(titled(text)));
    expect(codes.filter((code) => code.startsWith('text-broken'))).toEqual([]);
  });

  test('a sheet that is full of it is refused, with one of its cells', async () => {
    const words = ['cơng nghệ', 'thơng tin', 'phịng họp', 'CỘNG HỊA', 'tồ án cĩ', 'hĩa đơn'];
    const read = await reportOf(csvText([...words.map((word) => [word]), heading]));
    expect(findingsOf(read)).toEqual(['text-broken@A1']);
  });
});
