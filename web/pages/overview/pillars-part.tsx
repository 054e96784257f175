import { stateTexts } from '../../../shared/briefing/sections/pillar-result.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { aimText } from '../../format/measures.ts';
import { FigureText } from '../../parts/figure-text.tsx';
import {
  barOf,
  type Pillar,
  type PillarResult,
  pillarNames,
  pillarsOf,
  shownState,
  standingOn,
} from './pillars.ts';
import { words } from './words.ts';

/** How many results of a pillar are shown at once. */
const mostResults = 4;

/** What the nation has reached, pillar by pillar; a pillar without figures says so. */
export function PillarsPart({ progress, hasReports }: { progress: MeetingProgress; hasReports: boolean }) {
  const say = useWords(words);
  const hidden = progress.asks.filter(({ isTold }) => !isTold).map(({ form }) => form);
  return (
    <section class="overview-part" aria-labelledby="tru-cot">
      <h2 id="tru-cot">{say.pillars}</h2>
      {!hasReports && <p>{say.noFigures}</p>}
      {hidden.length > 0 && <p>{say.notTold(hidden.join(', '))}</p>}
      <ul class="cards overview-pillars">
        {pillarsOf(progress).map((pillar) => (
          <PillarCard key={pillar.code} pillar={pillar} />
        ))}
      </ul>
    </section>
  );
}

function PillarCard({ pillar }: { pillar: Pillar }) {
  const say = useWords(words);
  const language = useLanguage();
  const { code, results, counts } = pillar;
  const [first] = results;
  const list = `/chi-tieu?tru-cot=${code}`;
  const stood = standingOn(results);
  if (first === undefined) {
    return (
      <li class="card">
        <h3>{pillarNames[code][language]}</h3>
        <p>{say.noTargets}</p>
        <p>
          <a href={list}>{say.listOf}</a>
        </p>
      </li>
    );
  }
  return (
    <li class="card">
      <h3>{pillarNames[code][language]}</h3>
      <p>
        {say.ofTargets(results.length)}:{' '}
        {counts.map(([state, count]) => `${count} ${stateTexts[state][language]}`).join(', ')}
        {stood && `, ${say.standOn(stood)}`}.
      </p>
      {results.some(({ national }) => national.value !== null) && (
        <>
          <h4>
            {say.furthest} <span class="soft">({say.targetMark})</span>
          </h4>
          <ul class="overview-results">
            {results.slice(0, mostResults).map((result) => (
              <Result key={`${result.indicator} ${result.among}`} result={result} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`${list}&bieu=${first.form}&ky=${first.period}`}>{say.allOf(results.length)}</a>
      </p>
    </li>
  );
}

function Result({ result }: { result: PillarResult }) {
  const say = useWords(words);
  const language = useLanguage();
  const { indicator, names, national, target, unit, form, period } = result;
  const { value, reason, counted, expected } = national;
  return (
    <li>
      <a href={`/chi-tieu/${indicator}?bieu=${form}&ky=${period}`}>{names[language]}</a>
      <p>
        <strong>
          <FigureText figure={{ value, reason }} unit={unit} />
        </strong>{' '}
        <span class="soft">
          {target && `${say.target} ${aimText(target, language)}: `}
          {stateTexts[shownState(result)][language]}
          {value !== null && counted < expected && `; ${say.counted(counted, expected)}`}
        </span>
      </p>
      <Bar result={result} />
    </li>
  );
}

/** For the eye alone: the figure, the target and the state stand beside it in words. */
function Bar({ result }: { result: PillarResult }) {
  const bar = barOf(result);
  if (bar === null) return null;
  return (
    <div class="overview-gauge" aria-hidden="true">
      <span class="overview-gauge-value" style={{ width: `${bar.value}%` }} />
      {bar.target !== null && <span class="overview-gauge-target" style={{ left: `${bar.target}%` }} />}
    </div>
  );
}
