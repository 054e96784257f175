import type { ApiClient } from './api-client.ts';
import { type Report, submitReport } from './province-story.ts';

const atOnce = 6;

/** A report, and what the names of its unit's two people end in. */
export type Submitted = { subject: string; report: Report };

/**
 * Submits many reports, a few at a time: of each, the unit's two people sign in, and it goes from ticket to signature.
 * @param chains reports in chains, each one after another: a report is held against the one before
 * @param done called after each report, with how many there are by then
 */
export async function submitAll(
  api: ApiClient,
  chains: readonly (readonly Submitted[])[],
  done: (count: number, fileName: string) => void,
): Promise<void> {
  const waiting = [...chains];
  let count = 0;
  const worker = async () => {
    for (let chain = waiting.shift(); chain; chain = waiting.shift()) {
      for (const submitted of chain) {
        await submit(api, submitted);
        count += 1;
        done(count, submitted.report.file.fileName);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function submit(api: ApiClient, { subject, report }: Submitted): Promise<void> {
  const { unit } = report.file;
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: `reporter-${subject}` });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: `approver-${subject}` });
  await submitReport(api, { reporter, approver }, report);
}
