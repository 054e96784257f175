import { describe, expect, test } from '@jest/globals';
import type { Unit } from '../../../../shared/catalog/schema.ts';
import { nameAmong } from '../../../../web/format/unit-names.ts';

describe('the name of a unit that an answer names', () => {
  const names = [{ full: 'Tỉnh Gia Lai', vi: 'Gia Lai', en: 'Gia Lai', from: '2025-07-01' }];
  const units = new Map([['province:52@2025', { id: 'province:52@2025', names } as unknown as Unit]]);
  const named = { unit: 'province:52@2025', code: '52', name: 'Tỉnh Gia Lai' };

  test('is English in English', () => {
    expect(nameAmong(units, named, 'en')).toBe('Gia Lai');
    expect(nameAmong(units, named, 'vi')).toBe('Tỉnh Gia Lai');
  });

  test('stays as it was told where the catalogue does not know it', () => {
    expect(nameAmong(units, { ...named, name: 'Tỉnh Pleiku' }, 'en')).toBe('Tỉnh Pleiku');
    expect(nameAmong(new Map(), named, 'en')).toBe('Tỉnh Gia Lai');
  });
});
