import { stateOf, stateTexts } from '../../../shared/briefing/sections/pillar-result.ts';
import type { ProgressView } from '../../../shared/query/read-progress.ts';
import { apiPath } from '../../app/api-path.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { figureText } from '../../format/figures.ts';
import { aimText, measuredText, shownDecimal } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ZeroOfZero } from '../../parts/zero-of-zero.tsx';
import type { IndicatorShown } from './indicator-view.tsx';
import { words } from './words.ts';

/** The nation's figure with its parts, how it stands to the target, and the ways on from it. */
export function NationNow(shown: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { listed, form, item, basis } = shown;
  const { indicator } = listed;
  const { national, coverage, period } = item;
  const lineage = lineageAddress({ form, period, indicator: indicator.id, basis });
  const view = `bieu=${form}&ky=${period}&chi-tieu=${indicator.id}&co-so=${basis}`;
  return (
    <section aria-labelledby="ca-nuoc">
      <h2 id="ca-nuoc">{say.nationNow(periodText(period, language))}</h2>
      <p>
        <a class="big-figure" href={lineage}>
          <FigureText
            figure={{ value: national?.value ?? null, reason: national?.reason ?? 'not-additive' }}
            unit={indicator.unit}
          />
        </a>
        {coverage.counted < coverage.expected && (
          <span> ({say.few(coverage.counted, coverage.expected)})</span>
        )}
      </p>
      <Facts
        facts={[
          ...(national?.numerator != null && national.denominator != null
            ? ([
                [say.numerator, figureText(national.numerator, language)],
                [say.denominator, figureText(national.denominator, language)],
              ] as const)
            : []),
          [
            say.counted,
            <>
              {national
                ? say.countedOf(national.counted, national.expected)
                : say.countedOf(coverage.counted, coverage.expected)}
              <ZeroOfZero units={item.units} />
            </>,
          ],
        ]}
      />
      {indicator.targets !== undefined && <Progress {...shown} />}
      <p>
        <a href={lineage}>{say.lineage}</a>
        {' · '}
        <a href={`/ban-do?${view}`}>{say.onMap}</a>
      </p>
    </section>
  );
}

const kinds = { reached: 'good', 'on-track': 'good', behind: 'attention', 'not-held': 'attention' } as const;

/** Where it stands to the target, in words: the state, how far it is, how fast it goes. */
function Progress({ listed: { indicator }, form, item: { period }, basis }: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<ProgressView>(
    apiPath`${useFiguresBase()}/progress?form=${form}&period=${period}&indicator=${indicator.id}&basis=${basis}`,
  );
  const told = (value: string) =>
    indicator.unit === '%'
      ? `${figureText(shownDecimal(value, indicator.unit), language)} ${say.points}`
      : measuredText(value, indicator.unit, language);
  return (
    <>
      <h3>{say.progress}</h3>
      <Answered answer={answer} reload={reload} none={<p>{stateTexts['not-a-number'][language]}</p>}>
        {({ target, national, monthsLeft }) => {
          const state = stateOf({ progress: { state: national.state, target } });
          const { distance, reached, pace } = national;
          const parts = [
            distance !== null && reached === false ? say.distance(told(distance)) : '',
            pace?.since ? say.pace(told(pace.achieved), periodText(pace.since, language)) : '',
            pace?.needed && reached === false ? say.needed(told(pace.needed)) : '',
            monthsLeft !== null ? say.monthsLeft(monthsLeft) : '',
          ].filter(Boolean);
          return (
            <p>
              <Tag kind={kinds[state as keyof typeof kinds] ?? 'plain'}>{stateTexts[state][language]}</Tag>{' '}
              {target && `${say.target} ${aimText(target, language)}`}
              {parts.length > 0 && `; ${parts.join('; ')}`}.
            </p>
          );
        }}
      </Answered>
    </>
  );
}
