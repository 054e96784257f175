import { expect, test } from '@jest/globals';
import type { CheckDesk } from '../../../../web/engine/check-desk.ts';
import type { LineView } from '../../../../web/engine/check-messages.ts';
import { LineFinder, type LinePlace } from '../../../../web/pages/check/line-finder.ts';

const all: LineView = { show: 'all', search: '' };
const place = (page: number): LinePlace => ({ view: all, page });

/** A worker that answers when it is told to. */
function slowDesk() {
  const waiting: { resolve: (found: LinePlace) => void; reject: (fault: Error) => void }[] = [];
  const ask = () => new Promise<LinePlace>((resolve, reject) => waiting.push({ resolve, reject }));
  return { finder: new LineFinder({ ask } as unknown as CheckDesk), waiting };
}

test('the page of a line is told', async () => {
  const { finder, waiting } = slowDesk();
  const found = finder.find(7, all);
  waiting[0]?.resolve(place(3));
  expect(await found).toEqual(place(3));
});

test('a filter that is chosen meanwhile is not undone', async () => {
  const { finder, waiting } = slowDesk();
  const found = finder.find(7, all);
  finder.leave();
  waiting[0]?.resolve(place(3));
  expect(await found).toBeNull();
});

test('of two findings that are gone to the last one counts, whichever is found first', async () => {
  const { finder, waiting } = slowDesk();
  const [first, second] = [finder.find(7, all), finder.find(900, all)];
  waiting[1]?.resolve(place(18));
  waiting[0]?.resolve(place(0));
  expect(await Promise.all([first, second])).toEqual([null, place(18)]);
});

test('a worker that fails is told, unless nothing is awaited of it any more', async () => {
  const { finder, waiting } = slowDesk();
  const [first, second] = [finder.find(7, all), finder.find(900, all)];
  waiting[0]?.reject(new Error('broken'));
  waiting[1]?.reject(new Error('broken'));
  expect(await first).toBeNull();
  await expect(second).rejects.toThrow('broken');
});
