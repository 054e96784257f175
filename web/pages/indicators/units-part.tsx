import { isGiven } from '../../../shared/aggregation/combine.ts';
import { carriageOf } from '../../../shared/catalog/carriage.ts';
import type { SeriesFigure } from '../../../shared/query/series-view.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useNamed } from '../../app/use-named.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { DistributionChart } from '../../charts/distribution-chart.tsx';
import { aimText, measuredText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { actOf } from '../../format/sources.ts';
import { whyNone } from '../../format/why-none.ts';
import { aimedAt } from './aim.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { inRankOrder } from './units-order.ts';
import { lineageOf, useUnitsTable } from './units-table.tsx';
import { UnitsWithout } from './units-without.tsx';
import { words } from './words.ts';

/** Each unit's figure against the target and the nation, how they are spread, and who is missing. */
export function UnitsPart(shown: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { listed, item, state, view } = shown;
  const { indicator } = listed;
  const { period, national, units } = item;
  const ofWhat = `${indicator.id}-${period}`;
  const named = useNamed();
  const name = indicator.names[language];
  const ordered = inRankOrder(units, indicator.direction);
  const textOf = (unit: SeriesFigure) =>
    unit.value === null ? whyNone(unit.reason, language) : measuredText(unit.value, indicator.unit, language);
  const rows = ordered.map((unit) => ({
    key: unit.unit,
    name: named(unit),
    value: unit.value,
    text: textOf(unit),
    href: lineageOf(shown, unit.unit),
  }));
  const aim = aimedAt(indicator.targets ?? [], period);
  // A sum of all is of another size than its parts: beside it they would be drawn as nothing.
  const marks = {
    target: aim ? { value: aim.value, text: `${say.target} ${aimText(aim.target, language)}` } : undefined,
    nation:
      national?.value == null || carriageOf(indicator).units === 'sum'
        ? undefined
        : {
            value: national.value,
            text: `${say.nation} ${measuredText(national.value, indicator.unit, language)}`,
          },
  };
  const table = useUnitsTable(shown, ordered);
  const hasFigures = units.some(({ value }) => value !== null);
  const without = units.filter((unit) => !isGiven(unit)).length;
  const zeroOfZero = units.filter(({ reason }) => reason === 'no-denominator').length;
  const untold = [
    ...(without > 0 ? [say.missing(without)] : []),
    ...(zeroOfZero > 0 ? [say.zeroOfZero(zeroOfZero)] : []),
  ];
  return (
    <>
      <section aria-labelledby="tung-don-vi">
        <h2 id="tung-don-vi">{say.units}</h2>
        {!hasFigures ? (
          <p>{say.noUnits}</p>
        ) : (
          <ChartFrame
            title={say.unitsTitle(name, periodText(period, language))}
            csvName="tung-don-vi-so"
            fileName={`tung-don-vi-${ofWhat}`}
            shown={view}
            state={state}
            source={actOf(indicator.source)}
            table={table}
          >
            <BarChart summary={say.unitsSummary(rows.length)} rows={rows} {...marks} />
          </ChartFrame>
        )}
      </section>
      {hasFigures && (
        <section aria-labelledby="phan-bo">
          <h2 id="phan-bo">{say.distribution}</h2>
          <ChartFrame
            title={say.distributionTitle(name, periodText(period, language))}
            csvName="phan-bo-so"
            fileName={`phan-bo-${ofWhat}`}
            shown={view}
            state={state}
            source={actOf(indicator.source)}
            table={table}
          >
            <DistributionChart
              summary={say.distributionTitle(name, periodText(period, language))}
              units={rows}
              missingText={untold.join('; ')}
              {...marks}
            />
          </ChartFrame>
        </section>
      )}
      <UnitsWithout {...shown} />
    </>
  );
}
