import type { ProgressState } from '../../../shared/aggregation/progress.ts';
import { type ShownState, stateOf, stateOrder } from '../../../shared/briefing/sections/pillar-result.ts';
import { compare, decimal } from '../../../shared/observations/decimal.ts';
import type { MeetingProgress, NationProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Both } from '../../app/language.tsx';

/** The nation's result of one indicator, with the form and period that it comes from. */
export type PillarResult = NationProgress & { form: string; period: string };
export type PillarCode = 'government' | 'economy' | 'society' | 'foundation' | 'other';

/** The pillars of digital transformation (QĐ 749/QĐ-TTg): the first three are always shown. */
export const pillarNames: Readonly<Record<PillarCode, Both>> = {
  government: { vi: 'Chính phủ số', en: 'Digital government' },
  economy: { vi: 'Kinh tế số', en: 'Digital economy' },
  society: { vi: 'Xã hội số', en: 'Digital society' },
  foundation: { vi: 'Nền tảng chuyển đổi số', en: 'Foundations of digital transformation' },
  other: { vi: 'Các chỉ tiêu khác', en: 'Other indicators' },
};
const threePillars = ['government', 'economy', 'society'] as const;

export type Pillar = {
  code: PillarCode;
  /** Those that are farthest from their targets first, what has no figure after them, what is reached last. */
  results: readonly PillarResult[];
  /** How many stand how, in the order in which a summary names them; what is none is not here. */
  counts: readonly (readonly [state: ShownState, count: number])[];
};

/** The three pillars, and the others of which a meeting asks something, with what the nation has reached. */
export function pillarsOf({ asks }: Pick<MeetingProgress, 'asks'>): Pillar[] {
  const all = asks.flatMap(({ form, period, indicators }) =>
    indicators.map((indicator): PillarResult => ({ ...indicator, form, period })),
  );
  const codes = Object.keys(pillarNames) as PillarCode[];
  return codes.flatMap((code) => {
    const results = all.filter(({ pillar }) => (pillar ?? 'other') === code).sort(byNeed);
    const isMain = threePillars.some((main) => main === code);
    return results.length > 0 || isMain ? [{ code, results, counts: countsOf(results) }] : [];
  });
}

export function shownState({ target, national }: Pick<PillarResult, 'target' | 'national'>): ShownState {
  return stateOf({ progress: { state: national.state, target } });
}

/** Of how many units figures are: of each the same number, or from a least to a most. */
export type StoodOn = { least: number; most: number; expected: number };

/**
 * On how many units the figures of a pillar stand; null where they are of all, where there is none, or where not the same
 * units were asked for each.
 */
export function standingOn(results: readonly Pick<PillarResult, 'national'>[]): StoodOn | null {
  const told = results.map(({ national }) => national).filter(({ value }) => value !== null);
  const [first] = told;
  if (first === undefined || told.some(({ expected }) => expected !== first.expected)) return null;
  const counts = told.map(({ counted }) => counted);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least < first.expected ? { least, most, expected: first.expected } : null;
}

function countsOf(results: readonly PillarResult[]): Pillar['counts'] {
  return stateOrder.flatMap((state) => {
    const count = results.filter((result) => shownState(result) === state).length;
    return count === 0 ? [] : [[state, count] as const];
  });
}

const needs: Readonly<Record<ProgressState, number>> = {
  behind: 0,
  'not-reached': 0,
  'on-track': 1,
  'not-comparable': 2,
  'not-a-number': 3,
  'no-target': 4,
  reached: 5,
};

/** Distances of one unit of measure only are held against each other; else the order of the form stays. */
function byNeed(one: PillarResult, other: PillarResult): number {
  const need = needs[one.national.state] - needs[other.national.state];
  if (need !== 0) return need;
  if (one.unit !== other.unit || one.national.distance === null || other.national.distance === null) return 0;
  return compare(decimal(other.national.distance), decimal(one.national.distance));
}

/**
 * Where a share in percent and its target stand on a bar from 0 to 100; null where there is nothing to be drawn.
 * Only the drawing is inexact: the figures beside it stay decimal text.
 */
export function barOf({
  unit,
  target,
  national,
}: Pick<PillarResult, 'unit' | 'target' | 'national'>): { value: number; target: number | null } | null {
  if (unit !== '%' || national.value === null) return null;
  const aim = target?.aim;
  const aimed = aim === undefined || aim.is === 'words' ? null : aim.is === 'range' ? aim.from : aim.value;
  return { value: percentOf(national.value), target: aimed === null ? null : percentOf(aimed) };
}

function percentOf(decimal: string): number {
  return Math.min(100, Math.max(0, Number(decimal)));
}
