import { useWords } from '../../app/language.tsx';
import { reviewWords } from './review-words.ts';
import type { Explanations } from './use-explanations.ts';

/** What the unit wrote about one of its warnings; "none" only once that is known. */
export function Explanation({
  code,
  explanations: { answer, reload },
}: {
  code: string;
  explanations: Explanations;
}) {
  const say = useWords(reviewWords);
  if (answer.state === 'loading') return <p class="soft">{say.explanationLoading}</p>;
  if (answer.state === 'failed') {
    return (
      <p>
        {say.explanationLost}{' '}
        <button type="button" class="plain" onClick={reload}>
          {say.explanationRetry}
        </button>
      </p>
    );
  }
  const text = answer.value[code];
  return (
    <p>
      {text === undefined ? (
        say.noExplanation
      ) : (
        <>
          {say.explained}: <span lang="vi">{text}</span>
        </>
      )}
    </p>
  );
}
