import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useNamed } from '../../app/use-named.ts';
import { changeText, figureText, pointsText } from '../../format/figures.ts';
import { measuredText, shownDecimal } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import type { FrozenOrStanding } from './meeting-overview.tsx';
import { type Move, movesOf, nationMovesOf } from './moves.ts';
import { words } from './words.ts';

/** The largest rises and falls of units since the period before, by their points. */
export function MovesPart({ scorecard, series }: { scorecard: FrozenOrStanding; series: Series }) {
  const say = useWords(words);
  const language = useLanguage();
  const moves = movesOf(scorecard.units, scorecard.period, series);
  if (moves === null || moves.compared === 0) return <p>{say.noEarlier}</p>;
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
          <strong>
            {changeText(shownDecimal(change, unit), language)}
            {unit === '%' && ` ${say.percentPoints}`}
          </strong>{' '}
          <span class="soft">
            ({figureText(shownDecimal(before, unit), language)} → {measuredText(now, unit, language)})
          </span>
        </li>
      ))}
    </ul>
  );
}
