import { useMemo } from 'preact/hooks';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { apiPath } from './api-path.ts';
import { useMeetings } from './coming-meeting.ts';
import { useFiguresBase } from './figures-base.ts';
import {
  type AskedFigures,
  type FiguresState,
  figuresState,
  freezesPassed,
  isBeingFrozen,
} from './figures-state.ts';
import { mostAddresses } from './several-answers.ts';
import { useAnswers } from './use-answers.ts';
import { useBusinessNow } from './use-business-now.ts';
import { useLookAgain } from './use-look-again.ts';

/** Every reader's page asks: less often than one before which somebody waits. */
const lookAgainSeconds = 60;

/**
 * Tells of each of some periods whether its figures are provisional; null until that is known, or where it cannot be. The
 * list of meetings says nearly all; only of meetings whose freeze has come is it asked whether they have a snapshot, of
 * the newest that may be asked at once, and for an hour after a freeze again, until its snapshot is there.
 */
export function useFiguresStates({
  forms,
  periods,
}: Pick<AskedFigures, 'forms'> & { periods: readonly string[] }): (period: string) => FiguresState | null {
  const base = useFiguresBase();
  const { answer: listed } = useMeetings();
  const now = useBusinessNow();
  const meetings = listed.state === 'ready' ? listed.value.meetings : null;
  const isKnown = meetings !== null && now !== null;
  const passed = isKnown
    ? [...new Set(periods.flatMap((period) => freezesPassed(meetings, { forms, period }, now)))]
    : [];
  const newest = passed
    .sort((a, b) => ((a.freezeAt ?? '') < (b.freezeAt ?? '') ? 1 : -1))
    .slice(0, mostAddresses);
  const addresses = newest.map(({ id }) => apiPath`${base}/meetings/${id}`);
  const { answer, reload } = useAnswers<MeetingView & { snapshot: object | null }>(
    isKnown ? addresses : null,
  );
  const hasSnapshot = useMemo(
    () =>
      new Map(
        answer.state === 'ready' ? answer.value.map(({ id, snapshot }) => [id, snapshot !== null]) : [],
      ),
    [answer],
  );
  const isAwaited = isKnown && newest.some((meeting) => isBeingFrozen(meeting, hasSnapshot, now));
  useLookAgain(isAwaited, reload, lookAgainSeconds);
  return (period) => (isKnown ? figuresState({ forms, period }, { meetings, hasSnapshot, now }) : null);
}

/** The same of one period. */
export function useFiguresState({ forms, period }: AskedFigures): FiguresState | null {
  return useFiguresStates({ forms, periods: [period] })(period);
}
