import { useState } from 'preact/hooks';
import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { WorkList } from '../../../shared/query/read-work.ts';
import type { WorkItem } from '../../../shared/query/work-item.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { Tag } from '../../parts/tag.tsx';
import { CoverageFacts } from './coverage-facts.tsx';
import { QuestionsCell, StandingCell } from './report-cells.tsx';
import type { Round } from './reports-page.tsx';
import { byUrgency, type Group, isIn, reportsWords } from './reports-words.ts';

/** Of a form in a period: how many have reported, then each unit and what its report waits for. */
export function ReportList({ round, group }: { round: Round; group: Group }) {
  const say = useWords(reportsWords);
  const [after, setAfter] = useState<string | null>(null);
  const { form, period } = round;
  const work = useAnswer<WorkList>(addressOf(apiPath`/v1/work`, { form, period, after }));
  const coverage = useAnswer<CoverageDocument>(apiPath`/v1/periods/${period}/coverage?form=${form}`);
  return (
    <Answered answer={coverage.answer} reload={coverage.reload}>
      {({ counts, expected, counted, due, units }) => (
        <>
          <CoverageFacts counts={{ expected, counted, ...counts }} due={due} />
          <Answered answer={work.answer} reload={work.reload}>
            {({ items, next }) => (
              <>
                {items.length === 0 && <Notice>{say.notAsked}</Notice>}
                <Units items={items} covered={units} round={round} group={group} />
                {next !== null && (
                  <button type="button" onClick={() => setAfter(next)}>
                    {say.more}
                  </button>
                )}
              </>
            )}
          </Answered>
        </>
      )}
    </Answered>
  );
}

function Units({
  items,
  covered,
  round,
  group,
}: {
  items: readonly WorkItem[];
  covered: CoverageDocument['units'];
  round: Round;
  group: Group;
}) {
  const say = useWords(reportsWords);
  const rows = byUrgency(items.filter((item) => isIn(group, item)));
  const reports = new Map(covered.map((each) => [each.unit, each]));
  return (
    <DataTable
      caption={say.caption(say.groups[group], rows.length)}
      rows={rows}
      rowKey={({ unit }) => unit}
      empty={say.none}
      columns={[
        { key: 'unit', head: say.unit, names: true, cell: ({ name }) => <span lang="vi">{name}</span> },
        { key: 'attempt', head: say.attempt, cell: (row) => <Attempt item={row} /> },
        { key: 'question', head: say.question, cell: (row) => <QuestionsCell item={row} /> },
        { key: 'standing', head: say.standing, cell: (row) => <StandingCell item={row} /> },
        {
          key: 'punctuality',
          head: say.punctuality,
          // The list is as of now, the coverage as of its last aggregation: an extension shows at once.
          cell: ({ unit, punctuality, extendedTo, standing }) => {
            const report = reports.get(unit);
            const version = standing?.version ?? null;
            return report && <ReportState report={{ ...report, state: punctuality, extendedTo, version }} />;
          },
        },
        { key: 'action', head: say.action, cell: (row) => <Actions item={row} round={round} /> },
      ]}
    />
  );
}

/** What the latest attempt waits for, and since when. */
function Attempt({ item }: { item: WorkItem }) {
  const say = useWords(reportsWords);
  const language = useLanguage();
  const { state, since, stuck, counts } = item;
  if (state === 'none') return <Tag>{say.never}</Tag>;
  return (
    <>
      {state === 'answered' ? <Tag kind="attention">{say.answered}</Tag> : <StateTag state={state} />}
      {stuck && (
        <>
          {' '}
          <Tag kind="bad">{say.stuck}</Tag>
        </>
      )}
      <br />
      <span class="soft">
        {since && `${say.since} ${momentText(since, language)}`}
        {counts && counts.errors > 0 && ` · ${say.errors(counts.errors)}`}
      </span>
    </>
  );
}

function Actions({ item, round }: { item: WorkItem; round: Round }) {
  const say = useWords(reportsWords);
  const { unit, name, submission, standing } = item;
  const slot = `don-vi=${encodeURIComponent(unit)}&bieu=${round.form}&ky=${round.period}`;
  const links = [
    ...(submission === null
      ? []
      : [[`/ban-nop/${submission}`, say.open] as const, [`/ra-soat/${submission}`, say.review] as const]),
    ...(standing === null ? [[`/thu-ky/bao-cao?viec=gia-han&${slot}`, say.extend] as const] : []),
    [`/thu-ky/bao-cao?viec=quyen&don-vi=${encodeURIComponent(unit)}`, say.rights] as const,
  ];
  return (
    <ul class="secretariat-links">
      {links.map(([address, text]) => (
        <li key={address}>
          <a href={address}>
            {text}
            <span class="unseen"> {name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
