import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { isTooFew } from '../../app/too-few.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartColumn, FileColumn } from '../../charts/chart-table.ts';
import { LineChart } from '../../charts/line-chart.tsx';
import { dayText } from '../../format/days.ts';
import { figureText } from '../../format/figures.ts';
import { aimText, measuredText } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { actOf } from '../../format/sources.ts';
import { whyNone } from '../../format/why-none.ts';
import { FigureText } from '../../parts/figure-text.tsx';
import { aimedAt } from './aim.ts';
import { hasParts } from './formula.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { words } from './words.ts';

/** The nation's figure over the periods, with the merger marked; chart, table, file and link are one thing. */
export function SeriesPart({ listed: { indicator }, series, basis, states, view }: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const { items, merged } = series;
  const [first, last] = [items[0], items.at(-1)];
  const columns = useColumns(indicator.unit, hasParts(indicator));
  if (first === undefined || last === undefined) return null;
  // A line needs two figures: an empty frame tells nobody why there is none.
  const told = items.filter(({ national }) => national?.value != null).length;
  const aim = aimedAt(indicator.targets ?? [], last.period);
  const thin = items.filter(isThin);
  const ofText = ({ counted, expected }: SeriesItem['coverage']) => say.countedOf(counted, expected);
  const pointText = (item: SeriesItem) => {
    const { national, coverage } = item;
    if (national?.value == null) return whyNone(national?.reason ?? 'not-additive', language);
    const figure = measuredText(national.value, indicator.unit, language);
    return isThin(item) ? `${figure} (${ofText(coverage)})` : figure;
  };
  const inFile: FileColumn<SeriesItem>[] = [
    { head: say.expected, csv: ({ coverage }) => String(coverage.expected) },
    { head: say.indicatorId, csv: () => indicator.id },
  ];
  const days = [...new Set(merged.map(({ on }) => on))];
  const note = days
    .map((on) => say.merged(dayText(on, language), merged.filter((each) => each.on === on).length))
    .join(' ');
  return (
    <section aria-labelledby="qua-cac-ky">
      <h2 id="qua-cac-ky">{say.series}</h2>
      {told < 2 ? (
        <p>{told === 1 ? say.onePeriod : say.noNation}</p>
      ) : (
        <ChartFrame
          title={say.seriesTitle(indicator.names[language])}
          csvName="chuoi-ca-nuoc"
          fileName={`ca-nuoc-${indicator.id}-${first.period}-${last.period}`}
          shown={view}
          state={states}
          source={actOf(indicator.source)}
          {...(note === '' ? {} : { note })}
          table={{ columns, inFile, rows: items, rowKey: ({ period }) => period }}
        >
          <LineChart
            summary={say.seriesSummary(periodText(first.period, language), periodText(last.period, language))}
            periods={items.map(({ period, map }) => ({
              code: period,
              label: periodText(period, language),
              ...(basis === 'as-reported' ? { map: map.units } : {}),
            }))}
            series={[
              {
                key: 'nation',
                name: say.nation,
                main: true,
                points: items.map((item) => ({
                  value: item.national?.value ?? null,
                  text: pointText(item),
                  isThin: isThin(item),
                })),
              },
            ]}
            thinText={
              thin.length === 0
                ? undefined
                : say.thin(
                    thin
                      .map(({ period, coverage }) => `${periodText(period, language)} ${ofText(coverage)}`)
                      .join(', '),
                  )
            }
            {...(aim && {
              target: { value: aim.value, text: `${say.target} ${aimText(aim.target, language)}` },
            })}
          />
        </ChartFrame>
      )}
    </section>
  );
}

/** A figure of the nation that stands on fewer than half of the units. */
function isThin({ national, coverage }: SeriesItem): boolean {
  return national?.value != null && isTooFew(coverage);
}

function useColumns(unit: string, withParts: boolean): ChartColumn<SeriesItem>[] {
  const say = useWords(words);
  const language = useLanguage();
  const partColumn = (key: 'numerator' | 'denominator'): ChartColumn<SeriesItem> => ({
    key,
    head: say[key],
    kind: 'number',
    cell: ({ national }) => national?.[key] != null && figureText(national[key], language),
    csv: ({ national }) => national?.[key] ?? '',
  });
  return [
    {
      key: 'period',
      head: say.period,
      names: true,
      cell: ({ period }) => periodText(period, language),
      csv: ({ period }) => period,
    },
    {
      key: 'value',
      head: say.nation,
      kind: 'number',
      cell: ({ national }) => (
        <FigureText
          figure={{ value: national?.value ?? null, reason: national?.reason ?? 'not-additive' }}
          unit={unit}
        />
      ),
      csv: ({ national }) => national?.value ?? whyNone(national?.reason ?? 'not-additive', language),
    },
    ...(withParts ? [partColumn('numerator'), partColumn('denominator')] : []),
    {
      key: 'counted',
      head: say.counted,
      kind: 'number',
      cell: ({ coverage }) => say.countedOf(coverage.counted, coverage.expected),
      csv: ({ coverage }) => String(coverage.counted),
    },
    {
      key: 'map',
      head: say.territory,
      kind: 'number',
      cell: ({ map }) => map.units,
      csv: ({ map }) => String(map.units),
    },
  ];
}
