import { useLocation } from 'preact-iso';
import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import { addressOf } from '../../app/address-of.ts';
import { type CatalogueLists, useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import { Answered } from '../../parts/answered.tsx';
import { ForReaders } from '../../parts/for-readers.tsx';
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
  if (view !== null) return <Asked view={view} />;
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

function Asked({ view }: { view: LineageView }) {
  const indicators = useIndicators();
  const lists = useCatalogueLists();
  return (
    <Answered answer={indicators.answer} reload={indicators.reload}>
      {(known) => (
        <Answered answer={lists.answer} reload={lists.reload}>
          {(given) => {
            const indicator = known.get(view.indicator);
            return indicator ? <Walk view={view} indicator={indicator} lists={given} /> : <Unknown />;
          }}
        </Answered>
      )}
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

type Walked = { view: LineageView; indicator: Indicator; lists: CatalogueLists };

function Walk(walked: Walked) {
  const say = useWords(words);
  const language = useLanguage();
  const { view, indicator, lists } = walked;
  const back = addressOf(`/chi-tieu/${indicator.id}`, { bieu: view.form, ky: view.period });
  return (
    <>
      <PageHeading title={say.of(indicator.names[language])} above={<a href={back}>{say.back}</a>} />
      <ForReaders form={view.form} lists={lists}>
        <Steps {...walked} />
      </ForReaders>
    </>
  );
}

function Steps({ view, indicator, lists }: Walked) {
  const { answer, reload } = useAnswer<IndicatorRollup>(rollupAsked(useFiguresBase(), view));
  return (
    <Answered answer={answer} reload={reload}>
      {(rollup) =>
        view.unit === null ? (
          <NationStep view={view} indicator={indicator} rollup={rollup} />
        ) : (
          <UnitSteps view={view} indicator={indicator} rollup={rollup} forms={lists.forms} />
        )
      }
    </Answered>
  );
}
