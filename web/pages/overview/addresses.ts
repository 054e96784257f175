import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';

/** What the first screen asks of the API for one meeting; null: there is nothing to ask for. */
export type MeetingAddresses = {
  meeting: string;
  coverage: string | null;
  progress: string | null;
  /** What was frozen, what stands, and the series in which the periods before lie. */
  frozen: string | null;
  standing: string | null;
  series: string | null;
  tasks: string | null;
};

/**
 * All addresses follow from the list of meetings alone. What was frozen is asked for once the coverage names a snapshot,
 * and what stands only where there is none: nothing is asked for that is not there.
 * @param hasRights who is signed in with a role also sees the figures of forms that are not public
 */
export function addressesOf(
  meeting: Pick<MeetingView, 'id' | 'asks' | 'scorecards'>,
  hasRights: boolean,
): MeetingAddresses {
  const own = apiPath`/v1/public/meetings/${meeting.id}`;
  const { period } = scoredIn(meeting) ?? {};
  const scorecard = meeting.scorecards[0];
  const hasAsks = meeting.asks.length > 0;
  const card = scorecard && period ? { scorecard, period } : null;
  return {
    meeting: own,
    coverage: hasAsks ? apiPath`${own}/coverage` : null,
    progress: hasAsks ? apiPath`${hasRights ? '/v1' : '/v1/public'}/meetings/${meeting.id}/progress` : null,
    frozen: card && apiPath`${own}/scorecards/${card.scorecard}/${card.period}`,
    standing: card && apiPath`/v1/public/scorecards/${card.scorecard}/${card.period}`,
    series:
      card &&
      apiPath`/v1/public/series?scorecard=${card.scorecard}&basis=current&from=${yearBefore(card.period)}&to=${card.period}`,
    tasks: hasAsks ? apiPath`${own}/tasks` : null,
  };
}

/** The form and period of what is scored: the first that the meeting asks for. */
function scoredIn({ asks }: Pick<MeetingView, 'asks'>): { form: string; period: string } | undefined {
  return asks[0];
}

/** The same period of the year before: from it on few points are read. */
function yearBefore(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}
