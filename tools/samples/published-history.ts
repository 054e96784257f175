import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One province's row of a publication: its name as it was published and its figures, by indicator. */
export type PublishedRow = { code: string; name: string; figures: ReadonlyMap<string, string> };

/** What was published of a year, in the order in which it was. */
export type Publication = 'dti' | 'qd766' | 'population';

type Source = {
  file: string;
  unit: string;
  /** The indicator of each column of figures; DTI's are another decision's from 2024. */
  indicators(year: string): Readonly<Record<string, string>>;
};

const indices = (year: string): Readonly<Record<string, string>> =>
  year < '2024'
    ? { total: '922.total', infrastructure: '922.3', government: '922.7', economy: '922.8', society: '922.9' }
    : {
        total: '405.total',
        infrastructure: '405.infrastructure',
        government: '405.government',
        economy: '405.economy',
        society: '405.society',
      };

const groups = ['openness', 'settlement', 'online', 'satisfaction', 'digitisation'];

const sources: Readonly<Record<Publication, Source>> = {
  dti: { file: 'dti/published.csv', unit: 'province', indicators: indices },
  qd766: {
    file: 'qd766/years.csv',
    unit: 'unit',
    indicators: () => ({
      total: '766.total',
      ...Object.fromEntries(groups.map((group) => [group, `766.group-${group}`])),
    }),
  },
  population: {
    file: 'population/published.csv',
    unit: 'province',
    indicators: () => ({ population: 'population', urban: 'urban-population', grdpPerHead: 'grdp-per-head' }),
  },
};

/**
 * The rows of one publication and year, taken from test/data.
 * @param folder test/data
 */
export function readPublication(folder: URL, publication: Publication, year: string): PublishedRow[] {
  const source = sources[publication];
  const indicators = Object.entries(source.indicators(year));
  const rows = parse<Record<string, string>>(readFileSync(new URL(source.file, folder)), {
    columns: true,
    comment: '#',
  });
  return rows
    .filter((row) => row.year === year)
    .map((row) => ({
      code: field(row, source.unit),
      name: field(row, 'name'),
      figures: new Map(indicators.map(([column, indicator]) => [indicator, field(row, column)])),
    }));
}

function field(row: Readonly<Record<string, string>>, name: string): string {
  const value = row[name];
  if (value === undefined || value === '') throw new Error(`published history: no ${name} in a row`);
  return value;
}
