import type { Ledger } from '../ledger.ts';
import type { RuleInput } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';

/** Applies every rule to figures that were read together. */
export function applyRules(input: RuleInput, ledger: Ledger): void {
  for (const rule of rules) {
    for (const { place, got, expected } of rule.check(input)) ledger.find(rule.code, place, got, expected);
  }
}
