import { expect, test } from '@jest/globals';
import { unitsWithout } from '../../../../web/pages/secretariat/units-without.ts';

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
