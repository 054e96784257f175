import type { ComponentChildren } from 'preact';
import type { CoveredAsk } from '../../../shared/aggregation/meeting-coverage.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { dayOf, dayText, momentText, timeLeftText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { MeetingStage } from './coming-meeting.ts';
import { words } from './words.ts';

type Fact = readonly [term: string, fact: ComponentChildren];
type Shown = {
  meeting: MeetingView;
  /** Which one it is: the coming one, or the one that was chosen. */
  title: string;
  stage: MeetingStage;
  snapshot: string | null;
  asks: readonly Pick<CoveredAsk, 'form' | 'period' | 'due' | 'dueMoved'>[];
  now: number | null;
  /** Who has reported: before the dates, since it is what one comes for. */
  children?: ComponentChildren;
};

/** Which meeting it is and how far its figures have come, who has reported, and then its dates. */
export function MeetingFacts(shown: Shown) {
  const { meeting, title, stage, snapshot, children } = shown;
  const say = useWords(words);
  const language = useLanguage();
  return (
    <>
      <section class="overview-part" aria-labelledby="phien">
        <h2 id="phien">
          <span class="overview-kicker">
            {title} · {dayText(meeting.date, language)}
          </span>{' '}
          {say.meeting(meeting.number, meeting.body[language])}{' '}
          {meeting.constructed && <Tag kind="attention">{say.constructed}</Tag>}
        </h2>
        <Notice kind={stage === 'frozen' ? 'success' : stage === 'cancelled' ? 'warning' : 'info'}>
          <p>{say.stages[stage]}</p>
          <TimeLeft {...shown} />
          {stage === 'held' && <p>{say.nonePlanned}</p>}
          {meeting.constructed && <p>{say.constructedWhy}</p>}
        </Notice>
      </section>
      {children}
      <section class="overview-part" aria-labelledby="lich">
        <h2 id="lich">{say.dates}</h2>
        <Facts facts={useFacts(shown)} />
        {snapshot !== null && (
          <details>
            <summary>{say.snapshot}</summary>
            <code>{snapshot}</code>
          </details>
        )}
      </section>
    </>
  );
}

/** How long the units still have, while reports are taken. */
function TimeLeft({ stage, asks, now }: Shown) {
  const say = useWords(words);
  const language = useLanguage();
  if (stage !== 'collecting' || now === null) return null;
  const days = [...new Set(asks.flatMap(({ due }) => due ?? []))];
  if (days.length === 0) return null;
  return (
    <p>
      {say.due}: <strong>{days.map((day) => timeLeftText(day, now, language)).join('; ')}</strong>
    </p>
  );
}

function useFacts({ meeting, stage, asks, now }: Shown): Fact[] {
  const say = useWords(words);
  const language = useLanguage();
  const { cutOff, freezeAt } = meeting;
  const facts: Fact[] = [
    [say.date, dayText(meeting.date, language)],
    [say.theme, <Theme key="theme" theme={meeting.theme} />],
    [say.period, capitalised(meeting.periods.map((period) => periodText(period, language)).join(', '))],
  ];
  if (stage === 'held') {
    return meeting.figures === null
      ? facts
      : [
          ...facts,
          [
            say.figures,
            <span key="figures" lang="vi">
              {meeting.figures}
            </span>,
          ],
        ];
  }
  const isOpen = stage === 'collecting' && now !== null;
  const leftTo = (day: string) =>
    isOpen ? timeLeftText(day, now, language) : say.dueBy(dayText(day, language));
  for (const due of new Set(asks.flatMap((ask) => ask.due ?? []))) facts.push([say.due, leftTo(due)]);
  if (cutOff !== null) {
    const left = isOpen ? ` (${timeLeftText(dayOf(cutOff), now, language)})` : '';
    facts.push([say.cutOff, `${momentText(cutOff, language)}${left}`]);
  }
  if (freezeAt !== null) facts.push([say.freeze, momentText(freezeAt, language)]);
  return facts;
}

/** Of sessions before this service no English theme is held. */
function Theme({ theme }: { theme: MeetingView['theme'] }) {
  const language = useLanguage();
  return theme[language] === null ? <span lang="vi">{theme.vi}</span> : <span>{theme[language]}</span>;
}
