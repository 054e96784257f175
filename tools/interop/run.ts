// `npm run interop`: what other programs write, the engine reads; what it writes, they lay out. See --help.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readSamples } from '../../local/job/samples.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { unitByCode } from '../../shared/catalog/unit.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { openTable } from '../../shared/normalisation/container.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import { documentNames, faultsOfPages } from './briefing-pages.ts';
import { cellsDiffer, figuresDiffer, type OtherCell, reportOn } from './compare.ts';
import { convert, findPrograms, type Programs, python } from './programs.ts';
import { tasksDiffer, writeTaskTemplate } from './task-template.ts';

const help = `The sample workbooks, written anew by LibreOffice and by openpyxl in each of their formats, must give the
figures of the originals; and openpyxl and xlrd must see the cells that the engine sees. The briefing's Word document
is laid out by LibreOffice: its pages must be A4, numbered, in Times New Roman (or Liberation Serif, which has its
widths), with every caption and every chart drawn. The template of tasks, filled in, must tell the same after
LibreOffice has saved it again.

  npm run interop
  npm run interop -- --pages FOLDER   the briefing alone; documents, PDFs and a picture of each page are left in FOLDER

Needs LibreOffice Calc and Writer, Poppler, the font Liberation Serif 2 (apt install fonts-liberation2), and python3
with openpyxl and xlrd; nothing of it is part of the project.
Exit status: 0 all agree · 1 something differs · 2 a program is missing
`;

/** What LibreOffice is asked for. Text: delimiter, quote, character set, first line, …, as shown, every sheet. */
const conversions: readonly { name: string; format: string; refused?: true }[] = [
  { name: 'LibreOffice .xlsx', format: 'xlsx:Calc MS Excel 2007 XML' },
  { name: 'LibreOffice .xlsx (strict)', format: 'xlsx:Calc Office Open XML' },
  { name: 'LibreOffice .xls (97)', format: 'xls:MS Excel 97' },
  { name: 'LibreOffice .csv , UTF-8, as shown', format: text('44', '76', 'true') },
  { name: 'LibreOffice .csv ; UTF-8, plain', format: text('59', '76', 'false') },
  { name: 'LibreOffice .csv ; UTF-16', format: text('59', '65535', 'true') },
  { name: 'LibreOffice .csv tab windows-1258', format: text('9', '40', 'true') },
  { name: 'LibreOffice .ods', format: 'ods', refused: true },
];

function text(delimiter: string, charset: string, asShown: string): string {
  return `csv:Text - txt - csv (StarCalc):${delimiter},34,${charset},1,,0,false,${asShown},false,false,false,-1`;
}

