import type { ApiClient } from './api-client.ts';
import { type Report, submitReport } from './province-story.ts';

const atOnce = 6;

/**
 * Submits many reports, a few at a time: of each, the unit's two people sign in, and it goes from ticket to signature.
 * @param subject what the names of a unit's two people end in
 * @param done called after each, with how many there are by then
 */
export async function submitAll(
  api: ApiClient,
  reports: readonly { subject: string; report: Report }[],
  done: (count: number, fileName: string) => void,
): Promise<void> {
  const waiting = [...reports];
  let count = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { subject, report } = next;
      const { unit, fileName } = report.file;
      const reporter = await api.signIn({ unit, roles: ['reporter'], subject: `reporter-${subject}` });
      const approver = await api.signIn({ unit, roles: ['approver'], subject: `approver-${subject}` });
      await submitReport(api, { reporter, approver }, report);
      count += 1;
      done(count, fileName);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
