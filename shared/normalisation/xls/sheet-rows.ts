import type { CellObject } from '@e965/xlsx';
import type { Cell, Row } from '../table.ts';
import type { ScannedWorkbook, SheetMarks } from './scan-records.ts';

/** Error values as Excel shows them ([MS-XLS] 2.5.10). */
const errors: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

const rowsABatch = 1_000;

/** The rows of a sheet that SheetJS has read, a batch at a time; only cells that exist are visited. */
export function* sheetRows(
  data: readonly (readonly (CellObject | undefined)[] | undefined)[],
  marks: SheetMarks,
  workbook: ScannedWorkbook,
): Generator<Row[]> {
  let rows: Row[] = [];
  // A row that holds nothing is not in an old workbook, so none is counted.
  for (let index = 0; index < data.length; index += 1) {
    const stored = data[index];
    if (!stored) continue;
    rows.push({
      number: index + 1,
      cells: rowCells(index, stored, marks, workbook),
      width: null,
      faults: [],
    });
    if (rows.length < rowsABatch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function rowCells(
  row: number,
  stored: readonly (CellObject | undefined)[],
  { styles, formulas }: SheetMarks,
  workbook: ScannedWorkbook,
): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < stored.length; column += 1) {
    const object = stored[column];
    if (!object) continue;
    const key = row * 65_536 + column;
    const style = styles.get(key) ?? 0;
    const legacy = workbook.styles.isLegacy(style);
    const value = valueIn(object, legacy, workbook);
    if (!value || value.text === '') continue;
    cells.push({
      column,
      ...value,
      format: workbook.styles.formatOf(style),
      formula: formulas.has(key),
      ...(legacy && value.kind === 'text' ? { legacy: true as const } : {}),
    });
  }
  return cells;
}

function valueIn(
  { t: type, v: value }: CellObject,
  legacy: boolean,
  workbook: ScannedWorkbook,
): Pick<Cell, 'text' | 'kind'> | undefined {
  if (typeof value === 'number' && type === 'e') {
    return { kind: 'error', text: errors.get(value) ?? `#ERROR ${value}` };
  }
  // The shortest decimal of the double, as a workbook of XML would hold it.
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value !== 'string') return undefined;
  return {
    kind: 'text',
    text: workbook.version === 8 || legacy ? value : decodeLetters(value, workbook.codePage),
  };
}

/** Before BIFF8 a text is bytes in the code page of its workbook; SheetJS hands those on as Latin-1. */
function decodeLetters(text: string, codePage: number): string {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  if (codePage === 1258) return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  return new TextDecoder('windows-1252').decode(bytes);
}
