import { expect, test } from '@jest/globals';
import { everyPageOf } from '../../../../web/app/every-page.ts';

/** A list of so many numbers from 1 on, a hundred a page; the last one of a page is where the next begins. */
function listOf(count: number) {
  const asked: string[] = [];
  const ask = async (address: string) => {
    asked.push(address);
    const after = Number(new URL(address, 'http://x').searchParams.get('after')?.split('/')[1] ?? 0);
    const items = Array.from({ length: Math.min(100, count - after) }, (_, at) => after + at + 1);
    const last = after + items.length;
    return { items, next: last < count ? `ubqg-11/${last}` : null };
  };
  return { ask, asked };
}

test.each([
  [0, 1],
  [100, 1],
  [101, 2],
  [250, 3],
  [1000, 10],
])('of %i items every one is told, from %i pages', async (count, pages) => {
  const { ask, asked } = listOf(count);
  const { items, isCut } = await everyPageOf('/v1/tasks?meeting=ubqg-11', ask);
  expect([items.length, items.at(-1) ?? 0, isCut]).toEqual([count, count, false]);
  expect(asked).toHaveLength(pages);
});

test('where a page ended is asked for as a value, behind what the address asks already', async () => {
  const { ask, asked } = listOf(101);
  await everyPageOf('/v1/tasks?meeting=ubqg-11', ask);
  expect(asked[1]).toBe('/v1/tasks?meeting=ubqg-11&after=ubqg-11%2F100');
  const bare = listOf(101);
  await everyPageOf('/v1/tasks', bare.ask);
  expect(bare.asked[1]).toBe('/v1/tasks?after=ubqg-11%2F100');
});

test('beyond ten pages it ends, and says so', async () => {
  const { ask, asked } = listOf(1001);
  const { items, isCut } = await everyPageOf('/v1/tasks', ask);
  expect([items.length, isCut, asked.length]).toEqual([1000, true, 10]);
});
