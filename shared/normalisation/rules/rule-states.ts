import { isWithin } from '../../catalog/period.ts';
import { type ReadingRule, readingRules } from './reading-rules.ts';
import type { RuleState } from './rule.ts';
import { rules } from './rules.ts';

/** The state of each rule that readers decide, in one period, by code. */
export type ReadingStates = ReadonlyMap<string, RuleState>;

/** Every rule: those on the figures, and those that are decided while a file is read. */
export const allRules = [...rules, ...readingRules] as const;

/** The state of every rule of this engine, by code. */
export function statesNow(): Record<string, RuleState> {
  return Object.fromEntries(allRules.map(({ code, state }) => [code, state]));
}

/**
 * The states in which the rules that readers decide hold for a period; one that does not hold in it is as one that
 * no longer runs.
 * @param given those of a context, by code; a rule that is not named has its own
 */
export function readingStates(
  given: Readonly<Record<string, RuleState>>,
  period: string,
  all: readonly Pick<ReadingRule, 'code' | 'state' | 'periods'>[] = readingRules,
): ReadingStates {
  return new Map(
    all.map(({ code, state, periods }) => {
      return [code, isWithin(periods, period) ? (given[code] ?? state) : 'retired'];
    }),
  );
}

/** The codes of the rules of the reading that compare with something of a context. */
export function readingRulesNeeding(what: NonNullable<ReadingRule['needs']>): string[] {
  return readingRules.filter(({ needs }) => needs === what).map(({ code }) => code);
}

/** Rules whose state no context may change. */
export const fixedRules: ReadonlySet<string> = new Set(
  readingRules.filter(({ fixed }) => fixed).map(({ code }) => code),
);

/** How what a rule finds is shown. */
export function severityOf(state: RuleState): 'error' | 'warning' {
  return state === 'blocking' ? 'error' : 'warning';
}
