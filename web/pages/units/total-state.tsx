import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { FiguresState } from '../../app/figures-state.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useFrozenScorecard } from '../../app/use-frozen-scorecard.ts';
import { figureText } from '../../format/figures.ts';
import { SentenceText } from '../../parts/sentence.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';

const words = {
  vi: {
    same: 'Tổng điểm và hạng của đơn vị này đúng như đã chốt.',
    differs: (total: string, rank: string) => `Đã chốt của đơn vị này: ${total} điểm, hạng ${rank}.`,
    absent: 'Khi chốt, đơn vị này chưa có điểm.',
    none: 'không có',
  },
  en: {
    same: 'The total and the rank of this unit are as they were frozen.',
    differs: (total: string, rank: string) => `Frozen of this unit: ${total} points, rank ${rank}.`,
    absent: 'When they were frozen this unit had no points.',
    none: 'none',
  },
};

/** Whether a unit's total still changes, and of one that was frozen whether it is what it was. */
export function TotalState({
  state,
  rollup,
  unit,
}: {
  state: FiguresState;
  rollup: ScorecardRollup;
  unit: ScoredUnit;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const frozen = useFrozenScorecard(state, rollup);
  const before = frozen?.units.find((each) => each.unit === unit.unit);
  const told = () => {
    if (frozen === null) return null;
    if (before === undefined) {
      return frozen.coverage.missing.some((each) => each.unit === unit.unit) ? say.absent : null;
    }
    if (before.total === unit.total && before.rank === unit.rank) return say.same;
    const total = before.total === null ? say.none : figureText(before.total, language, 2);
    return say.differs(total, String(before.rank ?? say.none));
  };
  return (
    <>
      <SentenceText sentence={stateSentence(state, language)} /> {told()}
    </>
  );
}
