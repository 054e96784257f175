import { isGiven } from '../../../shared/aggregation/combine.ts';
import { silenceOf } from '../../../shared/aggregation/round.ts';
import { carriageOf } from '../../../shared/catalog/carriage.ts';
import type { SeriesFigure } from '../../../shared/query/series-view.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import { useNamed } from '../../app/use-named.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartColumn, FileColumn } from '../../charts/chart-table.ts';
import { DistributionChart } from '../../charts/distribution-chart.tsx';
import { figureText } from '../../format/figures.ts';
import { aimText, measuredText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { actOf } from '../../format/sources.ts';
import { FigureText, whyNone } from '../../parts/figure-text.tsx';
import { aimedAt } from './aim.ts';
import { hasParts } from './formula.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { inRankOrder, refusedIn } from './units-order.ts';
import { words } from './words.ts';

/** Each unit's figure against the target and the nation, how they are spread, and who is missing. */
export function UnitsPart(shown: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { listed, item, state, view } = shown;
  const { indicator } = listed;
  const { period, national, units, coverage } = item;
  const ofWhat = `${indicator.id}-${period}`;
  const named = useNamed();
  const name = indicator.names[language];
  const silence = silenceOf(listed.askedBy.find(({ code }) => code === shown.form));
  const columns = useColumns(shown);
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
  const inFile: FileColumn<SeriesFigure>[] = [
    { head: say.code, csv: ({ code }) => code },
    { head: say.unitId, csv: ({ unit }) => unit },
    { head: say.period, csv: () => period },
    { head: say.indicatorId, csv: () => indicator.id },
  ];
  const table = { columns, inFile, rows: ordered, rowKey: ({ unit }: SeriesFigure) => unit };
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
      <section aria-labelledby="con-thieu">
        <h2 id="con-thieu">{say.missingUnits[silence]}</h2>
        {coverage.missing.length === 0 ? (
          <p>{say.noneMissing}</p>
        ) : (
          <p lang="vi">{coverage.missing.map((unit) => unit.name).join(', ')}</p>
        )}
      </section>
      <Refused {...shown} />
    </>
  );
}

/** What cannot be carried to today's map is refused, with its reason. */
function Refused({ item, basis }: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const refused = refusedIn(item.units);
  if (basis !== 'current' || refused.length === 0) return null;
  return (
    <section aria-labelledby="khong-quy-doi">
      <h2 id="khong-quy-doi">{say.refused}</h2>
      <p>{say.refusedWhy}</p>
      <ul>
        {refused.map(({ unit, name, reason }) => (
          <li key={unit}>
            <span lang="vi">{name}</span>: {whyNone(reason, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineageOf({ listed: { indicator }, form, item, basis }: IndicatorShown, unit: string): string {
  return lineageAddress({ unit, form, period: item.period, indicator: indicator.id, basis });
}

function useColumns(shown: IndicatorShown): ChartColumn<SeriesFigure>[] {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  const { indicator } = shown.listed;
  const partColumn = (key: 'numerator' | 'denominator'): ChartColumn<SeriesFigure> => ({
    key,
    head: say[key],
    kind: 'number',
    cell: (unit) => unit[key] !== null && figureText(unit[key], language),
    csv: (unit) => unit[key] ?? '',
  });
  const told = ({ rank, partial }: SeriesFigure) =>
    rank === null ? (partial ? say.partial : '') : String(rank);
  return [
    {
      key: 'rank',
      head: say.rank,
      kind: 'number',
      cell: told,
      csv: told,
    },
    {
      key: 'unit',
      head: say.unit,
      names: true,
      cell: (row) => <a href={lineageOf(shown, row.unit)}>{named(row)}</a>,
      csv: named,
    },
    {
      key: 'value',
      head: say.result,
      kind: 'number',
      cell: (unit) => <FigureText figure={unit} unit={indicator.unit} />,
      csv: ({ value, reason }) => value ?? whyNone(reason, language),
    },
    ...(hasParts(indicator) ? [partColumn('numerator'), partColumn('denominator')] : []),
  ];
}
