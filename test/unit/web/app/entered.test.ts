import { expect, test } from '@jest/globals';
import { draftPlace, forgetEntered, uploadPlace } from '../../../../web/app/entered.ts';

const slot = 'province:52@2025/qd766/2026-Q3';
const ofLe = [draftPlace('le', 'sign:01K'), uploadPlace('le', slot)];
const ofOthers = [
  draftPlace('le:x', 'sign:01K'),
  draftPlace('tran', 'sign:01K'),
  uploadPlace('tran', slot),
  draftPlace(null, 'x'),
];
const others = ['diem-cau:signed-out', 'diem-cau:drafts', 'another'];

/** What is left once everything was forgotten but what is somebody's. */
function leftBut(but: string | null): string[] {
  const kept = new Map([...ofLe, ...ofOthers, ...others].map((name) => [name, '{}']));
  const storage = {
    get length() {
      return kept.size;
    },
    key: (place: number) => [...kept.keys()][place] ?? null,
    removeItem: (name: string) => kept.delete(name),
  };
  forgetEntered(storage, but);
  return [...kept.keys()];
}

test('drafts and uploads go, all of them, and nothing else does', () => {
  expect(leftBut(null)).toEqual(others);
});

test('who comes keeps their own, and nothing of anybody else’s, however they are called', () => {
  expect(leftBut('le')).toEqual([...ofLe, ...others]);
  expect(leftBut('l')).toEqual(others);
});

test('a subject with the sign that parts it from the name takes no place of another’s', () => {
  expect(draftPlace('a', 'b:x')).not.toBe(draftPlace('a:b', 'x'));
  expect(uploadPlace('le', slot)).not.toBe(uploadPlace('tran', slot));
});
