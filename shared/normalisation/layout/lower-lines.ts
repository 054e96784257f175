import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { matchUnit } from '../match/match-unit.ts';
import { unitFinding } from '../match/unit-finding.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Place, Row } from '../table.ts';
import { readTitle, type Title, type TitleFact } from './title.ts';
import { isCumulative } from './title-period.ts';

/** What a line between the rows of a table says of those below it, where it says anything. */
export type LowerLine = { row: number; title: Title; measure: TitleFact | null };

/** `II. KINH TẾ SỐ (Đơn vị tính: nghìn)`: what a group's figures are counted in. */
const inBrackets = /\((?:đơn vị tính|đvt|đơn vị)\s*[:：]\s*([^()]{1,60})\)/iu;

/**
 * Reads a row that holds no figures, below a table's heading, as a line that may start another table: a title that
 * names a period or a unit, or what the figures are counted in.
 */
export function readLowerLine(row: Row): LowerLine | undefined {
  if (row.cells.length === 0 || row.cells.length > 4) return undefined;
  const title = readTitle([row]);
  const [own = null] = title.measures;
  const measure = own ?? measureInBrackets(row);
  const says = title.units.length + title.bareNames.length + title.periods.length + title.loosePeriods.length;
  return says > 0 || measure ? { row: row.number, title, measure } : undefined;
}

function measureInBrackets(row: Row): TitleFact | null {
  for (const { text, column } of row.cells) {
    const measure = text.length > 400 ? undefined : inBrackets.exec(text.normalize('NFC'))?.[1]?.trim();
    if (measure !== undefined && readUnitOfMeasure(measure) !== undefined)
      return { text: measure, row: row.number, column };
  }
  return null;
}

/** Finds fault with a line that says of the rows below it that they are of another period or unit. */
export function checkLowerLine(line: LowerLine, sheet: string | null, asked: Asked, ledger: Ledger): void {
  checkLowerPeriods(line, sheet, asked, ledger);
  const { units, bareNames } = line.title;
  const bare = bareNames.filter(({ text }) => 'match' in matchUnit(asked.units, text));
  for (const fact of [...units, ...bare]) {
    const finding = unitFinding(matchUnit(asked.units, fact.text), asked);
    if (finding)
      ledger.find(finding.code, placeOf(fact, sheet), fact.text, finding.expected, { hint: finding.hint });
  }
}

/** As `checkLowerLine`, for a table whose rows name units themselves. */
export function checkLowerPeriods(
  { title }: LowerLine,
  sheet: string | null,
  asked: Asked,
  ledger: Ledger,
): void {
  const expected = asked.period.code;
  for (const fact of [...title.periods, ...title.loosePeriods]) {
    // A year alone is often that of a plan, or of a decision.
    const codes = fact.codes.filter((code) => !/^\d{4}$/.test(code));
    if (fact.passing || codes.length === 0 || codes.includes(expected)) continue;
    const sums = codes.every((code) => isCumulative(code) && code.startsWith(expected.slice(0, 4)));
    const isSum = sums && !asked.period.isCumulative;
    ledger.find(isSum ? 'period-cumulative' : 'period-differs', placeOf(fact, sheet), fact.text, expected);
  }
}

function placeOf({ row, column }: TitleFact, sheet: string | null): Place {
  return { sheet, row, column };
}

/** True when a row repeats the words of a heading's rows, each in its own column, as every printed page does. */
export function repeatsHeading(row: Row, heading: readonly Row[]): boolean {
  const known = new Set(heading.flatMap(({ cells }) => cells.map(keyOf)));
  return row.cells.every((cell) => known.has(keyOf(cell)));
}

function keyOf({ column, text }: { column: number; text: string }): string {
  return `${column} ${fold(text.slice(0, 400))}`;
}
