import process from 'node:process';
import type { ApiClient, Person } from '../../local/job/api-client.ts';
import type { FindingsView, SubmissionView } from '../../shared/query/read-submission.ts';
import { judgementLines } from '../check/report-text.ts';
import { nextStep, stateNames } from '../service/next-step.ts';
import { waitForVerdict } from '../service/wait-for-verdict.ts';
import type { Lang } from '../usage.ts';
import type { SubmitOptions } from './options.ts';
import type { Sent } from './send-file.ts';

/** Waits for the verdict and tells it. @returns the exit status */
export async function follow(
  { service, person, sent }: { service: ApiClient; person: Person; sent: Sent },
  options: SubmitOptions,
  lang: Lang,
): Promise<number> {
  const path = `/v1/submissions/${sent.id}`;
  const submission = await waitForVerdict(
    () => service.get<SubmissionView>(path, person),
    options.waitSeconds,
    (state, seconds) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\x1b[K${words.waiting[lang]} ${state} ${seconds.toFixed(0)} s`);
    },
  );
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (!submission) {
    process.stderr.write(`submit: ${words.late[lang](sent.id, options.waitSeconds)}\n`);
    return 2;
  }
  const judged =
    submission.verdict === null ? null : await service.get<FindingsView>(`${path}/findings`, person);
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ sent: true, how: sent.how, submission, ...judged }, null, 2)}\n`,
    );
  else {
    const lines = judged === null ? [] : judgementLines(judged, options);
    const state = `${words.state[lang]}: ${stateNames[submission.state][lang]}. ${nextStep(submission, lang)}`;
    process.stdout.write(`${[...lines, '', state].join('\n').trimStart()}\n`);
  }
  return submission.verdict === 'returned' || submission.state === 'withdrawn' ? 1 : 0;
}

const words = {
  waiting: { vi: 'Đang đợi kết quả:', en: 'Waiting for the verdict:' },
  late: {
    vi: (id: string, seconds: number) =>
      `sau ${seconds} giây vẫn chưa có kết quả; tệp đã được nhận. Xem lại sau: npx diem-cau status ${id}`,
    en: (id: string, seconds: number) =>
      `no verdict after ${seconds} s; the file is there. Look later: npx diem-cau status ${id}`,
  },
  state: { vi: 'Trạng thái', en: 'State' },
};
