import { Paragraph } from 'docx';
import { type ChartFont, ChartRun, type ChartSeries } from 'docx/charts';
import type { ChartBlock } from '../../content.ts';
import { type Language, voiceOf } from '../../voice.ts';
import { layoutWord } from '../words.ts';
import { type AxisRange, axisRange } from './axis-range.ts';
import { drawnSize } from './chart-size.ts';
import type { Orientation } from './page.ts';
import { font } from './styles.ts';
import { cleanText } from './text.ts';

/** Of what is drawn, in millimetres; and dots of a screen in one, which the library measures in. */
const width = 162;
const dots = 96 / 25.4;
/** From dark to light, so that they are told apart on a grey print and by who sees no colours. */
const shades = ['1F4E79', '9DC3E6', '595959', 'D0CECE'] as const;
/** Longest description for a reader by ear: the table beside it has the rest. */
const longestDescription = 1_500;

type Place = { language: Language; orientation: Orientation; number: number; caption: string };

/**
 * A chart that an office can edit: a part of DrawingML with its figures beside it and in a workbook inside. A figure
 * that is missing is a gap. What stands at a bar is text in the language of the briefing: a number format would show
 * the reader's own marks, and `1.234` is two different numbers in Vietnamese and in English.
 */
export function chartOf(chart: ChartBlock, place: Place): Paragraph {
  const categories = chart.categories.map(cleanText);
  const size = drawnSize(chart, place.orientation);
  const range = axisRange(chart.series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const shared = {
    categories,
    series: seriesOf(chart, place.language),
    font: { name: font, color: '000000' },
    legend: chart.series.length > 1 ? { position: 'bottom' as const, font: letters(10) } : (false as const),
    transformation: { width: Math.round(width * dots), height: Math.round(size.height * dots) },
    emptyValues: 'gap' as const,
    chartArea: { border: 'none' as const },
    gapWidth: chart.series.length > 1 ? 60 : 45,
    overlap: 0,
    altText: {
      id: String(place.number),
      name: `Chart ${place.number}`,
      title: cleanText(place.caption),
      description: descriptionOf(chart, place),
    },
  };
  const valueAxis = {
    ...valueAxisOf(chart, range),
    ...(chart.shape === 'bars' && { crossesAt: 'maximum' as const }),
  };
  const run =
    chart.shape === 'bars'
      ? new ChartRun({
          ...shared,
          type: 'bar',
          valueAxis,
          categoryAxis: { reverseOrder: true, font: letters(size.names) },
        })
      : new ChartRun({ ...shared, type: 'column', valueAxis, categoryAxis: upright(categories) });
  return new Paragraph({
    keepNext: true,
    alignment: 'center',
    spacing: { before: 120, after: 0 },
    children: [run],
  });
}

function seriesOf({ series, categories }: ChartBlock, language: Language): ChartSeries[] {
  // Where bars are thinner than letters are high, figures would cover each other: the table has them.
  const labelled = series.length * categories.length <= 80;
  const labels = letters(categories.length > 40 ? 8 : 9);
  return series.map(({ name, values }, at) => ({
    name: cleanText(name),
    values: values.slice(0, categories.length).map((value) => (value === null ? null : Number(value))),
    color: shades[at % shades.length] as string,
    ...(labelled && {
      dataLabels: { value: true, position: 'outsideEnd' as const, font: labels },
      pointLabels: values
        .slice(0, categories.length)
        .map((value) => (value === null ? false : { text: voiceOf(language).number(value), font: labels })),
    }),
  }));
}

function valueAxisOf({ unit }: ChartBlock, { minimum, maximum, interval }: AxisRange) {
  const title = { text: cleanText(unit), font: { ...letters(10), italics: true } };
  return { title, font: letters(9), numberFormat: '0', minimum, maximum, interval };
}

/** Names below columns are turned when there are too many to stand beside each other. */
function upright({ length }: readonly string[]) {
  return { font: letters(length > 40 ? 7 : 9), ...(length > 6 && { labelRotation: -90 }) };
}

function letters(size: number): ChartFont {
  return { name: font, size, color: '000000' };
}

function descriptionOf({ categories, series, unit }: ChartBlock, { caption, language }: Place): string {
  const said = series.map(({ name, values }) => {
    const each = categories.map((category, at) => {
      const value = values[at] ?? null;
      return `${category}: ${value === null ? layoutWord('noFigure', language) : voiceOf(language).number(value)}`;
    });
    return `${name} (${unit}): ${each.join('; ')}.`;
  });
  const whole = cleanText(`${caption} ${said.join(' ')}`);
  return whole.length > longestDescription
    ? `${whole.slice(0, longestDescription - 1)}…`.toWellFormed()
    : whole;
}
