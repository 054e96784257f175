import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useNamed } from '../../app/use-named.ts';
import { changeText, figureText, pointsText } from '../../format/figures.ts';
import { differenceText, measuredText, shownDecimal } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { Loading } from '../../parts/answered.tsx';
import type { FrozenOrStanding } from './meeting-overview.tsx';
import { type Move, movesOf, nationMovesOf } from './moves.ts';
import { words } from './words.ts';

/** The largest rises and falls of units since the period before, by their points. */
export function MovesPart({ scorecard, series }: { scorecard: FrozenOrStanding; series: Series }) {
  const say = useWords(words);
  const language = useLanguage();
  const moves = movesOf(scorecard, series);
  if (moves === 'no-earlier') return <NoEarlier scorecard={scorecard} />;
  if (typeof moves === 'string') return <p>{say.noMoves[moves]}</p>;
  const to = `/xep-hang?diem=${scorecard.scorecard}&ky=${scorecard.period}&co-so=current`;
  return (
    <>
      <p>
        <a href={to}>{say.since(periodText(moves.since, language), moves.compared)}</a>
      </p>
      <ul class="cards">
        <li class="card">
          <h3>{say.rises}</h3>
          <Units moves={moves.rises} none={say.noRise} period={scorecard.period} />
        </li>
        <li class="card">
          <h3>{say.falls}</h3>
          <Units moves={moves.falls} none={say.noFall} period={scorecard.period} />
        </li>
      </ul>
    </>
  );
}

/** No earlier period of the kind: the years before, where the scorecard has any. */
function NoEarlier({ scorecard: { scorecard, period } }: { scorecard: FrozenOrStanding }) {
  const say = useWords(words);
  const language = useLanguage();
  const last = Number(period.slice(0, 4)) - 1;
  const { answer } = useAnswer<Series>(
    apiPath`/v1/public/series?scorecard=${scorecard}&basis=current&from=${last - 4}&to=${last}`,
  );
  if (answer.state === 'loading') return <Loading />;
  const year =
    answer.state === 'ready'
      ? answer.value.items.findLast(({ coverage }) => coverage.counted > 0)
      : undefined;
  if (year === undefined) return <p>{say.noEarlier}.</p>;
  return (
    <p>
      {say.noEarlier};{' '}
      <a href={`/xep-hang?diem=${scorecard}&ky=${year.period}&co-so=current`}>
        {say.earlierYear(periodText(year.period, language))}
      </a>
      .
    </p>
  );
}

function Units({ moves, none, period }: { moves: readonly Move[]; none: string; period: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  if (moves.length === 0) return <p>{none}</p>;
  return (
    <ul class="overview-moves">
      {moves.map(({ unit, name, now, before, change }) => (
        <li key={unit}>
          <a href={`/don-vi/${unit}?ky=${period}`}>{named({ unit, name })}</a>{' '}
          <strong>{changeText(change, language, 2)}</strong> {say.points}{' '}
          <span class="soft">
            ({pointsText(before, language)} → {pointsText(now, language)})
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How many indicators of the nation are told. */
const mostIndicators = 5;

/** What the nation's indicators were in the period before, where there is one. */
export function NationMoves({ progress }: { progress: MeetingProgress }) {
  const say = useWords(words);
  return (
    <>
      <h3>{say.nationMoves}</h3>
      <Nation progress={progress} />
    </>
  );
}

function Nation({ progress }: { progress: MeetingProgress }) {
  const say = useWords(words);
  const language = useLanguage();
  const shown = nationMovesOf(progress.asks, mostIndicators);
  if (shown.length === 0) return <p>{say.nationSame}</p>;
  return (
    <ul class="overview-moves">
      {shown.map(({ form, period, indicator, names, unit, now, before, change }) => (
        <li key={indicator}>
          <a href={`/chi-tieu/${indicator}?bieu=${form}&ky=${period}`}>{names[language]}</a>{' '}
          <strong>{differenceText(change, unit, language)}</strong>{' '}
          <span class="soft">
            ({figureText(shownDecimal(before, unit), language)} → {measuredText(now, unit, language)})
          </span>
        </li>
      ))}
    </ul>
  );
}
