import { type CatalogDocument, catalogOf } from '../../shared/catalog/document.ts';
import { localTimeOf } from '../../shared/catalog/period.ts';
import type { PublicationView } from '../../shared/publishing/publish-catalog.ts';
import type { DraftView, Failing } from '../../shared/publishing/read-draft.ts';
import type { Lang } from '../usage.ts';

/** A catalogue in a few lines: what it holds, and which forms are asked for when. */
export function catalogText(document: CatalogDocument, lang: Lang): string {
  const { version, units, indicators, everyForm, everyScorecard, meetings } = catalogOf(document);
  const forms = everyForm.map((form) =>
    `  ${form.code} v${form.version}  ${form.from} → ${form.to ?? ''}  ${form.names[lang]}`.trimEnd(),
  );
  const counts = [units.size, indicators.size, everyForm.length, everyScorecard.length, meetings.size];
  const names = words[lang].sections;
  return [
    `${words[lang].catalog} ${version}`,
    `  ${counts.map((count, index) => `${count} ${names[index]}`).join(' · ')}`,
    ...forms,
  ].join('\n');
}

/** Publications, one a line: version, when, by whom, how many failing reports were accepted, why. */
export function versionsText(
  { current, items }: { current: string; items: readonly PublicationView[] },
  lang: Lang,
): string {
  const lines = items.flatMap(({ version, base, at, by, why, accepted, slipped }) => {
    const broken = accepted.length > 0 ? `  ${words[lang].accepted(accepted.length)}` : '';
    const line = `  ${version} ← ${base}  ${localTimeOf(at).replace('T', ' ')}  ${by}${broken}  ${why}`;
    return slipped.length > 0 ? [line, `    ! ${words[lang].slipped}: ${slipped.join(', ')}`] : [line];
  });
  return [`${words[lang].current} ${current}`, ...lines].join('\n');
}

/** A draft: its faults, what it changes, and which standing reports it would break, by name. */
export function draftText(view: DraftView, lang: Lang): string {
  const text = words[lang];
  const { id, version, base, state, faults, diff, preview } = view;
  const lines = [`${text.draft} ${id}`, `  ${base} → ${version ?? '?'} · ${text.states[state]}`];
  for (const { section, entry, path, got, expected, message } of faults) {
    const place = [section, entry, path].filter(Boolean).join(' ');
    const values = got === null ? '' : ` (${got}${expected === null ? '' : ` ≠ ${expected}`})`;
    lines.push(`  ✗ ${place}: ${message[lang]}${values}`);
  }
  for (const change of diff) lines.push(`  • ${change.words[lang]}`);
  if (preview) {
    lines.push(`  ${text.preview(preview.done, preview.of)}`);
    for (const each of preview.failing) lines.push(...failingLines(each, lang));
    if (preview.failingAlready.length > 0) lines.push(`  ${text.already(preview.failingAlready.length)}`);
    if (preview.newWarnings > 0) lines.push(`  ${text.warnings(preview.newWarnings)}`);
  }
  return lines.join('\n');
}

/** `✗ Tỉnh Lâm Đồng (68) · qd766 · 2026-Q3 · báo cáo.xlsx`, then its findings with their cells. */
function failingLines(failing: Failing, lang: Lang): string[] {
  const { name, code, form, period, fileName, submission, errors, findings } = failing;
  const found = findings.map(({ code: rule, at, got, expected, message }) => {
    const place = at ? `${at.sheet ?? ''}!${at.cell}`.replace(/^!/, '') : '';
    const values = [got, expected].filter((each) => each !== null).join(' ≠ ');
    return `      ${[rule, place, values].filter(Boolean).join(' · ')}: ${message[lang]}`;
  });
  return [
    `  ✗ ${name[lang]} (${code}) · ${form} · ${period} · ${fileName} · ${words[lang].errors(errors)}`,
    `      --accept ${submission}`,
    ...found,
  ];
}

const words = {
  vi: {
    catalog: 'Danh mục',
    current: 'Đang công bố:',
    draft: 'Dự thảo',
    sections: ['đơn vị', 'chỉ tiêu', 'biểu mẫu', 'bộ chỉ số', 'phiên họp'],
    accepted: (count: number) => `[chấp nhận ${count} báo cáo không đạt]`,
    slipped: 'Được ký trong lúc công bố, chưa kiểm tra theo phiên bản này; hãy báo địa phương nộp lại',
    states: {
      faulty: 'có lỗi, không công bố được',
      checking: 'đang kiểm tra lại các báo cáo',
      checked: 'đã kiểm tra xong',
      published: 'đã công bố',
      outdated: 'đã có phiên bản khác được công bố; hãy lập lại dự thảo',
    },
    preview: (done: number, of: number | null) =>
      `Đã kiểm tra lại ${done}/${of ?? '?'} báo cáo đang có hiệu lực.`,
    already: (count: number) =>
      `${count} báo cáo khác không đạt cả theo danh mục hiện tại (không do dự thảo).`,
    warnings: (count: number) => `${count} cảnh báo mới.`,
    errors: (count: number) => `${count} lỗi`,
  },
  en: {
    catalog: 'Catalogue',
    current: 'Published:',
    draft: 'Draft',
    sections: ['units', 'indicators', 'forms', 'scorecards', 'meetings'],
    accepted: (count: number) => `[${count} failing reports accepted]`,
    slipped: 'Signed while this was being published, not checked under it; ask for the file to be sent again',
    states: {
      faulty: 'faulty, cannot be published',
      checking: 'reports are being read again',
      checked: 'every report was read again',
      published: 'published',
      outdated: 'another version was published since; make the draft again',
    },
    preview: (done: number, of: number | null) => `${done} of ${of ?? '?'} standing reports read again.`,
    already: (count: number) => `${count} others fail under the present catalogue too: not for the draft.`,
    warnings: (count: number) => `${count} new warnings.`,
    errors: (count: number) => `${count} errors`,
  },
} as const;
