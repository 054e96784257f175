import type { CoverageDocument } from './punctuality.ts';
import type { Named } from './round.ts';

type Counts = CoverageDocument['counts'] & { expected: number; counted: number };
type CoveredUnit = CoverageDocument['units'][number];

/** One form of a meeting in one period: when it was due and by which rule, and how many reported. */
export type CoveredAsk = Pick<
  CoverageDocument,
  'form' | 'period' | 'due' | 'deadline' | 'dueMoved' | 'dueIsSure' | 'rule'
> & { counts: Counts };

/** What one unit owed for a meeting, form by form. */
export type UnitReports = Named & {
  reports: ({ form: string; period: string } & Omit<CoveredUnit, keyof Named>)[];
};

/**
 * Who has reported what for a meeting, by unit and by form: what must be read before any of its figures. It is put
 * together from the coverage of each form, and holds nothing of its own.
 */
export type MeetingCoverage = {
  schema: 'meeting-coverage/1';
  meeting: string;
  /** Of all forms together: reports, not units, are counted. */
  totals: Counts;
  asks: CoveredAsk[];
  units: UnitReports[];
};

/**
 * The coverage of a meeting from that of each of its forms.
 * @param documents on the maps of their periods, in the order of what the meeting asks for
 */
export function meetingCoverage(meeting: string, documents: readonly CoverageDocument[]): MeetingCoverage {
  const asks = documents.map(({ form, period, due, deadline, dueMoved, dueIsSure, rule, ...rest }) => {
    const { expected, counted, counts } = rest;
    return {
      form,
      period,
      due,
      deadline,
      dueMoved,
      dueIsSure,
      rule,
      counts: { expected, counted, ...counts },
    };
  });
  const units = new Map<string, UnitReports>();
  for (const { form, period, units: covered } of documents) {
    for (const { unit, code, name, ...report } of covered) {
      const found = units.get(unit) ?? { unit, code, name, reports: [] };
      found.reports.push({ form, period, ...report });
      units.set(unit, found);
    }
  }
  const totals = asks.reduce<Counts>((sum, { counts }) => added(sum, counts), nothing);
  return { schema: 'meeting-coverage/1', meeting, totals, asks, units: [...units.values()] };
}

const nothing: Counts = {
  expected: 0,
  counted: 0,
  onTime: 0,
  late: 0,
  reported: 0,
  missing: 0,
  notDue: 0,
  nil: 0,
  revised: 0,
};

function added(one: Counts, other: Counts): Counts {
  const keys = Object.keys(nothing) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as Counts;
}
