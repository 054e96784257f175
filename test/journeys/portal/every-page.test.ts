import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pages } from '../../../web/app/pages.ts';
import { axeFaults, machineTexts, overflowFaults, tabStops, unreachedControls } from './inspect.ts';
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

type Visited = { path: string; as: string; who: Person | undefined };

/** Addresses whose id is only known once the job is done are visited by the journeys. */
const everyPage = pages
  .filter(({ path }) => !path.includes(':id'))
  .map(({ path, roles }): Visited => {
    const whole = path.replace(/:\w+/g, (name) => parameters[name] ?? name);
    const role = roles?.[0];
    return { path: whole, as: role ?? 'the public', who: personOf(role) };
  });

const lineage = '/nguon-goc?don-vi=province:52@2025&bieu=qd766&ky=2026-Q3&chi-tieu=766.TDGQ';
/** What a page shows only when its address asks for it. */
const askedFor: Visited[] = [
  { path: lineage, as: 'the public', who: undefined },
  { path: lineage, as: 'member', who: people.member },
  { path: '/so-sanh?don-vi=province:52@2025,province:01@2008', as: 'the public', who: undefined },
  ...['bao-cao', 'nhac', 'buoc', 'chot', 'tai-lieu', 'nhiem-vu', 'sua', 'huy'].map((view) => ({
    path: `/thu-ky/phien-hop/ubqg-11?xem=${view}`,
    as: 'secretariat',
    who: people.secretariat,
  })),
];

function personOf(role: string | undefined): Person | undefined {
  return role === undefined ? undefined : people[role as keyof typeof people];
}

describe.each([...everyPage, ...askedFor])('$path as $as', ({ path, who }) => {
  const as = who === undefined ? {} : { who };

  test('is accessible, within every screen, and used by keyboard', async () => {
    const page = await portal.open(path, as);
    expect(await axeFaults(page)).toEqual([]);
    expect(await machineTexts(page)).toEqual([]);
    const stops = await tabStops(page);
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter((stop) => stop.endsWith('(no focus ring)'))).toEqual([]);
    expect(await unreachedControls(page)).toEqual([]);
    // 640 px is a screen of 1280 px at 200 %.
    for (const width of [360, 640, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await overflowFaults(page)]).toEqual([width, []]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('is accessible in English', async () => {
    const english = await portal.open(path, { ...as, language: 'en' });
    expect(await axeFaults(english)).toEqual([]);
    expect(await machineTexts(english)).toEqual([]);
    await english.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(english)).toEqual([]);
    await english.context().close();
  });
});

describe('what is held of the keyboard', () => {
  test('a control that Tab passes by is named; one of a group of radio buttons is enough', async () => {
    const page = await portal.open('/');
    await page.evaluate(() => {
      const main = document.querySelector('main');
      for (const id of ['by-tab', 'passed-by']) {
        const button = document.createElement('button');
        Object.assign(button, { id, textContent: id, tabIndex: id === 'by-tab' ? 0 : -1 });
        main?.append(button);
      }
      for (const id of ['one', 'other']) {
        const radio = document.createElement('input');
        Object.assign(radio, { id, type: 'radio', name: 'choice', checked: id === 'one' });
        main?.append(radio);
      }
    });
    await tabStops(page);
    expect(await unreachedControls(page)).toEqual([
      '<button id="passed-by" tabindex="-1">passed-by</button>',
    ]);
    await page.context().close();
  });
});

test('what only machines read is found, unless it is marked as code or quoted from a file', async () => {
  const page = await portal.open('/');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const texts = [
      'UBQG-10',
      'province:52@2025',
      'kỳ 2026-Q3',
      '2026-09-22T02:00:00Z',
      '≠ 5',
      'bao-cao-52',
      '2026',
    ];
    for (const name of ['p', 'code', 'q']) {
      for (const text of texts)
        main?.append(Object.assign(document.createElement(name), { textContent: text }));
    }
  });
  expect(await machineTexts(page)).toEqual([
    'UBQG-10',
    'province:52@2025',
    'kỳ 2026-Q3',
    '2026-09-22T02:00:00Z',
    '≠ 5',
  ]);
  await page.context().close();
});

describe('signed in without a role that counts', () => {
  test.each(everyPage.filter(({ who }) => who === undefined).map(({ path }) => path))(
    '%s is shown as to everybody',
    async (path) => {
      const page = await portal.open(path, { who: people.withoutRoles });
      expect(await page.locator('header a[href="/tai-khoan"]').count()).toBe(1);
      expect(await page.locator('.notice.error').allInnerTexts()).toEqual([]);
      await page.context().close();
    },
  );
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
