import { expect, test } from '@jest/globals';
import { forgetEntered } from '../../../../web/app/entered.ts';
import { placeOf } from '../../../../web/upload/kept-upload.ts';

test('drafts and uploads go, all of them, and nothing else does', () => {
  const kept = new Map(
    [
      'diem-cau:draft:le:sign:01K',
      placeOf({ unit: 'province:52@2025', form: 'qd766', period: '2026-Q3' }),
      'diem-cau:signed-out',
      'diem-cau:draft::x',
      'diem-cau:drafts',
      'another',
    ].map((name) => [name, '{}']),
  );
  forgetEntered({
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    removeItem: (name) => kept.delete(name),
  });
  expect([...kept.keys()]).toEqual(['diem-cau:signed-out', 'diem-cau:drafts', 'another']);
});
