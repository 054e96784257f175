import type { Ledger } from '../ledger.ts';
import type { Bilingual } from '../report.ts';
import { noteFaults } from './note-faults.ts';
import type { Candidate, Evidence, SheetSurvey } from './survey.ts';

/** The sheet that is read, as which layout, from which row on. */
export type Chosen = { survey: SheetSurvey; candidate: Candidate };

/** So many names are spelled out. */
const named = 10;

/**
 * Chooses the sheet that holds what was asked: one for which everything speaks at least as much as for any other.
 * Two that are as good are asked about, never chosen by their order; a form in a hidden sheet is not read. What is
 * hidden or passed over is told.
 * @param which the place of what was asked in each survey's candidates
 * @returns null when no sheet can be read: a finding says why
 */
export function chooseSheet(surveys: readonly SheetSurvey[], which: number, ledger: Ledger): Chosen | null {
  const all = surveys.flatMap((survey): Chosen[] => {
    const candidate = survey.candidates[which];
    return candidate ? [{ survey, candidate }] : [];
  });
  const visible = all.filter(({ survey }) => !survey.sheet.hidden);
  const known = visible.filter(({ candidate }) => candidate.evidence.indicators > 0);
  const left = known.length > 0 ? known : visible;
  const best = left.filter((each) => left.every((other) => other === each || !exceeds(other, each)));
  const chosen = best.length === 1 ? (best[0] as Chosen) : null;
  if (best.length > 1) {
    const names = best.slice(0, named).map(({ survey }) => survey.sheet.name);
    ledger.find('sheet-unclear', null, names.join('; '));
  }
  let refused: SheetSurvey | undefined;
  if (visible.length === 0) {
    refused = all[0]?.survey;
    if (refused) ledger.find('header-in-hidden-sheet', null, refused.sheet.name);
    else noHeading(surveys, ledger);
  }
  passOver(surveys, { read: chosen?.survey ?? null, refused }, ledger);
  return chosen;
}

/** True when something speaks more for `a` than for `b`, and nothing less. */
function exceeds(a: Chosen, b: Chosen): boolean {
  const [one, two] = [a.candidate.evidence, b.candidate.evidence];
  const keys = ['form', 'period', 'unit', 'filled'] as const satisfies (keyof Evidence)[];
  const differences = [...keys.map((key) => one[key] - two[key]), ofIndicators(one, two)];
  return differences.every((each) => each >= 0) && differences.some((each) => each > 0);
}

/** A draft may have a row more than what is final: only many more indicators tell sheets apart. */
function ofIndicators(one: Evidence, two: Evidence): number {
  if (one.indicators >= 2 * two.indicators && one.indicators > two.indicators) return 1;
  return two.indicators >= 2 * one.indicators && two.indicators > one.indicators ? -1 : 0;
}

/** A quote that is not closed hides the heading: the cause is told first. */
function noHeading(surveys: readonly SheetSurvey[], ledger: Ledger): void {
  const codes: string[] = [];
  for (const { sheet, faulty } of surveys.filter((survey) => !survey.sheet.hidden)) {
    noteFaults(faulty, sheet.name, ledger);
    codes.push(...faulty.flatMap(({ faults }) => faults.map(({ code }) => code)));
  }
  const [cause = null] = [...new Set(codes)].flatMap((code) => ledger.keysOf(code));
  const hint = surveys.some(({ tasks }) => tasks?.row) ? tasksAlone : null;
  ledger.find('header-not-found', null, null, null, { cause, hint });
}

const tasksAlone: Bilingual = {
  vi: 'Tệp chỉ có bảng nhiệm vụ: nếu không có số liệu để gửi, hãy nộp theo biểu mẫu nhiem-vu.',
  en: 'The file holds tasks alone: where there are no figures to send, submit it as the form nhiem-vu.',
};

/** Names the sheets that are not read: a hidden one, and one of figures, ask to be looked at. */
export function passOver(
  surveys: readonly SheetSurvey[],
  { read, refused }: { read: SheetSurvey | null; refused?: SheetSurvey | undefined },
  ledger: Ledger,
): void {
  for (const survey of surveys) {
    // A table of tasks is read beside the figures, or said to be one too many.
    if (survey.tasks && survey.tasks.row !== null && !survey.sheet.hidden) continue;
    const { sheet, filled, candidates } = survey;
    const figures = survey.figures || candidates.some((candidate) => candidate?.evidence.filled === 1);
    if (!filled || survey === refused || survey === read) continue;
    if (sheet.hidden && figures) ledger.find('sheet-hidden', null, sheet.name);
    else if (read && figures) ledger.find('sheet-passed-over', null, sheet.name);
    else if ((read || sheet.hidden) && !survey.own)
      ledger.repair('sheet-without-figures', { sheet: sheet.name, row: 1, column: 0 }, sheet.name ?? '', '');
  }
}
