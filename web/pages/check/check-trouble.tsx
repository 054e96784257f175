import { useWords } from '../../app/language.tsx';
import type { CheckTrouble } from '../../engine/check-messages.ts';
import { Notice } from '../../parts/notice.tsx';
import { troubleWords } from './check-trouble-words.ts';

/** Why a file could not be read here, and what to do. */
export function CheckTroubleView({
  file,
  trouble,
  again,
}: {
  file: File;
  trouble: CheckTrouble;
  again: () => void;
}) {
  const say = useWords(troubleWords);
  const told = {
    'too-large': [say.tooLarge, say.tooLargeWhat],
    changed: [say.changed, say.changedWhat],
    broken: [say.broken, say.brokenWhat],
  } as const;
  const [title, what] = told[trouble];
  return (
    <Notice kind="error" live title={title}>
      <p>{what(file)}</p>
      {trouble === 'broken' && (
        <p>
          <button type="button" onClick={again}>
            {say.again}
          </button>
        </p>
      )}
    </Notice>
  );
}
