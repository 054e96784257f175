import * as v from 'valibot';
import periodsFile from './data/periods.json' with { type: 'json' };
import { type PeriodKind, PeriodsFile } from './schema.ts';

const rules = v.parse(PeriodsFile, periodsFile).kinds;

/** Days are local days in this zone; it has had no daylight saving and no change of offset since 1975. */
export const timeZone = 'Asia/Ho_Chi_Minh';
const offset = '+07:00';

export type Window = { from: string; to: string };
export type Period = {
  /** `2026-Q3`, `2023` */
  code: string;
  kind: PeriodKind;
  year: number;
  names: { vi: string; en: string };
  /** First and last local day, both included. */
  administrative: Window;
  statistical: Window;
  /** The last local day on which a report is on time. */
  due: string;
};

/**
 * The period that a code means, or undefined when the code means none.
 * @param code `2026-Q3`, `2023`
 */
export function periodOf(code: string): Period | undefined {
  const match = /^(20\d{2})(?:-(Q[1-4]))?$/.exec(code);
  const rule = rules.find((candidate) => candidate.suffix === (match?.[2] ?? ''));
  if (!match || !rule) return undefined;
  const year = Number(match[1]);
  const window = ({ from, to }: Window): Window => ({ from: dayOf(year, from), to: dayOf(year, to) });
  return {
    code,
    kind: rule.kind,
    year,
    names: {
      vi: `${rule.names.vi}${rule.kind === 'year' ? ' ' : '/'}${year}`,
      en: `${rule.names.en} ${year}`,
    },
    administrative: window(rule.administrative),
    statistical: window(rule.statistical),
    due: dayOf(year, rule.due),
  };
}

/** The codes of the periods of a kind before one, the nearest first: `2026-Q2`, `2026-Q1`, `2025-Q4` …, or `2022`, `2021` …. */
export function periodsBefore(code: string, count: number): string[] {
  if (/^20\d\d$/.test(code))
    return Array.from({ length: count }, (_, step) => String(Number(code) - 1 - step));
  if (!/-Q[1-4]$/.test(code)) return [];
  const [year, quarter] = code.split('-Q').map(Number) as [number, number];
  const index = year * 4 + quarter - 1;
  return Array.from({ length: count }, (_, step) => {
    const before = index - 1 - step;
    return `${Math.floor(before / 4)}-Q${(before % 4) + 1}`;
  });
}

function dayOf(year: number, relative: string): string {
  return `${year + Number(relative.slice(0, 2))}${relative.slice(2)}`;
}

/**
 * The instant at which a period's reports stop being on time: the end of the due day in Viet Nam.
 * Locks, late flags, reminders and the calendar all ask here.
 * NĐ 09/2019/NĐ-CP, Art. 13(1): "by the 25th of the last month".
 * @param extendedTo the last local day that the secretariat granted one slot, or null: it moves the
 *   deadline forward only
 * @returns an instant in ISO 8601, UTC; a report received before it is on time
 */
export function deadline(period: Period, extendedTo: string | null = null): string {
  return instantOf(`${dayAfter(dueDay(period, extendedTo), 1)}T00:00:00`);
}

/** The last local day on which a report is on time, under an extension if there is one. */
export function dueDay(period: Period, extendedTo: string | null): string {
  return extendedTo !== null && extendedTo > period.due ? extendedTo : period.due;
}

/** The instant of a local time in Viet Nam (`2026-10-14T17:00:00`), ISO 8601, UTC. */
export function instantOf(localTime: string): string {
  return new Date(`${localTime}${offset}`).toISOString();
}

/** The local time in Viet Nam of an instant, to the second: `2026-10-14T17:02:00`. */
export function localTimeOf(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19);
}

/** The local day in Viet Nam on which an instant falls. */
export function localDayOf(instant: string): string {
  return localTimeOf(instant).slice(0, 10);
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
