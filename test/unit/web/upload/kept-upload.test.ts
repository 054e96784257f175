import { expect, test } from '@jest/globals';
import {
  forgetUpload,
  freshKey,
  isSame,
  keepUpload,
  keptUpload,
  keyOf,
  placeOf,
} from '../../../../web/upload/kept-upload.ts';

const upload = {
  unit: 'province:52@2025',
  form: 'qd766',
  period: '2026-Q3',
  fileName: 'báo cáo quý III.xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sha256: '8f3df45e9d9be03074b4f346f284f2c43e4f2e6b77b43803b6323e768df2dab0',
};

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('the same file for the same slot has the same key, any other another; the service takes such keys', async () => {
  const key = await keyOf(upload);
  expect(key).toMatch(/^web-[0-9a-f]{64}$/);
  expect(await keyOf({ ...upload })).toBe(key);
  const others = [
    { ...upload, period: '2026-Q4' },
    { ...upload, unit: 'province:82@2025' },
    { ...upload, sha256: 'f'.repeat(64) },
    { ...upload, fileName: 'khác.xlsx' },
  ];
  const keys = await Promise.all(others.map(keyOf));
  expect(new Set([key, ...keys]).size).toBe(5);
  expect(freshKey()).not.toBe(freshKey());
  expect(freshKey()).toMatch(/^[\x21-\x7e]{1,128}$/);
});

test('what a tab remembers is found again for the slot, and nothing for another', () => {
  const there = storage();
  const kept = { ...upload, key: 'web-1', id: 'abc', bytes: 3 };
  keepUpload(kept, there);
  expect(keptUpload(upload, there)).toEqual(kept);
  expect(keptUpload({ ...upload, form: 'cds' }, there)).toBeNull();
  expect(isSame(kept, upload)).toBe(true);
  expect(isSame(kept, { ...upload, sha256: 'f'.repeat(64) })).toBe(false);
  forgetUpload(upload, there);
  expect(keptUpload(upload, there)).toBeNull();
});

test.each(['', 'x', 'null', '{"key":1}'])('%j is nothing to go on with', (content) => {
  const there = storage();
  there.kept.set(placeOf(upload), content);
  expect(keptUpload(upload, there)).toBeNull();
});
