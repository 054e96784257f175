import * as v from 'valibot';
import { bases } from '../aggregation/basis.ts';
import type { Subject } from '../aggregation/series-point.ts';
import type { SeriesAsk } from '../query/read-series.ts';
import { Refusal } from '../refusal.ts';
import type { Request } from './http.ts';
import { Code, queryOf } from './request.ts';

/** On which map figures are told; that of their period where nothing is said. */
export const basis = v.optional(v.picklist(bases), 'as-reported');

const mostUnits = 10;
const Ids = v.pipe(
  v.string(),
  v.maxLength(400),
  v.transform((text) => text.split(',')),
  v.array(Code),
  v.maxLength(mostUnits),
);

const SeriesQuery = v.strictObject({
  form: v.optional(Code),
  indicator: v.optional(Code),
  scorecard: v.optional(Code),
  /** Ids of units, with commas between them; absent: every unit. */
  unit: v.optional(Ids),
  from: v.optional(Code),
  to: v.optional(Code),
  basis,
  by: v.optional(v.picklist(['period', 'year']), 'period'),
});

/** What a request for a series asks. @throws Refusal `parameter-malformed` */
export function seriesAsk(request: Request): SeriesAsk {
  const { unit = null, from = null, to = null, ...query } = queryOf(SeriesQuery, request);
  const { basis, by } = query;
  return { subject: subjectOf(query), units: unit, from, to, basis, by, at: request.at };
}

/** A form and its indicator, or a scorecard alone. */
function subjectOf(query: Partial<Record<'form' | 'indicator' | 'scorecard', string | undefined>>): Subject {
  const { form, indicator, scorecard } = query;
  if (scorecard !== undefined) {
    const more = [form === undefined ? [] : 'form', indicator === undefined ? [] : 'indicator'].flat();
    if (more.length === 0) return { scorecard };
    throw new Refusal(
      'parameter-malformed',
      more.map((field) => ({ field, fault: 'unknown' as const })),
    );
  }
  if (form !== undefined && indicator !== undefined) return { form, indicator };
  const missing = [form === undefined ? 'form' : [], indicator === undefined ? 'indicator' : []].flat();
  throw new Refusal(
    'parameter-malformed',
    missing.map((field) => ({ field, fault: 'missing' as const })),
  );
}
