import type { CoverageDocument } from '../aggregation/punctuality.ts';
import type { IndicatorRollup } from '../aggregation/roll-up.ts';
import { type Named, silenceOf } from '../aggregation/round.ts';
import type { ScorecardRollup } from '../aggregation/score-round.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Form } from '../catalog/schema.ts';
import { nameOn } from '../catalog/unit.ts';
import type { TasksDocument } from '../tasks/task.ts';
import type { Block, Cell } from './content.ts';
import type { ProgressDocument } from './progress-document.ts';
import { reasonTexts } from './reasons.ts';
import type { Restatement } from './restatement.ts';
import type { FrozenName, Manifest, Snapshot } from './snapshot.ts';
import type { Texts, Voice } from './voice.ts';

/** A snapshot with its name. */
export type NamedSnapshot = { hash: string; snapshot: Snapshot };

/** What the sections of a briefing are made from. */
export type Told = {
  voice: Voice;
  catalog: Catalog;
  now: Documents;
  /** The snapshot of the meeting before; null: there is none. */
  before: Documents | null;
};

/** A section before it is numbered. */
export type Draft = { id: string; title: Texts; blocks: Block[] };

/** The documents of one snapshot, as reported, by what they are. */
export type Documents = {
  hash: string;
  manifest: Manifest;
  coverages: CoverageDocument[];
  scorecards: ScorecardRollup[];
  /** In the order of the meeting's forms, then of their indicators. */
  indicators: IndicatorRollup[];
  progress: ProgressDocument[];
  tasks: TasksDocument | null;
  restatement: Restatement | null;
};

/** @param catalog under which the snapshot was made: it says in which order a form has its indicators */
export function documentsIn({ hash, snapshot }: NamedSnapshot, catalog: Catalog): Documents {
  const { manifest, contents } = snapshot;
  const of = <T>(kind: FrozenName['kind']) =>
    contents
      .filter(({ name }) => name.kind === kind && name.basis === undefined)
      .map(({ document }) => document as T);
  const askedFirst = <T extends { form: string; period: string }>(documents: T[]) =>
    manifest.meeting.asks.flatMap(({ form, period }) =>
      documents.filter((document) => document.form === form && document.period === period),
    );
  const placeOf = ({ form, period, indicator }: IndicatorRollup) =>
    formIn(catalog, form, period)?.indicators.findIndex((row) => row.indicator === indicator) ?? 0;
  const indicators = of<IndicatorRollup>('indicator').sort((a, b) => placeOf(a) - placeOf(b));
  return {
    hash,
    manifest,
    coverages: askedFirst(of<CoverageDocument>('coverage')),
    scorecards: of<ScorecardRollup>('scorecard'),
    indicators: askedFirst(indicators),
    progress: askedFirst(of<ProgressDocument>('progress')),
    tasks: of<TasksDocument>('tasks')[0] ?? null,
    restatement: of<Restatement>('restatement')[0] ?? null,
  };
}

/** The form and the period that a document is of, by the catalogue under which it was made. */
export function roundOf(
  { catalog }: Pick<Told, 'catalog'>,
  of: { form: string; period: string },
): { form: Form; period: Period } {
  const [form, period] = [formIn(catalog, of.form, of.period), periodOf(of.period)];
  if (!form || !period) throw new Error(`no form ${of.form} of ${of.period} in catalogue ${catalog.version}`);
  return { form, period };
}

/** A unit's name in the reader's language, on the map of a round; of a form that is asked for no more, as it was told. */
export function unitName(told: Told, unit: Named, of: { form: string; period: string }): string {
  const found = told.catalog.units.get(unit.unit);
  const [form, period] = [formIn(told.catalog, of.form, of.period), periodOf(of.period)];
  if (told.voice.language === 'vi' || !found || !form || !period) return unit.name;
  return nameOn(found, mapDay(form, period)).en;
}

/** A cell of words. */
export function words(text: string): Cell {
  return { text };
}

/** Why there is nothing from a unit that did not report: it has not, it did not have to yet, or nothing was published. */
export function absenceOf({ now, catalog }: Told, unit: string, of: { form: string; period: string }): Texts {
  const coverage = now.coverages.find(({ form, period }) => form === of.form && period === of.period);
  const state = coverage?.units.find((each) => each.unit === unit)?.state;
  if (state === 'not-due') return reasonTexts['not-due'];
  return reasonTexts[silenceOf(formIn(catalog, of.form, of.period))];
}

/**
 * A cell of a number, written as its readers write it.
 * @param places of decimals at least, so that the numbers of a column stand below each other; none is ever dropped
 */
export function figure(voice: Voice, value: string | number, places = 0): Cell {
  return { text: voice.number(withPlaces(String(value), places)), value: String(value) };
}

/** A decimal number with so many decimals at least; what is no number stays as it is. */
export function withPlaces(value: string, places: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const padded = fraction.padEnd(places, '0');
  return /^-?\d+$/.test(whole) && padded !== '' ? `${whole}.${padded}` : value;
}

/** The least decimals of an indicator's figures: shares and points are told with two, as they are published. */
export function placesOf(unit: string): number {
  return unit === '%' || unit.toLowerCase() === 'điểm' ? 2 : 0;
}

/** `Chỉ số phục vụ người dân và doanh nghiệp, quý III/2026` */
export function roundName(told: Told, of: { form: string; period: string }): string {
  const { form, period } = roundOf(told, of);
  const { language } = told.voice;
  return `${form.names[language]}, ${period.names[language]}`;
}
