import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pages } from '../../../web/app/pages.ts';
import { axeFaults, overflowFaults, tabStops } from './inspect.ts';
import { type Person, type Portal, people, startPortal } from './portal.ts';

/** Every page of the portal after the freeze of the constructed meeting: accessible, and within its screen. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ withDemo: true });
}, 240_000);
afterAll(() => portal.stop());

/** A value for each parameter of an address. */
const parameters: Record<string, string> = {
  ':indicator': '766.TDGQ',
  ':unit': 'province:52@2025',
  ':form': 'qd766',
  ':period': '2026-Q3',
  ':meeting': 'ubqg-11',
};

/** Addresses whose id is only known once the job is done are visited by the journeys. */
const visited = pages
  .filter(({ path }) => !path.includes(':id'))
  .map(({ path, roles }) => ({
    path: path.replace(/:\w+/g, (name) => parameters[name] ?? name),
    who: roles === null ? undefined : personOf(roles[0]),
  }));

function personOf(role: string | undefined): Person {
  return people[role as keyof typeof people];
}

describe.each(visited)('$path', ({ path, who }) => {
  const as = who === undefined ? {} : { who };

  test.each([
    ['vi', 'light'],
    ['vi', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('has no accessibility violation, %s %s', async (language, scheme) => {
    const page = await portal.open(path, { ...as, language, scheme });
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  // 640 px is a screen of 1280 px at 200 %.
  test.each([360, 640, 1920])('nothing overflows at %i px', async (width) => {
    const page = await portal.open(path, { ...as, width });
    expect(await overflowFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('every control is reached by Tab and shows that it has the focus', async () => {
    const page = await portal.open(path, as);
    const stops = await tabStops(page);
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter((stop) => stop.endsWith('(no focus ring)'))).toEqual([]);
    await page.context().close();
  });
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
