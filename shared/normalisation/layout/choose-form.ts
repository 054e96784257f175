import { asksFigures } from '../../catalog/reporters.ts';
import type { Asked } from '../asked.ts';
import type { Ledger } from '../ledger.ts';
import type { SheetSurvey } from './survey.ts';

/**
 * Tells by its content which form a file is, where the request names none: the one that a title names, else
 * the one most of whose indicators are named.
 * @param asked one for each form that may be reported for the period
 * @returns its place in `asked`, or null: no form or more than one, which is asked
 */
export function chooseForm(
  surveys: readonly SheetSurvey[],
  asked: readonly Asked[],
  ledger: Ledger,
): number | null {
  const found = asked.map((_, which) => evidenceFor(surveys, which));
  const titled = found.flatMap(({ titled }, which) => (titled ? [which] : []));
  if (titled.length === 1) return titled[0] as number;
  const left = titled.length > 1 ? titled : found.map((_, which) => which);
  const most = Math.max(0, ...left.map((which) => found[which]?.indicators ?? 0));
  const best = most === 0 ? [] : left.filter((which) => found[which]?.indicators === most);
  if (best.length === 1) return best[0] as number;
  const unclear = (best.length > 0 ? best : left).filter((which) =>
    asksFigures((asked[which] as Asked).form),
  );
  const codes = unclear.map((which) => asked[which]?.form.code);
  ledger.find('form-unclear', null, null, codes.join(', ') || null);
  return null;
}

function evidenceFor(
  surveys: readonly SheetSurvey[],
  which: number,
): { titled: boolean; indicators: number } {
  const evidence = surveys
    .filter(({ sheet }) => !sheet.hidden)
    .flatMap(({ candidates }) => candidates[which]?.evidence ?? []);
  return {
    titled: evidence.some(({ form, indicators }) => form === 1 && indicators > 0),
    indicators: Math.max(0, ...evidence.map(({ indicators }) => indicators)),
  };
}
