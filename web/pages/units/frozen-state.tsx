import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { figureText } from '../../format/figures.ts';

const words = {
  vi: {
    still: 'tạm tính',
    published: 'do bộ công bố',
    same: (number: number) => `như đã chốt cho phiên họp lần thứ ${number}`,
    differs: (number: number, total: string, rank: string) =>
      `tạm tính; đã chốt cho phiên họp lần thứ ${number}: ${total} điểm, hạng ${rank}`,
    none: 'không có',
  },
  en: {
    still: 'provisional',
    published: 'published by a ministry',
    same: (number: number) => `as frozen for meeting ${number}`,
    differs: (number: number, total: string, rank: string) =>
      `provisional; frozen for meeting ${number}: ${total} points, rank ${rank}`,
    none: 'none',
  },
};

/** Whether a unit's total is provisional, or what the coming meeting decides on. */
export function FrozenState({ unit, round }: { unit: ScoredUnit; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer: meetings } = useMeetings();
  const coming = meetings.state === 'ready' ? meetings.value.coming : null;
  const isAsked =
    coming?.scorecards.includes(round.scorecard.code) === true && coming.periods.includes(round.period);
  const meeting = useAnswer<MeetingView & { snapshot: object | null }>(
    isAsked ? `/v1/public/meetings/${coming.id}` : null,
  );
  const isFrozen = meeting.answer.state === 'ready' && meeting.answer.value.snapshot !== null;
  const { answer } = useAnswer<ScorecardRollup>(
    isFrozen && coming
      ? `/v1/public/meetings/${coming.id}/scorecards/${round.scorecard.code}/${round.period}`
      : null,
  );
  if (round.form.owed === false) return <>{say.published}</>;
  if (answer.state !== 'ready' || coming === null) return <>{say.still}</>;
  const frozen = answer.value.units.find((each) => each.unit === unit.unit);
  if (frozen?.total === unit.total && frozen.rank === unit.rank) return <>{say.same(coming.number)}</>;
  const total = frozen?.total == null ? say.none : figureText(frozen.total, language, 2);
  return <>{say.differs(coming.number, total, String(frozen?.rank ?? say.none))}</>;
}
