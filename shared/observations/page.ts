import type { Form } from '../catalog/schema.ts';
import type { Observation, ObservationStatus } from './observation.ts';

/**
 * A page: a submission's figures for one group of indicators, in columns, so that a province's quarter
 * costs a handful of writes instead of one for each figure. Row `i` of every column is one observation.
 */
export type Page = {
  schema: 'page/1';
  group: string;
  indicator: string[];
  value: (string | null)[];
  numerator: (string | null)[];
  denominator: (string | null)[];
  status: ObservationStatus[];
  /** Rows that were written as approximations. */
  approximate: number[];
  /** Notes by row, only where there is one. */
  notes: Record<string, string>;
};

/** What a page says of one indicator. The unit and the period are the submission's. */
export type Figure = Pick<
  Observation,
  'indicator' | 'value' | 'numerator' | 'denominator' | 'status' | 'approximate' | 'note'
>;

/** Packs a submission's observations into one page a group of its form, rows in the form's order. */
export function pagesOf(observations: readonly Observation[], form: Form): Page[] {
  const byIndicator = new Map(observations.map((observation) => [observation.indicator, observation]));
  return form.groups.flatMap((group) => {
    const rows = form.indicators
      .filter((row) => row.group === group.code)
      .map((row) => byIndicator.get(row.indicator))
      .filter((observation) => observation !== undefined);
    return rows.length === 0 ? [] : [pageOf(group.code, rows)];
  });
}

function pageOf(group: string, rows: readonly Observation[]): Page {
  return {
    schema: 'page/1',
    group,
    indicator: rows.map((row) => row.indicator),
    value: rows.map((row) => row.value),
    numerator: rows.map((row) => row.numerator),
    denominator: rows.map((row) => row.denominator),
    status: rows.map((row) => row.status),
    approximate: rows.flatMap((row, index) => (row.approximate ? [index] : [])),
    notes: Object.fromEntries(rows.flatMap((row, index) => (row.note === null ? [] : [[index, row.note]]))),
  };
}

/**
 * The figures of a page.
 * @throws Error when the page is of a shape that this code does not know: never skipped
 */
export function figuresOf(page: Page): Figure[] {
  if (page.schema !== 'page/1') throw new Error(`unknown page schema: ${String(page.schema)}`);
  const approximate = new Set(page.approximate);
  return page.indicator.map((indicator, row) => ({
    indicator,
    value: page.value[row] ?? null,
    numerator: page.numerator[row] ?? null,
    denominator: page.denominator[row] ?? null,
    status: page.status[row] as ObservationStatus,
    approximate: approximate.has(row),
    note: page.notes[String(row)] ?? null,
  }));
}
