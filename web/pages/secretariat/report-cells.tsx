import type { WorkItem } from '../../../shared/query/work-item.ts';
import { capitalised } from '../../../shared/written.ts';
import { useWords } from '../../app/language.tsx';
import { standingBehind } from '../../app/open-question.ts';
import { reportsWords } from './reports-words.ts';

/** The open question of the latest attempt, and that of the version in force where it is another. */
export function QuestionsCell({ item }: { item: WorkItem }) {
  const say = useWords(reportsWords);
  const behind = standingBehind(item);
  return (
    <>
      {item.question && <span lang="vi">{item.question.question}</span>}
      {item.question && behind?.question && <br />}
      {behind?.question && (
        <>
          {capitalised(say.version(behind.version))}: <span lang="vi">{behind.question.question}</span>
        </>
      )}
    </>
  );
}

/** The version in force; a link where the latest attempt is another. */
export function StandingCell({ item }: { item: WorkItem }) {
  const say = useWords(reportsWords);
  const { standing } = item;
  if (standing === null) return <span class="missing">{say.noStanding}</span>;
  const version = say.version(standing.version);
  return (
    <>
      {standingBehind(item) ? (
        <a href={`/ban-nop/${standing.submission}`}>
          {version}
          <span class="unseen"> {item.name}</span>
        </a>
      ) : (
        version
      )}
      {standing.question && <span class="soft">, {say.standingAsked}</span>}
    </>
  );
}
