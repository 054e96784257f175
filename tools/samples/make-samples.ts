// Writes local/samples/2026-Q3/: one report for each of the 34 provinces, as provinces send them; and
// local/samples/history/: what ministries published of all provinces; each with its manifest.
// Input: test/data and the catalogue. Run: node tools/node24.mjs tools/samples/make-samples.ts
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { catalog } from '../../shared/catalog/catalog.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import { nameOn, unitByCode } from '../../shared/catalog/unit.ts';
import { makeHistory } from './make-history.ts';
import { readPublishedFigures, type UnitFigures } from './published-figures.ts';
import { layOutReport, type Table } from './report-layout.ts';
import { periodLabel, periodTexts, reportTitle, unitLabel } from './report-words.ts';
import { type Sample, samples } from './sample-plan.ts';
import { writeText } from './write-text.ts';
import { type Sheet, writeWorkbook } from './write-workbook.ts';

const period = '2026-Q3';
const source = new URL('../../test/data/qd766/', import.meta.url);
const target = new URL(`../../local/samples/${period}/`, import.meta.url);
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One entry of the manifest. */
type ManifestEntry = { unitCode: string; file: string; contentType: string; written: string };

async function makeSamples(): Promise<void> {
  const published = readPublishedFigures(source);
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) rmSync(new URL(encodeURIComponent(name), target));
  const entries: ManifestEntry[] = [];
  for (const sample of samples) {
    const figures = published.get(sample.unit);
    if (!figures) throw new Error(`no published figures for unit ${sample.unit}`);
    const bytes = await bytesOf(sample, figures);
    writeFileSync(new URL(encodeURIComponent(sample.file), target), bytes);
    entries.push({
      unitCode: sample.unit,
      file: sample.file,
      contentType: contentTypeOf(sample),
      written: described(sample),
    });
  }
  const manifest = { schema: 'samples/1', form: 'qd766', period, files: entries };
  writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function bytesOf(sample: Sample, figures: UnitFigures): Promise<Buffer> {
  const day = periodOf(period)?.administrative.to;
  const form = catalog.forms.get('qd766');
  const unit = day && unitByCode(catalog, 'province', sample.unit, day);
  if (!unit || !form) throw new Error(`no unit ${sample.unit} in ${period}`);
  const name = nameOn(unit, day);
  const unitName = { full: name.full, plain: name.vi };
  const content = { unitName, form, indicators: catalog.indicators, figures, missing: 'null' };
  const table = layOutReport(content, sample.style);
  if (sample.kind === 'text') return writeText(table, sample.format);
  const sheets: Sheet[] = [{ name: sample.sheet, hidden: false, table }];
  if (sample.cover) sheets.unshift({ name: 'Bìa', hidden: false, table: coverOf(unitName.full) });
  if (sample.hidden) sheets.push({ name: 'DanhMuc', hidden: true, table: listOfIndicators() });
  return writeWorkbook(sheets, sample.format);
}

/** A cover sheet: who reports what for when, and no figure. */
function coverOf(unit: string): Table {
  const lines = [reportTitle, `${unitLabel} ${unit}`, `${periodLabel} ${periodTexts.roman}`];
  return { rows: [[], ...lines.map((text) => [{ is: 'text' as const, text }])], merges: [], headerRow: 0 };
}

/** The kind of list that stands behind the drop-downs of a template, on a hidden sheet. */
function listOfIndicators(): Table {
  const asked = new Set(catalog.forms.get('qd766')?.indicators.map(({ indicator }) => indicator));
  const listed = [...catalog.indicators.values()].filter(({ id }) => asked.has(id));
  const rows = listed.map(({ id, names }) => [id, names.vi]);
  const cells = [['Mã chỉ tiêu', 'Chỉ tiêu'], ...rows].map((row) =>
    row.map((text) => ({ is: 'text' as const, text })),
  );
  return { rows: cells, merges: [], headerRow: 0 };
}

function contentTypeOf(sample: Sample): string {
  if (sample.kind === 'workbook') return workbookType;
  return sample.format.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
}

/** How a file was written, in one line for people. */
function described({ style, ...sample }: Sample): string {
  const layout = [
    `columns ${style.columns.join(' ')}`,
    `${style.headings} headings`,
    `${style.title} title`,
    style.columnNumbers && 'column numbers',
    style.sections !== 'none' && `group rows (${style.sections})`,
    style.results === 'percent' && 'percentages given',
    style.notes !== 'none' && 'notes',
    style.footer && 'footer',
  ];
  if (sample.kind === 'workbook') {
    const { writer, strings, numbers, percents } = sample.format;
    const extras = [
      sample.cover && 'cover sheet',
      sample.hidden && 'hidden sheet',
      style.results === 'percent' && `percentages as ${percents}`,
    ];
    return [writer, `${strings} strings`, `numbers ${numbers}`, ...extras, ...layout]
      .filter(Boolean)
      .join(', ');
  }
  const { delimiter, encoding, bom, newline, numbers, percentSign, padded, unicode } = sample.format;
  const written = [
    { ',': 'comma', ';': 'semicolon', '\t': 'tab' }[delimiter],
    `${encoding}${bom ? ' with BOM' : ''}`,
    newline === '\n' ? 'LF' : 'CRLF',
    `${numbers} numbers`,
    percentSign && 'percent signs',
    !padded && 'ragged rows',
    unicode === 'NFD' && 'NFD',
  ];
  return [...written, ...layout].filter(Boolean).join(', ');
}

await makeSamples();
await makeHistory();
