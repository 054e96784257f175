import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { decodeText } from '../../../shared/normalisation/text/decode-text.ts';
import { isSyllable } from '../../../shared/normalisation/text/syllable.ts';
import { tcvn3Letters } from '../../../shared/normalisation/text/tcvn3.ts';
import { tcvn3Pairs } from './tcvn3-pairs.ts';

test('every entry of the TCVN3 table is that of iconv-lite', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    expect([byte, tcvn3Letters[byte]]).toEqual([byte, iconv.decode(Buffer.from([byte]), 'tcvn')]);
  }
});

describe('every pair of the hazards, each by what is known of it', () => {
  test.each(tcvn3Pairs)('$raw', ({ raw, font, expected }) => {
    const legacyFont = font.startsWith('.Vn');
    expect(decodeText(raw, { legacyFont }).text).toBe(expected);
    expect(decodeText(raw, { sheetIsTcvn3: true }).text).toBe(expected);
    expect([raw, expected]).toContain(decodeText(raw).text);
  });
});

describe('what is not TCVN3 is left alone', () => {
  test.each([
    'Tỉnh Đồng Tháp',
    'ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH',
    'sơn, cơ, bé, sè',
    'm²',
    '10 µm',
    '5°C ± 0,5',
    '½ × 3',
    'Café Zürich Köln',
    'Bé',
    'Krông Pắc',
  ])('%s', (text) => {
    expect(decodeText(text)).toEqual({ text });
  });

  test('a text typed in Unicode under a TCVN3 font is Vietnamese as it stands', () => {
    expect(decodeText('Tỉnh Cà Mau', { legacyFont: true })).toEqual({ text: 'Tỉnh Cà Mau' });
    expect(decodeText('CÀ MAU', { legacyFont: true })).toEqual({ text: 'CÀ MAU' });
  });

  test('signs stay signs under a TCVN3 font', () => {
    expect(decodeText('DiÖn tÝch (km²)', { legacyFont: true }).text).toBe('Diện tích (km²)');
  });
});

test('what is stored stays beside what is read', () => {
  expect(decodeText('trung ­¬ng', { legacyFont: true })).toEqual({
    text: 'trung ương',
    was: { code: 'tcvn3', text: 'trung ­¬ng' },
  });
  const stored = 'Đồng Tháp'.normalize('NFD');
  expect(decodeText(stored)).toEqual({ text: 'Đồng Tháp', was: { code: 'composed', text: stored } });
  const half = 'Đô\u0300ng Tha\u0301p';
  expect(decodeText(half)).toEqual({ text: 'Đồng Tháp', was: { code: 'composed', text: half } });
});

test('the words of all unit names of the country are syllables, and damaged ones are not', () => {
  const units = [...catalog.units.values()].flatMap((unit) => unit.names.map(({ full }) => full));
  const names = units.join(' ').match(/[\p{L}\p{M}]+/gu) ?? [];
  const marked = names.filter((word) => /[^\x20-\x7e]/.test(word));
  expect(marked.length).toBeGreaterThan(100);
  expect(marked.filter((word) => !isSyllable(word))).toEqual([]);
  for (const word of ['cơng', 'thơng', 'phịng', 'lịng', 'cĩ', 'BèNH', 'HẮ', 'SẦCH', 'Zürich']) {
    expect([word, isSyllable(word)]).toEqual([word, false]);
  }
});
