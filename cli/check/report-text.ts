import { newAmong } from '../../shared/normalisation/changes.ts';
import { repairTexts } from '../../shared/normalisation/repair-texts.ts';
import type {
  Bilingual,
  Changes,
  Finding,
  FindingGroup,
  Repair,
  Report,
} from '../../shared/normalisation/report.ts';
import type { Lang } from '../usage.ts';

/** In which language: Vietnamese with the English under it, or one of the two. */
export type Spoken = Lang | 'both';
export type Shown = { lang: Spoken; all: boolean };

/** Cells of one kind of finding that are spelled out unless all are asked for. */
const cellsShown = 8;

/** A report, or what a service tells of one. */
type Judged = Pick<Report, 'verdict' | 'counts' | 'findings' | 'repairs'> &
  Partial<Pick<Report, 'groups' | 'changes'>>;

/** A file's report for people: the verdict, what was counted, then every kind of finding with its cells. */
export function reportText(report: Report, unit: string, shown: Shown): string {
  const { file, form, period, layout, notRun } = report;
  const text = words[leading(shown.lang)];
  const kind = [file.container, file.encoding, layout && text.layouts[layout]].filter(Boolean).join(' · ');
  return [
    `${file.name}: ${unit} · ${form ?? text.noForm} · ${period}`,
    `  ${kind} · ${file.bytes} byte · SHA-256 ${file.sha256}`,
    ...judgementLines(report, shown),
    ...taskLines(report, leading(shown.lang)),
    ...(notRun.length > 0 ? [`  ${text.notRun}: ${notRun.join(', ')}`] : []),
  ].join('\n');
}

/** How the tasks stand of which the file speaks. */
function taskLines({ tasks, counts }: Report, lang: Lang): string[] {
  if (counts.tasks.rowsRead === 0) return [];
  const text = words[lang];
  const done = tasks.filter(({ state }) => state === 'done').length;
  const lines = tasks.map(({ task, state, doneOn, result, cause }) => {
    const parts = [
      text.states[state],
      doneOn,
      result && quoted(result),
      cause && `${text.because} ${quoted(cause)}`,
    ];
    return `      ${task}: ${parts.filter(Boolean).join(' · ')}`;
  });
  return ['', `  ${text.tasks(tasks.length, done)}`, ...lines];
}

/** The verdict, the counts, the findings and the repairs: of a report, or as a service tells them. */
export function judgementLines(report: Judged, shown: Shown): string[] {
  const { counts } = report;
  const text = words[leading(shown.lang)];
  const fresh = newAmong({ findings: report.findings, changes: report.changes ?? null });
  return [
    `${marks[report.verdict]} ${text.verdicts[report.verdict]}`,
    `  ${text.counts(counts)}`,
    ...(report.changes ? [`  ${text.changes(report.changes)}`] : []),
    ...(report.groups ?? groupsOf(report.findings)).flatMap((group) => [
      '',
      ...groupLines(group, report.findings, { ...shown, fresh }),
    ]),
    ...repairLines(report, shown),
  ];
}

/** What a service tells without groups, grouped in the order in which each kind is first met. */
function groupsOf(
  findings: readonly Finding[],
): Pick<FindingGroup, 'code' | 'severity' | 'count' | 'message' | 'cause'>[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].map((group) => {
    const [{ code, severity, message }] = group as [Finding];
    return { code, severity, message, count: group.length, cause: null };
  });
}

function groupLines(
  group: Pick<FindingGroup, 'code' | 'severity' | 'count' | 'message' | 'cause'>,
  findings: readonly Finding[],
  { lang, all, fresh }: Shown & { fresh: ReadonlySet<Finding> },
): string[] {
  const text = words[leading(lang)];
  const found = findings.filter(({ code, severity }) => code === group.code && severity === group.severity);
  const shown = all ? found : found.slice(0, cellsShown);
  const count = group.count > 1 ? ` × ${group.count}` : '';
  const cause = group.cause === null || group.cause === group.code ? '' : ` (${text.because} ${group.cause})`;
  return [
    `  ${group.severity === 'error' ? '✗' : '!'} ${text.severities[group.severity]} ${group.code}${count}${cause}`,
    ...said(group.message, lang, '      '),
    ...shown.flatMap((finding) => findingLines(finding, group.message, { lang, isNew: fresh.has(finding) })),
    ...(shown.length < group.count ? [`      ${text.moreCells(group.count - shown.length)}`] : []),
  ];
}

function findingLines(
  finding: Finding,
  common: Bilingual,
  { lang, isNew }: { lang: Spoken; isNew: boolean },
): string[] {
  const text = words[leading(lang)];
  const line = [isNew ? text.isNew : '', cellLine(finding, text)].filter((part) => part !== '').join(' ');
  return [
    ...(line === '' ? [] : [`      ${line}`]),
    // A sentence that is made for its cell differs from the group's.
    ...(finding.message.vi === common.vi ? [] : said(finding.message, lang, '        ')),
    ...(finding.hint ? said(finding.hint, lang, '        → ') : []),
  ];
}

