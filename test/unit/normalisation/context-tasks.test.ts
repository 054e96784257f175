import { expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { mostTasks } from '../../../shared/normalisation/context.ts';
import { makeContext } from '../../../shared/normalisation/make-context.ts';
import { task } from '../tasks/task-cases.ts';

/** Which of a unit's tasks a context names, where it has more than a context holds. */

const key = { unit: 'province:82@2025', form: 'nhiem-vu', period: '2026-Q3' };
const led = { meeting: 'ubqg-11', lead: key.unit };
const worksWith = { meeting: 'ubqg-10', lead: 'ministry:BCA', with: [key.unit] };
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => index + from);

async function named(all: ReturnType<typeof task>[]) {
  const context = await makeContext(
    { key, before: null, sees: () => true, day: '2026-09-20' },
    {
      catalog,
      tasks: { tasks: async () => all },
      submissions: {
        slot: async () => undefined,
        pagesOf: async () => new Map(),
        openedIn: async () => ({ ids: [], next: null }) as never,
        factsOf: async () => [],
      },
      report: async () => {
        throw new Error('no report is read');
      },
    },
  );
  return (context.tasks ?? []).map(({ id, role, open }) => `${id} ${role} ${open ? 'open' : 'closed'}`);
}

test('those that the unit leads come before those on which it works with others', async () => {
  const others = numbers(mostTasks).map((number) => task(number, worksWith));
  const own = numbers(3).map((number) => task(number, led));
  const ended = task(4, { ...led, closed: { meeting: 'ubqg-12' } });
  const told = await named([...others, ended, ...own]);
  expect(told).toHaveLength(mostTasks);
  expect(told.slice(0, 5)).toEqual([
    'ubqg-11/1 lead open',
    'ubqg-11/2 lead open',
    'ubqg-11/3 lead open',
    'ubqg-11/4 lead closed',
    'ubqg-10/1 with open',
  ]);
});
