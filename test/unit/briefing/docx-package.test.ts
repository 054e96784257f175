import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { docxOf } from '../../../shared/briefing/render/docx.ts';
import { constructedBriefing } from './constructed-briefing.ts';
import { all, partsOf, xmlOf } from './docx-parts.ts';

/** What a package must be, whatever it says (ECMA-376 part 2), and that its bytes depend on its content alone. */

const briefing = constructedBriefing('vi', { units: 12, indicators: 5 });
const parts = await partsOf(await docxOf(briefing));
const names = [...parts.keys()];
const relations = names.filter((name) => name.endsWith('.rels'));

test('every part is well-formed XML or a workbook', () => {
  for (const name of names) {
    if (name.endsWith('.xlsx')) continue;
    expect(name).toMatch(/\.(xml|rels)$/);
    expect(xmlOf(parts, name).name).not.toBe('');
  }
});

test('every relation has a target in the package, and none leads out of it', () => {
  for (const name of relations) {
    const folder = posix.dirname(posix.dirname(name));
    const found = all(xmlOf(parts, name), 'Relationship');
    expect(new Set(found.map(({ attributes }) => attributes.Id)).size).toBe(found.length);
    for (const { attributes } of found) {
      expect(attributes.TargetMode).toBeUndefined();
      expect(names).toContain(posix.normalize(posix.join(folder, attributes.Target as string)));
    }
  }
});

test('every part that is meant by r:id is related', () => {
  for (const name of names.filter((each) => /^word\/(document|charts\/chart\d+)\.xml$/.test(each))) {
    const related = xmlOf(parts, posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`));
    const ids = all(related, 'Relationship').map(({ attributes }) => attributes.Id);
    const meant = new TextDecoder().decode(parts.get(name)).matchAll(/ r:id="([^"]*)"/g);
    for (const [, id] of meant) expect(ids).toContain(id);
  }
});

test('every part has a content type', () => {
  const types = xmlOf(parts, '[Content_Types].xml');
  const extensions = all(types, 'Default').map(({ attributes }) => attributes.Extension);
  const overrides = all(types, 'Override').map(({ attributes }) => attributes.PartName);
  for (const name of names.filter((each) => each !== '[Content_Types].xml')) {
    expect(extensions.includes(name.split('.').at(-1)) || overrides.includes(`/${name}`)).toBe(true);
  }
  for (const part of overrides) expect(names).toContain(part?.slice(1));
  const charts = names.filter((name) => name.startsWith('word/charts/chart'));
  expect(charts).toHaveLength(3);
  for (const chart of charts) expect(overrides).toContain(`/${chart}`);
});

test('no clock and no chance is in it', async () => {
  expect(all(xmlOf(parts, 'docProps/core.xml'), 'dcterms:created')).toEqual([]);
  for (const name of relations) {
    for (const { attributes } of all(xmlOf(parts, name), 'Relationship')) {
      expect(attributes.Id).toMatch(/^rId(Part)?\d+$/);
    }
  }
  const workbook = parts.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx') as Uint8Array;
  for (const zip of [await docxOf(briefing), workbook]) {
    // The time and date of the first local header (APPNOTE 4.3.7): 1980-01-01 00:00.
    expect([...zip.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  }
});

test('the same briefing gives the same bytes, also after another one', async () => {
  const first = await docxOf(briefing);
  await docxOf(constructedBriefing('en', { units: 3, indicators: 2 }));
  expect(Buffer.compare(first, await docxOf(briefing))).toBe(0);
});

test('the same bytes on another day, in another time zone, in another folder and process', async () => {
  const script = fileURLToPath(new URL('write-docx.ts', import.meta.url));
  const run = (TZ: string, days: string, cwd: string) =>
    execFileSync(process.execPath, [script, days], { cwd, env: { ...process.env, TZ }, encoding: 'utf8' });
  const here = createHash('sha256')
    .update(await docxOf(briefing))
    .digest('hex');
  expect(run('Asia/Ho_Chi_Minh', '0', tmpdir())).toBe(here);
  expect(run('America/St_Johns', '-4000', '/')).toBe(here);
});
