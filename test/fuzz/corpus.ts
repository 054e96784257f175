import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { readSamples } from '../../local/job/samples.ts';
import { textEncodings, withTcvn3Letters, writeDelimited } from '../writers/texts.ts';
import { type WorkbookWriter, type WrittenCell, workbookWriters } from '../writers/workbooks.ts';
import { tableFiles } from './corpus-tables.ts';

/** A file that mutations start from. */
export type Seedling = { name: string; kind: 'xlsx' | 'xls' | 'text' | 'other'; bytes: Uint8Array };

const folder = fileURLToPath(new URL('../../build/fuzz/corpus/', import.meta.url));
const realFiles = new URL('../data/real/', import.meta.url);
/** Larger files would make a hundred thousand of them take days. */
const mostBytes = 1_500_000;

/**
 * Makes the corpus anew: the sample reports, real files where the project keeps some, and one report by every
 * writer, in every encoding and in each layout. Workers read what is written here, so that a seed and a number name a file.
 */
export async function makeCorpus(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of await corpusFiles()) {
    if (bytes.length <= mostBytes) writeFileSync(folder + name, bytes);
  }
}

/** The corpus as it was made, in the order of its names. */
export function readCorpus(): Seedling[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(folder + name));
      return { name, kind: kindOf(bytes), bytes };
    });
}

function kindOf(bytes: Uint8Array): Seedling['kind'] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'xls';
  return bytes[0] === 0x25 ? 'other' : 'text';
}

async function corpusFiles(): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = readSamples().files.map(({ unitCode, fileName, body }) => [
    `sample-${unitCode}${fileName.slice(fileName.lastIndexOf('.'))}`,
    body,
  ]);
  if (existsSync(realFiles)) {
    for (const name of readdirSync(realFiles)) {
      if (/\.(xlsx?|csv|xlsm)$/i.test(name) && !name.includes('xlrd'))
        files.push([`real-${name}`, readFileSync(new URL(name, realFiles))]);
    }
  }
  const rows = reportRows();
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '')));
  for (const encoding of textEncodings) {
    const format = { delimiter: ';', newline: '\r\n', quotes: false, encoding } as const;
    const written = encoding === 'tcvn3' ? texts.map((row) => row.map(withTcvn3Letters)) : texts;
    files.push([`text-${encoding}.csv`, writeDelimited(written, format)]);
  }
  for (const writer of Object.keys(workbookWriters) as WorkbookWriter[]) {
    const sheets = [
      { name: 'Biểu 766', rows },
      {
        name: 'Khác',
        rows: [['x', 1.5, true, { number: 0.25, format: '0.00%' }, { number: 45_000, format: 'dd/mm/yyyy' }]],
      },
    ];
    files.push([`book-${writer.replace(' ', '-')}`, await workbookWriters[writer](sheets)]);
  }
  return [...files, ...(await tableFiles()), ...oddFiles(texts)];
}

/** The report of a province as cells, from its plainest sample. */
function reportRows(): WrittenCell[][] {
  const { body } = readSamples().files.find(({ unitCode }) => unitCode === '52') as { body: Uint8Array };
  const lines = new TextDecoder().decode(body).trim().split('\n');
  return lines.map((line) => line.trim().split(';').map(cellOf));
}

function cellOf(text: string): WrittenCell {
  if (/^\d{1,3}(\.\d{3})*$/.test(text)) return Number(text.replaceAll('.', ''));
  return text;
}

/** Other containers of the same program, and what is only nearly one of them. */
function oddFiles(texts: string[][]): [string, Uint8Array][] {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(texts), 'Biểu');
  const types = ['biff5', 'xlsb', 'ods', 'html', 'fods'] as const;
  const odd = types.map((bookType): [string, Uint8Array] => [
    `odd-${bookType}`,
    new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer),
  ]);
  return [...odd, ['odd-pdf', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n')]];
}
