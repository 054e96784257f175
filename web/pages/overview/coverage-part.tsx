import type { MeetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useForms } from '../../app/use-forms.ts';
import { useNamed } from '../../app/use-named.ts';
import { periodText } from '../../format/periods.ts';
import { type CoverState, counted, reportsIn } from './coverage.ts';
import { words } from './words.ts';

const shownStates: readonly CoverState[] = ['on-time', 'late', 'reported', 'missing', 'not-due'];

/** Who has reported for the meeting, who was late, and by name who has not. */
export function CoveragePart({ coverage }: { coverage: MeetingCoverage }) {
  const say = useWords(words);
  const { totals, asks } = coverage;
  const [ask] = asks;
  const address = ask ? `/chat-luong?bieu=${ask.form}&ky=${ask.period}` : '/chat-luong';
  return (
    <section class="overview-part" aria-labelledby="bao-cao">
      <h2 id="bao-cao">{say.coverage}</h2>
      <p>
        <a class="big-figure" href={address}>
          {totals.counted}/{totals.expected}
        </a>{' '}
        {asks.length === 1 ? say.reportedUnits : say.reportedReports}.
        {totals.nil > 0 && ` ${say.nilCount(totals.nil)}`}
        {totals.revised > 0 && ` ${say.revised(totals.revised)}`}
      </p>
      <Asked asks={asks} />
      <StateBar coverage={coverage} />
      <ul class="overview-states">
        {shownStates.map((state) => (
          <State key={state} state={state} coverage={coverage} />
        ))}
      </ul>
      <Rules coverage={coverage} />
    </section>
  );
}

/** For which reports that is counted: another form of the same period may still be due. */
function Asked({ asks }: Pick<MeetingCoverage, 'asks'>) {
  const say = useWords(words);
  const language = useLanguage();
  const { nameOf } = useForms();
  const named = asks.map(({ form, period }) => `${nameOf(form)}, ${periodText(period, language)}`);
  return (
    <p>
      {say.countedOf}: {named.join('; ')}. {say.otherForms}
    </p>
  );
}

/** The states' shares side by side: for the eye alone, since the list below says the same. */
function StateBar({ coverage: { totals } }: { coverage: MeetingCoverage }) {
  return (
    <div class="overview-bar" aria-hidden="true">
      {shownStates.map((state) => {
        const share = totals.expected === 0 ? 0 : (counted(totals, state) / totals.expected) * 100;
        return share === 0 ? null : <span key={state} class={state} style={{ width: `${share}%` }} />;
      })}
    </div>
  );
}

/** One state with its units: late and missing ones by name at once, the others on demand. */
function State({ state, coverage }: { state: CoverState; coverage: MeetingCoverage }) {
  const say = useWords(words);
  const count = counted(coverage.totals, state);
  // Nothing to say of what only some meetings have.
  if (count === 0 && (state === 'reported' || state === 'not-due')) return null;
  const isOpen = state === 'late' || state === 'missing';
  const names = <Names state={state} coverage={coverage} />;
  return (
    <li>
      <p class="overview-count">
        <span class={`overview-key ${state}`} aria-hidden="true" /> <strong>{count}</strong>{' '}
        {say.states[state]}
      </p>
      {count > 0 &&
        (isOpen ? (
          <p>{names}</p>
        ) : (
          <details>
            <summary>{say.showUnits(say.states[state], count)}</summary>
            <p>{names}</p>
          </details>
        ))}
      {state === 'missing' && count === 0 && coverage.totals.notDue === 0 && <p>{say.noneMissing}</p>}
    </li>
  );
}

function Names({ state, coverage }: { state: CoverState; coverage: MeetingCoverage }) {
  const say = useWords(words);
  const named = useNamed();
  const { nameOf } = useForms();
  const reports = reportsIn(coverage, state);
  return (
    <>
      {reports.map(({ unit, name, form, nil, revised, version, isOneOfMany }, at) => (
        <span key={`${unit} ${form}`}>
          {at > 0 && ', '}
          <a href={`/don-vi/${unit}`}>{named({ unit, name })}</a>
          {isOneOfMany && ` [${nameOf(form)}]`}
          {nil && ` (${say.nil})`}
          {revised && version !== null && ` (${say.version(version)})`}
        </span>
      ))}
    </>
  );
}

/** By which rule a report is late, and why a due day is not the one that the rule names. */
function Rules({ coverage: { asks } }: { coverage: MeetingCoverage }) {
  const say = useWords(words);
  const language = useLanguage();
  const rules = new Map(asks.flatMap(({ rule }) => (rule ? [[rule.words.vi, rule]] : [])));
  const moved = asks.filter(({ dueMoved }) => dueMoved !== null);
  return (
    <>
      {moved.map(({ form, period, dueMoved }) => (
        <p key={`${form} ${period}`} class="hint">
          {periodText(period, language)}: {dueMoved?.why[language]}
        </p>
      ))}
      {rules.size > 0 && (
        <details>
          <summary>{say.rule}</summary>
          {[...rules.values()].map((rule) => (
            <p key={rule.regime}>{rule.words[language]}</p>
          ))}
        </details>
      )}
    </>
  );
}
