import * as v from 'valibot';
import periodsFile from './data/periods.json' with { type: 'json' };
import { type PeriodKind, PeriodsFile } from './schema.ts';

const { kinds: rules, regimes: everyRegime } = v.parse(PeriodsFile, periodsFile);
type PeriodRule = (typeof rules)[number];

/** To whom reports go and by which rule they are due, by code. */
export const regimes: ReadonlyMap<string, (typeof everyRegime)[number]> = new Map(
  everyRegime.map((regime) => [regime.code, regime]),
);

/** Days are local days in this zone; it has had no daylight saving and no change of offset since 1975. */
export const timeZone = 'Asia/Ho_Chi_Minh';
const offset = '+07:00';

export type Window = { from: string; to: string };
export type Period = {
  /** `2026-M07`, `2026-Q3`, `2026-H1`, `2026-9M`, `2023` */
  code: string;
  kind: PeriodKind;
  year: number;
  names: { vi: string; en: string };
  /** Its figures add up from the start of the year: half a year, nine months, a year. Never a quarter. */
  isCumulative: boolean;
  /** First and last local day, both included. */
  administrative: Window;
  statistical: Window;
};

/**
 * The period that a code means, or undefined when the code means none.
 * NĐ 09/2019/NĐ-CP, Art. 12 (administrative windows): a month from the 15th of the one before to its 14th, a quarter
 * from the 15th of the month before it to the 14th of its last month, the first half 15/12–14/06, the second
 * 15/06–14/12, a year 15/12–14/12. TT 04/2022/TT-BTTTT (statistical windows): the calendar.
 * @param code `2026-M07`, `2026-Q3`, `2026-H1`, `2026-9M`, `2023`
 */
export function periodOf(code: string): Period | undefined {
  const rule = ruleOf(code);
  if (!rule) return undefined;
  const year = Number(code.slice(0, 4));
  const window = ({ from, to }: Window): Window => ({ from: dayOf(year, from), to: dayOf(year, to) });
  const named = (name: string): string => name.replace('{year}', String(year));
  return {
    code,
    kind: rule.kind,
    year,
    names: { vi: named(rule.names.vi), en: named(rule.names.en) },
    isCumulative: rule.cumulative,
    administrative: window(rule.administrative),
    statistical: window(rule.statistical),
  };
}

/** The period whose administrative or statistical window has exactly these first and last days. */
export function periodWithin({ from, to }: Window): Period | undefined {
  return rules
    .flatMap(({ suffix }) => periodOf(`${to.slice(0, 4)}${suffix}`) ?? [])
    .find(({ administrative, statistical }) =>
      [administrative, statistical].some((window) => window.from === from && window.to === to),
    );
}

/** The day on which a period's reports are due by a regime, as its rule has it; undefined: it names none. */
export function ruledDueDay({ code, year }: Period, regime: string): string | undefined {
  const day = ruleOf(code)?.due[regime];
  return day === undefined ? undefined : dayOf(year, day);
}

/**
 * The quarters of which half a year, nine months or a year consists, by code; none for a quarter and a month. What is
 * cumulative is never itself one of the quarters.
 */
export function partsOf({ code, year }: Period): string[] {
  return (ruleOf(code)?.parts ?? []).map((suffix) => `${year}${suffix}`);
}

/** The codes of the periods of a kind before one, the nearest first: `2026-Q2`, `2026-Q1`, `2025-Q4` …, or `2022`, `2021` …. */
export function periodsBefore(code: string, count: number): string[] {
  const place = placeOf(code);
  if (!place) return [];
  return Array.from({ length: count }, (_, step) => codeAt(place.suffixes, place.index - 1 - step));
}

/**
 * The codes of the periods from one to another of its kind, both included, the earliest first.
 * @param most more than so many are not listed
 * @returns undefined when one of the codes is no period, they are of two kinds, the second is before the first, or
 *   there are too many
 */
export function periodsBetween(from: string, to: string, most: number): string[] | undefined {
  const [first, last] = [placeOf(from), placeOf(to)];
  if (!first || !last || first.kind !== last.kind) return undefined;
  const count = last.index - first.index + 1;
  if (count < 1 || count > most) return undefined;
  return Array.from({ length: count }, (_, step) => codeAt(first.suffixes, first.index + step));
}

/** As many as there are codes of the shortest kind, months of a century: fewer would leave some out. */
const everyPeriod = 1_200;

/** All of them, however many: none when one of the codes is no period, they are of two kinds, or the second is earlier. */
export function everyPeriodBetween(from: string, to: string): string[] {
  return periodsBetween(from, to, everyPeriod) ?? [];
}

/** True when a period lies in what has a first and a last period, of whatever kinds: its last day decides. */
export function isWithin({ from, to }: { from: string; to: string | null }, code: string): boolean {
  const day = lastDayOf(code);
  return lastDayOf(from) <= day && (to === null || day <= lastDayOf(to));
}

function lastDayOf(code: string): string {
  const period = periodOf(code);
  if (!period) throw new Error(`${code} is no period`);
  return period.statistical.to;
}

function ruleOf(code: string): PeriodRule | undefined {
  return /^20\d\d/.test(code) ? rules.find(({ suffix }) => suffix === code.slice(4)) : undefined;
}

/** Where a period stands among all those of its kind. */
function placeOf(code: string): { kind: PeriodKind; suffixes: readonly string[]; index: number } | undefined {
  const rule = ruleOf(code);
  if (!rule) return undefined;
  const suffixes = rules.filter(({ kind }) => kind === rule.kind).map(({ suffix }) => suffix);
  const index = Number(code.slice(0, 4)) * suffixes.length + suffixes.indexOf(rule.suffix);
  return { kind: rule.kind, suffixes, index };
}

function codeAt(suffixes: readonly string[], index: number): string {
  return `${Math.floor(index / suffixes.length)}${suffixes[index % suffixes.length]}`;
}

function dayOf(year: number, relative: string): string {
  const month = `${year + Number(relative.slice(0, 2))}${relative.slice(2, 5)}`;
  const day = relative.slice(6);
  if (day !== 'end') return `${month}-${day}`;
  // Four days behind the 28th the next month has begun in any case; the last day is the one before its first.
  const next = `${dayAfter(`${month}-28`, 4).slice(0, 7)}-01`;
  return dayAfter(next, -1);
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