type Original = { name: string; path: string; unit: string; report: Report };
/** `seen`: what the engine took the files for. */
type Line = { name: string; files: number; agree: number; differences: string[]; seen: Set<string> };

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const pages = args.length === 2 && args[0] === '--pages' ? args[1] : undefined;
  if (args.length > 0 && pages === undefined) {
    process.stdout.write(help);
    return args[0] === '--help' ? 0 : 2;
  }
  const programs = findPrograms();
  if ('missing' in programs) {
    process.stderr.write(
      `interop: missing on this machine:\n${programs.missing.map((each) => `  ${each}\n`).join('')}`,
    );
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-interop-'));
  try {
    const briefings = await layOut(programs, pages ?? join(folder, 'briefings'));
    const lines = pages === undefined ? [...(await compareAll(programs, folder)), briefings] : [briefings];
    process.stdout.write(tableOf(lines));
    return lines.every(({ files, agree }) => files > 0 && files === agree) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The briefing's documents as LibreOffice lays them out. */
async function layOut(programs: Programs, folder: string): Promise<Line> {
  const line: Line = { name: 'briefing .docx → .pdf', files: 0, agree: 0, differences: [], seen: new Set() };
  for (const name of documentNames) {
    process.stderr.write(`  briefing ${name} …\n`);
    const faults = await faultsOfPages(programs, name, folder);
    line.files += 1;
    if (faults.length === 0) line.agree += 1;
    else line.differences.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  return line;
}

async function compareAll(programs: Programs, folder: string): Promise<Line[]> {
  const originals = await writeOriginals(join(folder, 'originals'));
  const lines: Line[] = [await withOpenpyxl(programs, originals, join(folder, 'openpyxl'))];
  for (const [at, conversion] of conversions.entries()) {
    process.stderr.write(`  ${conversion.name} …\n`);
    const to = join(folder, `converted-${at}`);
    convert(
      programs,
      conversion.format,
      originals.map(({ path }) => path),
      to,
    );
    lines.push(await comparedFigures(conversion, originals, to));
    if (/\.xlsx?\b/.test(conversion.name)) {
      lines.push(await comparedCells(programs, conversion.name, to));
    }
  }
  lines.push(await withTaskTemplate(programs, join(folder, 'task-template')));
  return lines;
}

/** The template of tasks, filled in, as LibreOffice saves it again. */
async function withTaskTemplate(programs: Programs, folder: string): Promise<Line> {
  const line: Line = { name: 'the template of tasks', files: 0, agree: 0, differences: [], seen: new Set() };
  const path = await writeTaskTemplate(folder);
  const books = conversions.filter(({ name }) => /\.xlsx?\b/.test(name));
  for (const [at, { name, format }] of books.entries()) {
    const to = join(folder, `converted-${at}`);
    convert(programs, format, [path], to);
    const { differences, seen } = await tasksDiffer(to);
    line.files += 1;
    line.seen.add(seen);
    if (differences.length === 0) line.agree += 1;
    else line.differences.push(`${name}: ${differences.slice(0, 3).join('; ')}`);
  }
  return line;
}

/** The sample workbooks under plain names, with the figures that they hold (which tests tie to what was published). */
async function writeOriginals(folder: string): Promise<Original[]> {
  mkdirSync(folder);
  const workbooks = readSamples().files.filter(({ fileName }) => fileName.endsWith('.xlsx'));
  return Promise.all(
    workbooks.map(async ({ unitCode, body }) => {
      const path = join(folder, `${unitCode}.xlsx`);
      writeFileSync(path, body);
      const unit = unitByCode(catalog, 'province', unitCode, '2026-09-14')?.id ?? '';
      return { name: unitCode, path, unit, report: await reportOn(path, unit) };
    }),
  );
}

async function comparedFigures(
  { name, refused }: { name: string; refused?: true },
  originals: readonly Original[],
  folder: string,
): Promise<Line> {
  const line: Line = { name, files: 0, agree: 0, differences: [], seen: new Set() };
  for (const original of originals) {
    // As text, each sheet is a file of its own: `82-Biểu 766.csv`; the one that holds the form is meant.
    const files = readdirSync(folder).filter((file) => /^\d\d/.exec(file)?.[0] === original.name);
    const reports = await Promise.all(files.map((file) => reportOn(join(folder, file), original.unit)));
    const best = reports.toSorted((a, b) => b.observations.length - a.observations.length)[0];
    line.files += 1;
    if (best) line.seen.add([best.file.container, best.file.encoding].filter(Boolean).join(' '));
    const differences = best === undefined ? ['nothing was written'] : differencesOf(original, best, refused);
    if (differences.length === 0) line.agree += 1;
    else line.differences.push(`${original.name}: ${differences.slice(0, 3).join('; ')}`);
  }
  return line;
}

function differencesOf(original: Original, report: Report, refused: true | undefined): string[] {
  if (!refused) return figuresDiffer(original.report, report);
  const codes = report.findings.map(({ code }) => code);
  return report.observations.length === 0 && codes.length === 1 ? [] : [`not refused: ${codes}`];
}

/** Cell for cell against openpyxl or xlrd. */
async function comparedCells(programs: Programs, name: string, folder: string): Promise<Line> {
  const line: Line = {
    name: `  its cells by ${name.includes('.xlsx') ? 'openpyxl' : 'xlrd'}`,
    files: 0,
    agree: 0,
    differences: [],
    seen: new Set(),
  };
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const cells: OtherCell[] = JSON.parse(python(programs, 'read_cells.py', path));
    const differences = await cellsDiffer(path, cells);
    line.files += 1;
    if (differences.length === 0 && cells.length > 0) line.agree += 1;
    else line.differences.push(`${file}: ${differences.slice(0, 3).join('; ')}`);
  }
  return line;
}

/** What the engine reads of the originals, written by openpyxl. */
async function withOpenpyxl(
  programs: Programs,
  originals: readonly Original[],
  folder: string,
): Promise<Line> {
  mkdirSync(folder);
  for (const { name, path } of originals) {
    python(programs, 'write_openpyxl.py', join(folder, `${name}.xlsx`), JSON.stringify(await sheetsOf(path)));
  }
  return comparedFigures({ name: 'openpyxl .xlsx' }, originals, folder);
}

async function sheetsOf(path: string) {
  const { sheets } = await openTable(bytesInMemory(new Uint8Array(readFileSync(path))), inflateRaw);
  return Promise.all(
    sheets.map(async (sheet) => {
      const rows: (string | null | { n: string; f: string | null })[][] = [];
      for await (const batch of sheet.rows()) {
        for (const { number, cells } of batch) {
          const row: (typeof rows)[number] = [];
          for (const { column, kind, text: said, format } of cells) {
            while (row.length < column) row.push(null);
            row[column] = kind === 'number' ? { n: said, f: format } : said;
          }
          rows[number - 1] = row;
        }
      }
      return { name: sheet.name, rows: Array.from(rows, (row) => row ?? []) };
    }),
  );
}

function tableOf(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ name }) => name.length));
  return lines
    .map(({ name, files, agree, differences, seen }) => {
      const told = differences.slice(0, 4).map((each) => `      ${each}\n`);
      return `${agree === files ? '✓' : '✗'} ${name.padEnd(width)}  ${agree}/${files}  ${[...seen].join(', ')}\n${told.join('')}`;
    })
    .join('');
}
