import type { ComponentChildren } from 'preact';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Region } from '../../../shared/catalog/schema.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { IfFrozen } from '../../parts/if-frozen.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RankingView } from './ranking-view.tsx';
import { words } from './words.ts';

/** The ranking of all units as it was frozen for a meeting, and the way to the one that stands. */
export function FrozenRanking({
  meeting: id,
  scorecard,
  period: asked,
  lists,
}: {
  meeting: string;
  scorecard: string;
  /** Null: the first that the meeting asks for. */
  period: string | null;
  lists: CatalogueLists;
}) {
  const say = useWords(words);
  const meetings = useMeetings();
  const known = meetings.answer.state === 'ready' ? meetings.answer.value.meetings : [];
  const meeting = known.find((each) => each.id === id);
  const period = asked ?? meeting?.periods[0];
  const standing = addressOf('/xep-hang', { diem: scorecard, ky: period, 'co-so': 'as-reported' });
  const none = <Notice kind="warning">{say.notFrozen}</Notice>;
  return (
    <>
      <Answered answer={meetings.answer} reload={meetings.reload}>
        {() =>
          meeting !== undefined && period !== undefined && isAsked(meeting, scorecard, period) ? (
            <IfFrozen meeting={id} not={none}>
              <Frozen {...{ meeting, scorecard, period, lists, none }} />
            </IfFrozen>
          ) : (
            none
          )
        }
      </Answered>
      <p>
        <a href={standing}>{say.toStanding}</a>
      </p>
    </>
  );
}

function isAsked({ scorecards, periods }: MeetingView, scorecard: string, period: string): boolean {
  return scorecards.includes(scorecard) && periods.includes(period);
}

function Frozen({
  meeting,
  scorecard,
  period,
  lists,
  none,
}: {
  meeting: MeetingView;
  scorecard: string;
  period: string;
  lists: CatalogueLists;
  /** Of a meeting that asks for several forms not each has a figure in each period. */
  none: ComponentChildren;
}) {
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/meetings/${meeting.id}/scorecards/${scorecard}/${period}`,
  );
  const regions = useAnswer<{ items: Region[] }>('/v1/public/catalog/regions').answer;
  return (
    <Answered answer={answer} reload={reload} none={none}>
      {(rollup) => (
        <RankingView
          rollup={rollup}
          before={null}
          frozen={meeting}
          lists={lists}
          regions={regions.state === 'ready' ? regions.value.items : []}
        />
      )}
    </Answered>
  );
}
