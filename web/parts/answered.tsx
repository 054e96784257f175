import type { ComponentChildren } from 'preact';
import { useWords } from '../app/language.tsx';
import type { Answer } from '../app/use-answer.ts';
import { ProblemView } from './problem-view.tsx';

const words = { vi: { loading: 'Đang tải số liệu…' }, en: { loading: 'Loading figures…' } };

/**
 * Shows an answer once it is there, and says what to do while it is not or when there is none.
 * @param none what is shown for a 404 where that is no trouble (nothing reported yet, not frozen yet)
 */
export function Answered<T>({
  answer,
  reload,
  none,
  children,
}: {
  answer: Answer<T>;
  reload?: () => void;
  none?: ComponentChildren;
  children: (value: T) => ComponentChildren;
}) {
  if (answer.state === 'loading') return <Loading />;
  if (answer.state === 'ready') return <>{children(answer.value)}</>;
  if (answer.problem.status === 404 && none !== undefined) return <>{none}</>;
  return <ProblemView problem={answer.problem} {...(reload ? { retry: reload } : {})} />;
}

export function Loading({ label }: { label?: string }) {
  const say = useWords(words);
  return (
    <p class="loading" role="status">
      <span class="wait" aria-hidden="true" /> {label ?? say.loading}
    </p>
  );
}