function cellLine({ at, got, expected, difference }: Finding, text: Words): string {
  const parts = [
    at === null ? '' : at.sheet === null ? at.cell : `${at.sheet}!${at.cell}`,
    got === null ? '' : `${text.got} ${quoted(got)}`,
    expected === null ? '' : `${text.expected} ${quoted(expected)}`,
    difference ? `${text.difference} ${quoted(difference)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function repairLines({ repairs, counts }: Judged, { lang, all }: Shown): string[] {
  if (counts.repairs === 0) return [];
  const text = words[leading(lang)];
  const groups = Map.groupBy(repairs, (repair) => repair.code);
  const lines = [...groups].flatMap(([code, group]) => {
    const message = (repairTexts as Readonly<Record<string, { vi: string; en: string }>>)[code];
    const [first] = group as [Repair];
    const examples = (all ? group : [first]).map(
      ({ at, from, to }) =>
        `      ${at.sheet === null ? '' : `${at.sheet}!`}${at.cell}: ${quoted(from)} → ${quoted(to)}`,
    );
    return [`  ~ ${code} × ${group.length}`, ...(message ? said(message, lang, '      ') : []), ...examples];
  });
  return ['', `  ${text.repairs(counts.repairs)}`, ...lines];
}

function said(message: Bilingual, lang: Spoken, before: string): string[] {
  const languages: readonly Lang[] = lang === 'both' ? ['vi', 'en'] : [lang];
  return languages.map((each) => before + message[each]);
}

/** What a file says, on one line and without what moves a terminal's cursor. */
function quoted(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `“${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}”`;
}

function leading(lang: Spoken): Lang {
  return lang === 'both' ? 'vi' : lang;
}

const marks = { passed: '✓', 'passed-with-warnings': '✓', returned: '✗' } as const;

type Words = (typeof words)[Lang];
type Counts = Report['counts'];
const words = {
  vi: {
    verdicts: {
      passed: 'ĐẠT',
      'passed-with-warnings': 'ĐẠT, có cảnh báo (mỗi cảnh báo cần giải trình khi ký)',
      returned: 'TRẢ LẠI: phải sửa các lỗi dưới đây rồi gửi lại',
    },
    severities: { error: 'Lỗi', warning: 'Cảnh báo' },
    layouts: { form: 'bảng theo biểu mẫu', long: 'bảng dọc', 'cross-table': 'bảng chéo' },
    counts: (of: Counts) =>
      `${of.rowsRead} dòng đọc được, ${of.rowsUsed} dòng dùng, ${of.rowsSkipped} dòng bỏ qua · ${of.observations} số liệu · ${of.errors} lỗi · ${of.warnings} cảnh báo · ${of.repairs} chỗ chuẩn hóa`,
    noForm: 'chưa rõ biểu mẫu',
    got: 'đang ghi',
    expected: 'cần',
    moreCells: (count: number) => `… và ${count} ô nữa (--all)`,
    difference: 'lệch',
    because: 'do',
    changes: ({ mended, new: fresh, same, whole }: Changes) =>
      `So với lần gửi trước: ${mended.length} chỗ đã sửa, ${fresh.length} chỗ mới, ${same} chỗ vẫn còn${whole ? '' : ' (trong phần được liệt kê)'}`,
    isNew: '[mới]',
    repairs: (count: number) => `Đã chuẩn hóa ${count} chỗ, hãy xem có đúng ý không:`,
    tasks: (told: number, done: number) =>
      `Nhiệm vụ: ${told} được báo cáo, ${done} hoàn thành, ${told - done} tiếp tục`,
    states: { done: 'hoàn thành', continuing: 'tiếp tục' },
    notRun: 'Quy tắc chưa chạy vì thiếu dữ liệu đối chiếu (--context)',
  },
  en: {
    verdicts: {
      passed: 'PASSED',
      'passed-with-warnings': 'PASSED with warnings (each needs an explanation when it is signed)',
      returned: 'RETURNED: mend the errors below and send it again',
    },
    severities: { error: 'Error', warning: 'Warning' },
    layouts: { form: 'form', long: 'long table', 'cross-table': 'cross-table' },
    counts: (of: Counts) =>
      `${of.rowsRead} rows read, ${of.rowsUsed} used, ${of.rowsSkipped} skipped · ${of.observations} figures · ${of.errors} errors · ${of.warnings} warnings · ${of.repairs} repairs`,
    noForm: 'form not clear',
    got: 'got',
    expected: 'expected',
    moreCells: (count: number) => `… and ${count} more cells (--all)`,
    difference: 'off by',
    because: 'from',
    changes: ({ mended, new: fresh, same, whole }: Changes) =>
      `Since the attempt before: ${mended.length} mended, ${fresh.length} new, ${same} still there${whole ? '' : ' (of those listed)'}`,
    isNew: '[new]',
    repairs: (count: number) => `${count} repairs; look whether each is what was meant:`,
    tasks: (told: number, done: number) => `Tasks: ${told} reported, ${done} done, ${told - done} continuing`,
    states: { done: 'done', continuing: 'continuing' },
    notRun: 'Rules that did not run, for want of what they compare with (--context)',
  },
} as const;
