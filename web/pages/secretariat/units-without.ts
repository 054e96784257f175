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

/** Of some units those that still live and in which nobody reports or signs: no mail reaches them. */
export function unitsUntold(
  owing: readonly string[],
  accounts: readonly Pick<Account, 'unit' | 'roles' | 'enabled'>[],
  units: readonly Pick<Unit, 'id' | 'to'>[],
): string[] {
  const told = new Set(
    accounts
      .filter(({ enabled, roles }) => enabled && (roles.includes('reporter') || roles.includes('approver')))
      .map(({ unit }) => unit),
  );
  // Of a dissolved unit its successors hear, as far as their right goes.
  const living = new Set(units.filter(({ to }) => to === null).map(({ id }) => id));
  return owing.filter((unit) => living.has(unit) && !told.has(unit));
}
