import { type Language, useLanguage, useWords } from '../../app/language.tsx';
import type { Line } from '../../engine/check-messages.ts';
import type { FigureChange } from '../../engine/figure-change.ts';
import { changeText, figureText } from '../../format/figures.ts';
import { differenceText } from '../../format/measures.ts';
import { figureLine } from '../../parts/figure-value.tsx';

const words = {
  vi: { none: 'kỳ trước không có', same: 'không đổi', other: 'khác' },
  en: { none: 'not there then', same: 'unchanged', other: 'different' },
};

/** What stood last beside the new figure, and how far the two are apart. */
export function ChangeCells({ line: { change, indicator } }: { line: Line }) {
  const say = useWords(words);
  const language = useLanguage();
  if (change === null) {
    return (
      <>
        <td class="number">
          <span class="missing">{say.none}</span>
        </td>
        <td />
      </>
    );
  }
  const { before, shareBefore } = change;
  const unit = indicator?.unit ?? '';
  return (
    <>
      <td class="number">
        {shareBefore !== null && `${figureText(shareBefore, language, 2)}% · `}
        {figureLine(
          { ...before, reason: before.status === 'reported' ? null : before.status },
          language,
          unit,
        )}
      </td>
      <td class="number">{changeWords(change, unit, language)}</td>
    </>
  );
}

/** @returns `+1,25 điểm %` · `−12 hồ sơ (−3,5%)` · `không đổi` · `khác` where the two are no numbers */
function changeWords(change: FigureChange, unit: string, language: Language): string {
  const say = words[language];
  const { isChanged, difference, percent } = change;
  if (!isChanged) return say.same;
  if (difference === null) return say.other;
  const told = differenceText(difference, unit, language);
  return percent === null ? told : `${told} (${changeText(percent, language)}%)`;
}
