import type { StandingTold, WorkItem } from '../../../shared/query/work-item.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { standingBehind } from '../../app/open-question.ts';
import { cellText } from '../../format/cells.ts';
import { dayText, momentText } from '../../format/days.ts';
import { figureText } from '../../format/figures.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { listWords, workStateWords } from './work-words.ts';

/** Report by report: what it waits for, since when, and what was asked. */
export function WorkTable({ items }: { items: readonly WorkItem[] }) {
  const say = useWords(listWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={say.tableCaption}
      rows={items}
      rowKey={({ unit }) => unit}
      empty={say.none}
      columns={[
        { key: 'unit', head: say.head.unit, names: true, cell: (item) => <UnitCell item={item} /> },
        { key: 'state', head: say.head.state, cell: (item) => <StateCell item={item} /> },
        {
          key: 'since',
          head: say.head.since,
          cell: ({ since }) => (
            <span class="review-line">{since === null ? '–' : momentText(since, language)}</span>
          ),
        },
        { key: 'found', head: say.head.found, cell: (item) => <FoundCell item={item} /> },
        { key: 'question', head: say.head.question, cell: (item) => <QuestionCell item={item} /> },
        { key: 'due', head: say.head.due, cell: (item) => <DueCell item={item} /> },
      ]}
    />
  );
}

function UnitCell({ item }: { item: WorkItem }) {
  const name = <span lang="vi">{item.name}</span>;
  return item.submission === null ? name : <a href={`/ra-soat/${item.submission}`}>{name}</a>;
}

function StateCell({ item }: { item: WorkItem }) {
  const say = useWords(listWords);
  const language = useLanguage();
  const words = workStateWords[item.state];
  return (
    <>
      <Tag kind={words.kind}>{words[language]}</Tag> {item.stuck && <Tag kind="bad">{say.stuck}</Tag>}
      <StandingLink standing={standingBehind(item)} />
    </>
  );
}

function FoundCell({ item: { counts, state } }: { item: WorkItem }) {
  const say = useWords(listWords);
  const language = useLanguage();
  if (counts === null) return <span class="missing">{state === 'none' ? '–' : say.notRead}</span>;
  const number = (count: number) => figureText(String(count), language);
  return <>{say.counts(number(counts.errors), number(counts.warnings))}</>;
}

/** The version that goes on standing while a later file is on its way, or was returned. */
function StandingLink({ standing }: { standing: StandingTold | null }) {
  const say = useWords(listWords);
  if (standing === null) return null;
  return (
    <p class="review-standing">
      <a href={`/ra-soat/${standing.submission}`}>{say.standing(standing.version)}</a>
    </p>
  );
}

/** What was asked of the newest attempt, and of the version in force where that is another. */
function QuestionCell({ item }: { item: WorkItem }) {
  const say = useWords(listWords);
  const asked = [
    { of: null, ...pick(item) },
    ...[standingBehind(item)].flatMap((standing) =>
      standing === null ? [] : [{ of: standing.version, ...pick(standing) }],
    ),
  ].filter(({ question, answer }) => question !== null || answer !== null);
  if (asked.length === 0) return <span class="missing">{say.noQuestion}</span>;
  return (
    <div class="review-asked">
      {asked.map((each) => (
        <Asked key={String(each.of)} {...each} />
      ))}
    </div>
  );
}

const pick = ({ question, answer }: Pick<WorkItem, 'question' | 'answer'>) => ({ question, answer });

function Asked({ of, question, answer }: { of: number | null } & Pick<WorkItem, 'question' | 'answer'>) {
  const say = useWords(listWords);
  const language = useLanguage();
  const which = of === null ? '' : `${say.version(of)}: `;
  return (
    <>
      {question && (
        <p>
          {which}
          {say.asked}
          {question.cell && ` ${say.at(cellText(question.cell, language))}`}:{' '}
          <span lang="vi">{question.question}</span>
        </p>
      )}
      {answer && question === null && (
        <p>
          {which}
          {say.answeredBy}: <span lang="vi">{answer.answer}</span>
        </p>
      )}
    </>
  );
}

function DueCell({ item: { term, punctuality, extendedTo } }: { item: WorkItem }) {
  const say = useWords(listWords);
  const language = useLanguage();
  if (term === null) return <>{say.noDue}</>;
  const kind = punctuality === 'missing' ? 'bad' : punctuality === 'late' ? 'attention' : 'plain';
  return (
    <>
      <span class="review-line">{dayText(term.due, language)}</span>{' '}
      <Tag kind={kind}>{say.punctuality[punctuality]}</Tag>
      {extendedTo !== null && <span class="soft"> {say.extended(dayText(extendedTo, language))}</span>}
    </>
  );
}
