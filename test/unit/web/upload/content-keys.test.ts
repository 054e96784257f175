import { expect, test } from '@jest/globals';
import { contentKeys } from '../../../../web/app/content-keys.ts';

test('what is sent again has its key again, also after something else was tried; other content has another', () => {
  const keys = contentKeys();
  const first = keys.keyOf({ why: 'a' });
  expect(first).toMatch(/^[\x21-\x7e]{1,128}$/);
  expect(keys.keyOf({ why: 'a' })).toBe(first);
  const edited = keys.keyOf({ why: 'b' });
  expect(edited).not.toBe(first);
  expect(keys.keyOf({ why: 'a' })).toBe(first);
});

test('one that is asked for anew stays, and after the end everything is new', () => {
  const keys = contentKeys();
  const first = keys.keyOf({ why: 'a' });
  const other = keys.anew({ why: 'a' });
  expect(other).not.toBe(first);
  expect(keys.keyOf({ why: 'a' })).toBe(other);
  keys.clear();
  expect(keys.keyOf({ why: 'a' })).not.toBe(other);
});

test('no two forms share a key', () => {
  expect(contentKeys().keyOf({})).not.toBe(contentKeys().keyOf({}));
});
