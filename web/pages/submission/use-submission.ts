import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { ask, problemFrom } from '../../app/api.ts';
import { apiPath } from '../../app/api-path.ts';
import { newestOnly } from '../../app/newest-only.ts';
import { onSession } from '../../app/session.ts';
import { type Answer, forgetAnswers } from '../../app/use-answer.ts';
import { isUnderway, pollPause } from './polling.ts';

/**
 * A submission that tells by itself what becomes of it: asked again with growing waits while the service has to do
 * something, never in a tab that nobody sees, and once whenever somebody comes back to it: another person may have
 * acted meanwhile. What was shown stays while a question fails.
 */
export function useSubmission(id: string): {
  answer: Answer<SubmissionView>;
  /** The last question was not answered: what is shown may be old. */
  isLost: boolean;
  reload: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<Answer<SubmissionView>>({ state: 'loading' });
  const asked = useRef(0);
  const [round, setRound] = useState(0);
  const [isLost, setLost] = useState(false);
  const [begin] = useState(newestOnly);
  const standing = useRef<number | null>(null);
  const read = useCallback(async () => {
    const isNewest = begin();
    try {
      const value = await ask<SubmissionView>('GET', apiPath`/v1/submissions/${id}`);
      if (!isNewest()) return;
      // What was compared with the version before is not to be shown beside this one.
      if (standing.current !== null && standing.current !== value.standingVersion) forgetAnswers();
      standing.current = value.standingVersion;
      setAnswer((before) => {
        const isSame = before.state === 'ready' && before.value.state === value.state;
        asked.current = isSame ? asked.current + 1 : 0;
        return { state: 'ready', value };
      });
      setLost(false);
    } catch (fault) {
      if (!isNewest()) return;
      asked.current += 1;
      const problem = problemFrom(fault);
      setLost(problem.status === 0 || problem.status >= 500);
      setAnswer((before) =>
        before.state === 'ready' && problem.status !== 404 ? before : { state: 'failed', problem },
      );
    }
    setRound((before) => before + 1);
  }, [id, begin]);
  useEffect(() => {
    read();
    const onSeen = () => {
      if (document.visibilityState !== 'visible') return;
      asked.current = 0;
      read();
    };
    document.addEventListener('visibilitychange', onSeen);
    const stop = onSession(read);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [read]);
  const isWaiting =
    isLost ||
    (answer.state === 'ready' &&
      (isUnderway(answer.value.state) || (awaitsEvidence(answer.value) && asked.current < mostForEvidence)));
  useEffect(() => {
    if (!isWaiting || document.visibilityState === 'hidden') return;
    const timer = setTimeout(read, pollPause(asked.current));
    return () => clearTimeout(timer);
  }, [isWaiting, round, read]);
  return { answer, isLost, reload: read };
}

/** A file of evidence is known of a moment after it was put; one that was never put is not waited for. */
const mostForEvidence = 10;

function awaitsEvidence({ attachments }: SubmissionView): boolean {
  return attachments.some(({ file, receivedAt }) => file !== null && receivedAt === null);
}
