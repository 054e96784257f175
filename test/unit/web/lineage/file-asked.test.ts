import { expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import type { Unit } from '../../../../shared/catalog/schema.ts';
import type { Session } from '../../../../web/app/tokens.ts';
import { isFileAsked } from '../../../../web/pages/lineage/file-asked.ts';

const giaLai = 'province:52@2025';
const reporter: Pick<Session, 'unit' | 'roles'> = { unit: giaLai, roles: ['reporter'] };
const member: Pick<Session, 'unit' | 'roles'> = { unit: null, roles: ['member'] };
const isAsked = (who: typeof reporter, unit: string, form: string) =>
  isFileAsked(who, catalog.units.get(unit) as Unit, catalog.forms.get(form));

test.each([
  ['of the own unit', reporter, giaLai, 'cds', true],
  ['by the centre', member, 'province:01@2008', 'cds', true],
  ['of another unit', reporter, 'province:01@2008', 'cds', false],
  // Bình Định became Gia Lai on 1 July 2025, whose people the secretariat may have given its reports.
  ['of a unit that is gone', reporter, 'province:52@2008', 'cds', true],
  ['of what one publishes for all', reporter, 'province:01@2008', 'dti2024-published', true],
  ['without a role that counts', { unit: giaLai, roles: [] }, giaLai, 'cds', false],
] as const)('the file is asked for: %s', (_which, who, unit, form, expected) => {
  expect(isAsked(who, unit, form)).toBe(expected);
});
