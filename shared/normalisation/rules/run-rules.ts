import { isWithin, type Period } from '../../catalog/period.ts';
import type { Ledger } from '../ledger.ts';
import type { FormRow, RowRule, Rule, RuleInput, RuleState, TableCheck, Violation } from './rule.ts';
import { severityOf } from './rule-states.ts';
import { rules } from './rules.ts';

/** The state in which each rule runs, by code; a rule that is not named runs in its own. */
export type RuleStates = ReadonlyMap<string, RuleState>;

type Running<R> = { rule: R; state: RuleState };

/**
 * The rules on the rows of one file, given one after the other: `row` for each, `end` once. A file of a million
 * rows is checked by the same code as a form of twenty.
 */
export class RuleRun {
  readonly #input: RuleInput;
  readonly #ledger: Ledger;
  readonly #rowRules: Running<RowRule>[] = [];
  readonly #checks: (Running<Rule> & { check: TableCheck })[] = [];

  /** @param without codes of rules that the caller applies itself */
  constructor(
    given: { input: RuleInput; states: RuleStates; without?: ReadonlySet<string> },
    ledger: Ledger,
  ) {
    this.#input = given.input;
    this.#ledger = ledger;
    for (const { rule, state } of rulesThatRun(given.states, given.input)) {
      if (given.without?.has(rule.code)) continue;
      if ('checkRow' in rule) this.#rowRules.push({ rule, state });
      else this.#checks.push({ rule, state, check: rule.begin(given.input) });
    }
  }

  row(row: FormRow): void {
    for (const running of this.#rowRules) {
      const found = running.rule.checkRow(row, this.#input);
      if (found.length > 0) this.#note(running, found);
    }
    for (const running of this.#checks) {
      const found = running.check.row(row);
      if (found.length > 0) this.#note(running, found);
    }
  }

  /**
   * @param without codes of rules that say nothing of the whole, because it was not read whole
   * @param lost codes of findings with which the caller passed rows over
   */
  end(without: ReadonlySet<string> = new Set(), lost: readonly string[] = []): void {
    for (const running of this.#checks)
      if (!without.has(running.rule.code)) this.#note(running, running.check.end());
    for (const { code, causedWhollyBy = [], causedBy = [], lostWith = [] } of rules) {
      if (causedWhollyBy.length > 0) this.#ledger.blameFirst(code, causedWhollyBy);
      if (causedBy.length > 0) this.#ledger.blame(code, causedBy);
      if (lostWith.length > 0) this.#ledger.blameRows(code, [...lostWith, ...lost]);
    }
  }

  #note({ rule, state }: Running<Rule>, found: readonly Violation[]): void {
    for (const { place, got, expected, ...details } of found) {
      if (state === 'shadow') this.#ledger.shade(rule.code);
      else this.#ledger.find(rule.code, place, got, expected, { ...details, severity: severityOf(state) });
    }
  }
}

/** All rows of a form at once. */
export function runRules(
  rows: readonly FormRow[],
  given: { input: RuleInput; states: RuleStates; without?: ReadonlySet<string> },
  ledger: Ledger,
): void {
  const run = new RuleRun(given, ledger);
  for (const row of rows) run.row(row);
  run.end();
}

/** The rules that hold in the period and are on, each with its state, but for those that lack what they need. */
export function rulesThatRun(
  states: RuleStates,
  { period, last }: Pick<RuleInput, 'period' | 'last'>,
  all: readonly Rule[] = rules,
): Running<Rule>[] {
  return rulesOn(states, period, all).filter(({ rule }) => !rule.needs || last !== null);
}

/** The codes of the rules that hold and are on, but do not run for want of what they compare with. */
export function rulesNotRun(
  states: RuleStates,
  { period, last }: Pick<RuleInput, 'period' | 'last'>,
): string[] {
  const lacking = rulesOn(states, period, rules).filter(({ rule }) => rule.needs && last === null);
  return lacking.map(({ rule }) => rule.code).sort();
}

function rulesOn(states: RuleStates, period: Period, all: readonly Rule[]): Running<Rule>[] {
  return all
    .filter(({ periods }) => isWithin(periods, period.code))
    .map((rule) => ({ rule, state: states.get(rule.code) ?? rule.state }))
    .filter(({ state }) => state !== 'draft' && state !== 'retired');
}
