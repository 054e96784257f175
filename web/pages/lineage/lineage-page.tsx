import { useLocation } from 'preact-iso';
import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { addressOf } from '../../app/address-of.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { type LineageView, rollupAsked, viewIn } from './lineage-view.ts';
import { NationStep } from './nation-step.tsx';
import { UnitSteps } from './unit-steps.tsx';
import { words } from './words.ts';

/** Where a figure comes from: from the nation to a unit to a cell, each step with an address of its own. */
export function Page() {
  const say = useWords(words);
  const { query } = useLocation();
  const view = viewIn(query);
  const { answer, reload } = useAnswer<{ items: Indicator[] }>(view && '/v1/public/catalog/indicators');
  if (view === null) {
    return (
      <>
        <PageHeading title={say.title} lead={say.noneAsked} />
        <p>{say.start}</p>
        <p>
          <a href="/chi-tieu">{say.toIndicators}</a>
        </p>
      </>
    );
  }
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => {
        const indicator = items.find(({ id }) => id === view.indicator);
        return indicator ? <Walk view={view} indicator={indicator} /> : <Unknown />;
      }}
    </Answered>
  );
}

function Unknown() {
  const say = useWords(words);
  return (
    <>
      <PageHeading title={say.title} />
      <Notice kind="warning">{say.unknown}</Notice>
    </>
  );
}

function Walk({ view, indicator }: { view: LineageView; indicator: Indicator }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<IndicatorRollup>(rollupAsked(useFiguresBase(), view));
  const back = addressOf(`/chi-tieu/${indicator.id}`, { bieu: view.form, ky: view.period });
  return (
    <>
      <PageHeading title={say.of(indicator.names[language])} above={<a href={back}>{say.back}</a>} />
      <Answered answer={answer} reload={reload}>
        {(rollup) =>
          view.unit === null ? (
            <NationStep view={view} indicator={indicator} rollup={rollup} />
          ) : (
            <UnitSteps view={view} indicator={indicator} rollup={rollup} />
          )
        }
      </Answered>
    </>
  );
}
