import type { MeetingCoverage } from '../../shared/aggregation/meeting-coverage.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import { apiPath } from './api-path.ts';
import { useFiguresBase } from './figures-base.ts';
import { mostAddresses } from './several-answers.ts';
import { type SinceFreeze, sinceFreeze } from './since-freeze.ts';
import { useAnswers } from './use-answers.ts';

/**
 * What was signed or corrected after a meeting was frozen; nothing until that is known.
 * @param frozen the coverage of the meeting; of one that is not frozen, or while it is awaited (null), nothing is asked
 */
export function useSinceFreeze(
  frozen: (Pick<MeetingCoverage, 'units' | 'asks'> & { provisional: boolean }) | null,
): SinceFreeze[] {
  const base = useFiguresBase();
  const asks = frozen === null || frozen.provisional ? null : frozen.asks.slice(0, mostAddresses);
  const { answer } = useAnswers<CoverageDocument>(
    asks === null
      ? null
      : asks.map(({ form, period }) => apiPath`${base}/periods/${period}/coverage?form=${form}`),
  );
  return frozen !== null && asks !== null && answer.state === 'ready'
    ? sinceFreeze(frozen, answer.value)
    : [];
}
