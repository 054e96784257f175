import { describe, expect, test } from '@jest/globals';
import { newestVersions } from '../../../../web/app/newest-versions.ts';

describe('newest versions', () => {
  test('of each code the last that is listed, where the code first stands', () => {
    const listed = [
      { code: 'cds', version: 1 },
      { code: 'qd766', version: 1 },
      { code: 'cds', version: 2 },
    ];
    expect(newestVersions(listed)).toEqual([
      { code: 'cds', version: 2 },
      { code: 'qd766', version: 1 },
    ]);
  });
});
