import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Briefing } from '../../../shared/briefing/content.ts';
import { docxOf } from '../../../shared/briefing/render/docx.ts';
import { constructedBriefing } from './constructed-briefing.ts';
import { all, partsOf, xmlOf } from './docx-parts.ts';

/** What a unit reports reaches the document as text, and as nothing else. */

const base = constructedBriefing('vi', { units: 2, indicators: 1 });

/** A briefing that has one text wherever a text can stand. */
function everywhere(text: string): Briefing {
  const cell = { text };
  return {
    ...base,
    title: text,
    subject: text,
    preface: [text],
    letterhead: { issuer: text, number: text, country: text, motto: text, placeAndDate: text },
    foot: text,
    closing: { recipients: { head: text, lines: [text] }, signature: [text] },
    sections: [
      {
        id: 'tasks',
        heading: text,
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'list', items: [text] },
          {
            kind: 'table',
            id: 't',
            caption: text,
            columns: [{ head: text, align: 'start', width: 1 }],
            rows: [[cell]],
            note: text,
          },
          {
            kind: 'chart',
            id: 'c',
            caption: text,
            shape: 'columns',
            unit: text,
            categories: [text],
            series: [{ name: text, values: ['1'] }],
          },
        ],
      },
    ],
  };
}

async function read(text: string) {
  const parts = await partsOf(await docxOf(everywhere(text)));
  const xml = [...parts.keys()]
    .filter((name) => /\.(xml|rels)$/.test(name))
    .map((name) => xmlOf(parts, name));
  const body = xmlOf(parts, 'word/document.xml');
  const fields = xml.flatMap((part) => all(part, 'w:instrText')).map((field) => field.text.trim());
  return {
    written: all(body, 'w:t').map((run) => run.text),
    fields: new Set(fields),
    active: xml.flatMap((part) =>
      ['w:hyperlink', 'w:fldSimple', 'w:altChunk', 'c:f'].flatMap((name) => all(part, name)),
    ),
    external: xml
      .flatMap((part) => all(part, 'Relationship'))
      .filter(({ attributes }) => attributes.TargetMode),
  };
}

test.each([
  '{ INCLUDETEXT "C:\\\\secret.docx" }',
  '=HYPERLINK("http://example.com";"x")',
  '@SUM(A1:A9)',
  '<w:p/></w:t><w:hyperlink r:id="rId1">',
  '&amp;#x0; ]]> <!-- <?xml ?>',
  'http://example.com/"onload="x',
  'r:id="rIdaaaaaaaaaaaaaaaaaaaaa" Id="rIdaaaaaaaaaaaaaaaaaaaaa"',
  '<c:noMultiLvlLbl val="1"/><c:lang val="en-US"/>',
])('%j stays text', async (text) => {
  const { written, fields, active, external } = await read(text);
  expect(written.filter((each) => each === text).length).toBeGreaterThan(8);
  expect(fields).toEqual(new Set(['PAGE']));
  // The library's formulas of a chart name cells of the chart's own sheet, and nothing else is active.
  expect(active.every(({ name, text: formula }) => name === 'c:f' && /^Sheet1!\$/.test(formula))).toBe(true);
  expect(external).toEqual([]);
});

test('what XML forbids and what turns the direction of writing is dropped; a line’s end is one', async () => {
  const { written } = await read('a\u0000\u0008b\ud800c\u202ed\ufffee\tf\r\ng');
  expect(written).toContain('ab\ufffdcde f');
  expect(written).toContain('g');
});

test('any text gives a document that can be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const { fields, external } = await read(text);
      expect([[...fields], external]).toEqual([['PAGE'], []]);
    }),
    { numRuns: 6 },
  );
});

test('texts of any length are set: a word of 3,000 letters, a paragraph of 20,000', async () => {
  for (const text of ['W'.repeat(3_000), 'rất dài '.repeat(2_500)]) {
    const { written } = await read(text);
    expect(written).toContain(text);
  }
});
