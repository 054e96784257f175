import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** What a unit reports, taken from test/data/qd766: counts as whole numbers, scores and percentages as decimals. */
export type UnitFigures = {
  /** By indicator; null where the source has no count. */
  counts: ReadonlyMap<string, { a: string | null; b: string | null }>;
  /** By indicator: the published percentage, where the source has one. */
  percents: ReadonlyMap<string, string>;
  /** By indicator: points of the groups whose rule is not published. */
  scores: ReadonlyMap<string, string>;
};

/** The published figures of every unit, by unit code. */
export function readPublishedFigures(folder: URL): Map<string, UnitFigures> {
  const counts = rowsOf(folder, 'counts.csv');
  const ratios = rowsOf(folder, 'ratios.csv');
  return new Map(
    rowsOf(folder, 'groups.csv').map((group): [string, UnitFigures] => {
      const own = (row: Row) => row.unit === group.unit;
      return [
        field(group, 'unit'),
        {
          counts: new Map(
            counts
              .filter(own)
              .map((row) => [field(row, 'indicator'), { a: row.a || null, b: row.b || null }]),
          ),
          percents: new Map(
            ratios
              .filter((row) => own(row) && row.percent !== '')
              .map((row) => [field(row, 'indicator'), field(row, 'percent')]),
          ),
          scores: new Map([
            ['766.ONLINE', field(group, 'ONLINE')],
            ['766.TTTT', field(group, 'TTTT')],
          ]),
        },
      ];
    }),
  );
}

type Row = Record<string, string>;

function rowsOf(folder: URL, name: string): Row[] {
  return parse<Row>(readFileSync(new URL(name, folder)), { columns: true, comment: '#' });
}

function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`published figures: no column ${name}`);
  return value;
}
