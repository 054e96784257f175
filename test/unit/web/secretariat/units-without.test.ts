import { expect, test } from '@jest/globals';
import { unitsUntold, unitsWithout } from '../../../../web/pages/secretariat/units-without.ts';

const units = [
  { id: 'province:52@2025', kind: 'province', to: null },
  { id: 'province:82@2025', kind: 'province', to: null },
  { id: 'province:52@2008', kind: 'province', to: '2025-06-30' },
  { id: 'ministry:BCA', kind: 'ministry', to: null },
] as const;
const person = { unit: 'province:52@2025', enabled: true, mfa: true } as const;

test('an account that is disabled, and an approver without a second factor, do not count', () => {
  const both = { ...person, roles: ['reporter', 'approver'] } as const;
  expect(unitsWithout([both], units)).toEqual({
    reporter: ['province:82@2025'],
    approver: ['province:82@2025'],
  });
  expect(unitsWithout([{ ...both, mfa: false }], units).approver).toContain('province:52@2025');
  expect(unitsWithout([{ ...both, enabled: false }], units).reporter).toContain('province:52@2025');
});

test('of units that owe something those in which nobody reports or signs', () => {
  const of = (unit: string, role: string, enabled = true) =>
    ({ unit, roles: [role], enabled }) as unknown as Parameters<typeof unitsUntold>[1][number];
  const accounts = [of('a', 'reporter'), of('b', 'approver'), of('c', 'reporter', false), of('d', 'member')];
  const units = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, to: null }));
  expect(unitsUntold(['a', 'b', 'c', 'd'], accounts, units)).toEqual(['c', 'd']);
  // A dissolved unit's successors hear of it.
  expect(unitsUntold(['x', 'e'], accounts, [...units, { id: 'x', to: '2025-06-30' }])).toEqual(['e']);
});
