import type { MeetingCoverage, UnitReports } from '../../../shared/aggregation/meeting-coverage.ts';

export type CoverState = UnitReports['reports'][number]['state'];

/** How many reports are in a state. */
export function counted(totals: MeetingCoverage['totals'], state: CoverState): number {
  const byState: Record<CoverState, number> = {
    'on-time': totals.onTime,
    late: totals.late,
    reported: totals.reported,
    missing: totals.missing,
    'not-due': totals.notDue,
  };
  return byState[state];
}

/** A unit's report of one form in a state. `isOneOfMany`: the meeting asks for several, so the form has to be named. */
type StateReport = Pick<UnitReports, 'unit' | 'name'> &
  UnitReports['reports'][number] & { isOneOfMany: boolean };

/** The reports in a state, in the order of the units. */
export function reportsIn({ units, asks }: MeetingCoverage, state: CoverState): StateReport[] {
  return units.flatMap(({ unit, name, reports }) =>
    reports
      .filter((report) => report.state === state)
      .map((report) => ({ unit, name, ...report, isOneOfMany: asks.length > 1 })),
  );
}
