import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { nameOn, unitByCode } from '../../../shared/catalog/unit.ts';
import { publishedRows } from './published-data.ts';
import { bytesOf, type Entry, folded, type Reread, rereadSample, samplesFolder } from './reread-sample.ts';

const manifest = JSON.parse(readFileSync(new URL('manifest.json', samplesFolder), 'utf8'));
const entries: Entry[] = manifest.files;
const counts = publishedRows('counts.csv');
const ratios = publishedRows('ratios.csv');
const groups = publishedRows('groups.csv');
const form = catalog.forms.get('qd766')?.indicators.map((row) => row.indicator) ?? [];
const groupOf: Record<string, string> = { '766.ONLINE': 'ONLINE', '766.TTTT': 'TTTT' };

/** Every way in which a file says something else than the published figures of a unit. */
function differences(unit: string, reread: Reread): string[] {
  return form.flatMap((indicator) => {
    const row = reread.rows.get(indicator) ?? reread.rows.get(folded(nameOf(indicator)));
    if (!row) return [`${indicator}: no row`];
    const own = (candidate: Record<string, string>) =>
      candidate.unit === unit && candidate.indicator === indicator;
    const group = groupOf[indicator];
    if (group) {
      const points = groups.find((candidate) => candidate.unit === unit)?.[group];
      return row.a === '' && row.b === '' && decimal(row.result) === points ? [] : [`${indicator}: score`];
    }
    const published = counts.find(own);
    const missing = published?.a === '';
    const wrong = [];
    if ((missing ? row.a : whole(row.a)) !== (missing ? 'null' : published?.a)) wrong.push(`${indicator}: a`);
    if ((missing ? row.b : whole(row.b)) !== (missing ? 'null' : published?.b)) wrong.push(`${indicator}: b`);
    const percent = missing ? '' : ratios.find(own)?.percent;
    if (row.result !== '' && decimal(row.result) !== percent) wrong.push(`${indicator}: percentage`);
    return wrong;
  });
}

const nameOf = (indicator: string) => catalog.indicators.get(indicator)?.names.vi ?? '';
const whole = (text: string) => (/^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text);
const decimal = (text: string) => Number(text.replace('%', '').replace(',', '.')).toFixed(2);

describe('the manifest of the sample reports', () => {
  test('names each of the 34 units once, and each file that stands in the folder', () => {
    expect([...new Set(entries.map((entry) => entry.unitCode))]).toEqual(groups.map((row) => row.unit));
    expect(entries).toHaveLength(34);
    const files = readdirSync(samplesFolder).filter((name) => name !== 'manifest.json');
    expect(entries.map((entry) => entry.file).sort()).toEqual(files.map((name) => name.normalize()).sort());
  });
});

describe('each sample report, read by another library than wrote it', () => {
  test.each(entries)('$file carries the figures of unit $unitCode', async (entry) => {
    const reread = await rereadSample(entry);
    const unit = unitByCode(catalog, 'province', entry.unitCode, '2026-09-14');
    expect(folded(reread.unitLine)).toBe(folded(unit ? nameOn(unit, '2026-09-14').full : ''));
    expect(reread.periodLine).toMatch(/^Quý (III|3)(\/| năm )2026$/);
    expect(differences(entry.unitCode, reread)).toEqual([]);
  });

  test('a figure that is not the published one is seen', async () => {
    const entry = entries.find((candidate) => candidate.unitCode === '82') as Entry;
    const reread = await rereadSample(entry);
    const row = reread.rows.get('766.TDGQ');
    reread.rows.set('766.TDGQ', { a: '358661', b: row?.b ?? '', result: '88.48' });
    reread.rows.set('766.TTTT', { a: '', b: '', result: '6.43' });
    reread.rows.delete('766.DOSSIER_SYNC');
    expect(differences('82', reread)).toEqual([
      '766.DOSSIER_SYNC: no row',
      '766.TDGQ: a',
      '766.TDGQ: percentage',
      '766.TTTT: score',
    ]);
  });
});

describe('the sample reports together', () => {
  const texts = entries.filter((entry) => !entry.file.endsWith('.xlsx'));
  const starting = (hex: string) =>
    texts.filter((entry) => bytesOf(entry).toString('hex', 0, 3).startsWith(hex)).length;

  test('are 18 workbooks and 16 text files in four encodings, with and without mark', () => {
    expect(entries.length - texts.length).toBe(18);
    expect([starting('efbbbf'), starting('fffe'), starting('feff')]).toEqual([8, 3, 2]);
    expect(texts.length - 8 - 3 - 2).toBe(3);
    const decomposed = texts.filter((entry) => {
      const text = bytesOf(entry).toString('utf8');
      return text !== text.normalize('NFC');
    });
    expect(decomposed.map((entry) => entry.unitCode)).toEqual(['51', '86']);
  });

  test('carry no name of an author', () => {
    const workbooks = entries.filter((entry) => entry.file.endsWith('.xlsx'));
    const authors = workbooks.flatMap((entry) =>
      [
        ...partOf(bytesOf(entry), 'docProps/core.xml').matchAll(
          /<(?:dc:creator|cp:lastModifiedBy)>([^<]*)</g,
        ),
      ].map(([, author]) => author),
    );
    // What the writing libraries put there by themselves.
    expect([...new Set(authors)].sort()).toEqual(['ExcelJS', 'Unknown']);
  });
});

/** One part of a ZIP archive, found through its directory. */
function partOf(archive: Buffer, name: string): string {
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8');
    }
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`no part ${name}`);
}
