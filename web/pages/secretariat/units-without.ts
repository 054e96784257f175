import type { Account } from '../../../shared/accounts/account.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';

/**
 * The provinces of today in which nobody can report, and those in which nobody can sign: an approver without a second
 * factor cannot.
 */
export function unitsWithout(
  accounts: readonly Pick<Account, 'unit' | 'roles' | 'enabled' | 'mfa'>[],
  units: readonly Pick<Unit, 'id' | 'kind' | 'to'>[],
): { reporter: string[]; approver: string[] } {
  const active = accounts.filter(({ enabled }) => enabled);
  const having = (isOne: (account: (typeof active)[number]) => boolean) =>
    new Set(active.filter(isOne).map(({ unit }) => unit));
  const reporters = having(({ roles }) => roles.includes('reporter'));
  const approvers = having(({ roles, mfa }) => roles.includes('approver') && mfa);
  const living = units.filter(({ kind, to }) => kind === 'province' && to === null).map(({ id }) => id);
  return {
    reporter: living.filter((unit) => !reporters.has(unit)),
    approver: living.filter((unit) => !approvers.has(unit)),
  };
}
