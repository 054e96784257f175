import type { Stack } from '../../local/stack.ts';
import { AccountsClient } from './accounts-client.ts';

/** A meeting whose opening tells one unit's reporter, and the secretariat of the units that have nobody. */
export async function tellOfReminders(stack: Stack): Promise<void> {
  const accounts = new AccountsClient(stack);
  const directory = accounts.directory();
  for (const [userName, unit, role] of [
    ['nhac.ban.thu.ky', null, 'secretariat'],
    ['nhac.bao.cao', 'province:52@2025', 'reporter'],
  ] as const) {
    await directory.make({ userName, email: `${userName}@example.vn`, unit });
    await directory.give(userName, role);
  }
  const token = await accounts.signIn('nhac.ban.thu.ky');
  const asks = [{ form: 'qd766', period: '2026-Q4' }];
  const plan = {
    body: 'UBQG',
    number: 77,
    date: '2027-01-20',
    theme: { vi: 'Quý IV năm 2026', en: 'The fourth quarter of 2026' },
    asks,
    moments: { opening: '2026-12-15T08:00:00', reminders: [], cutOff: '2027-01-15T17:00:00' },
    constructed: true,
  };
  const planned = await accounts.ask('POST', '/v1/meetings', plan, token);
  if (planned.status !== 201) throw new Error(`POST /v1/meetings: ${JSON.stringify(planned.body)}`);
  // The same request again sets the schedules again.
  const again = await accounts.ask('POST', '/v1/meetings', plan, token);
  if (again.status !== 200) throw new Error(`POST /v1/meetings again: ${JSON.stringify(again.body)}`);
  const before = stack.mails().length;
  await stack.clock.moveTo('2026-12-15T01:00:00.000Z');
  await stack.idle();
  if (stack.mails().length === before) throw new Error('nobody was told of the opening');
}
