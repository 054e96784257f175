import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import { catalog, formIn } from '../shared/catalog/catalog.ts';
import { dueOf } from '../shared/catalog/deadline.ts';
import { localTimeOf, periodOf } from '../shared/catalog/period.ts';
import type { FindingsView, SubmissionView } from '../shared/query/read-submission.ts';
import type { OnBehalf } from '../shared/submissions/rights.ts';
import { askedFor, formsOf } from './asked.ts';
import { judgementLines } from './check/report-text.ts';
import type { Command } from './command.ts';
import { moveWords, nextStep, stateNames } from './service/next-step.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { type StatusOptions, statusOptions } from './status/options.ts';
import type { Lang } from './usage.ts';

const help = `npx diem-cau status: bản nộp đang ở đâu, đã qua những gì, phải làm gì tiếp.
npx diem-cau status: where a submission stands, what happened to it, what to do next.

  npx diem-cau status MÃ_BẢN_NỘP                            npx diem-cau status ID
  npx diem-cau status --unit UNIT --period PERIOD [--form FORM]    mọi bản nộp · every submission

${serviceHelp}
  --json           câu trả lời của hệ thống, nguyên văn · what the service answered
  --all, --lang vi|en|both, --help

Exit status: 0 it was told · 1 there is none, or refused · 2 it could not run
`;

/** `npx diem-cau status …` */
export const statusCommand: Command = {
  name: 'status',
  summary: {
    vi: 'xem bản nộp đang ở đâu và phải làm gì tiếp',
    en: 'where a submission stands, and what to do next',
  },
  /** @returns the exit status: 0 it was told · 1 none, or refused · 2 wrong option, or it could not run */
  run: (args) =>
    runServiceCommand(
      'status',
      help,
      () => statusOptions(args, process.env),
      (options: StatusOptions, lang) =>
        'id' in options.about
          ? tellOne(options.about.id, options, lang)
          : tellSlot(options.about, options, lang),
    ),
};

async function tellOne(id: string, options: StatusOptions, lang: Lang): Promise<number> {
  const service = new ApiClient(options.api);
  const person = { token: options.token };
  const submission = await service.get<SubmissionView>(`/v1/submissions/${id}`, person);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(submission, null, 2)}\n`);
    return 0;
  }
  const lines = linesOf(submission, lang);
  if (submission.verdict !== null) {
    const judged = await service.get<FindingsView>(`/v1/submissions/${id}/findings`, person);
    lines.push('', ...judgementLines(judged, options));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Submissions of a slot that are told, the newest first. */
const told = 20;

async function tellSlot(
  about: { unit: string; period: string; form: string | undefined },
  options: StatusOptions,
  lang: Lang,
): Promise<number> {
  const { unit, period, form } = askedFor(about, lang);
  const forms = form === null ? formsOf(unit, period) : [form];
  const service = new ApiClient(options.api);
  const items: SubmissionView[] = [];
  let whole = true;
  for (const { code } of forms) {
    const slot = { unit: unit.id, form: code, period: period.code, limit: String(told) };
    const path = `/v1/submissions?${new URLSearchParams(slot)}`;
    const page = await service.get<{ items: SubmissionView[]; next: string | null }>(path, {
      token: options.token,
    });
    items.push(...page.items);
    whole &&= page.next === null;
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ items, whole }, null, 2)}\n`);
  else {
    const parts = items.map((submission) => linesOf(submission, lang).join('\n'));
    if (items.length === 0) parts.push(words.none[lang]);
    if (!whole) parts.push(words.more[lang](told));
    process.stdout.write(`${parts.join('\n\n')}\n`);
  }
  return items.length === 0 ? 1 : 0;
}

function linesOf(submission: SubmissionView, lang: Lang): string[] {
  const { id, unit, form, period, state, file, nil, onBehalfOf, extendedTo, history } = submission;
  return [
    `${id}  ${file?.name ?? words.nil[lang]}  ${unit} · ${form} · ${period}`,
    `  ${stateNames[state][lang]}. ${nextStep(submission, lang)}`,
    ...(nil ? [`  ${words.why[lang]} ${nil.why}`] : []),
    ...(onBehalfOf ? [`  ${words.behalf[lang](onBehalfOf)}`] : []),
    ...dueLine(submission, lang),
    ...(extendedTo === null ? [] : [`  ${words.extended[lang]} ${extendedTo}`]),
    ...history.map(({ at, move, by, why, explanations = [] }) =>
      [
        '  ',
        localTimeOf(at).replace('T', ' '),
        `  ${moveWords[move][lang]}`,
        by && ` · ${by}`,
        why && ` · ${why}`,
        ...explanations.map((text) => ` · ${text}`),
      ]
        .filter(Boolean)
        .join(''),
    ),
  ];
}

/** Until when a report of the slot is on time, by the one function that also flags it late. */
function dueLine({ form: code, period: periodCode, extendedTo }: SubmissionView, lang: Lang): string[] {
  const period = periodOf(periodCode);
  const form = formIn(catalog, code, periodCode);
  if (!period || !form || form.owed === false) return [];
  const { day, moved } = dueOf(form, period, extendedTo);
  return [`  ${words.due[lang](day)}${moved ? ` ${moved.why[lang]}` : ''}`];
}

const words = {
  due: {
    vi: (day: string) => `Hạn nộp: hết ngày ${day}.`,
    en: (day: string) => `Due by the end of ${day}.`,
  },
  none: { vi: 'Chưa có bản nộp nào.', en: 'Nothing was submitted yet.' },
  more: {
    vi: (count: number) => `… chỉ hiện ${count} bản mới nhất của mỗi biểu mẫu`,
    en: (count: number) => `… the newest ${count} of a form only`,
  },
  extended: { vi: 'Gia hạn đến', en: 'Extended to' },
  nil: { vi: '(không phát sinh, không có tệp)', en: '(nothing to report, no file)' },
  why: { vi: 'Lý do không phát sinh:', en: 'Why there is nothing to report:' },
  behalf: {
    vi: ({ unit, by, decision }: OnBehalf) =>
      `${by} nộp thay ${unit} theo quyền kế thừa (quyết định thứ ${decision}).`,
    en: ({ unit, by, decision }: OnBehalf) =>
      `${by} for ${unit}, by the right of succession (decision ${decision}).`,
  },
};
