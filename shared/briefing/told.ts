import type { CoverageDocument } from '../aggregation/punctuality.ts';
import type { IndicatorRollup } from '../aggregation/roll-up.ts';
import type { Named } from '../aggregation/round.ts';
import type { ScorecardRollup } from '../aggregation/score-round.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Form } from '../catalog/schema.ts';
import { nameOn } from '../catalog/unit.ts';
import type { TasksDocument } from '../tasks/task.ts';
import type { Block, Cell } from './content.ts';
import type { Snapshot } from './snapshot.ts';
import type { Texts, Voice } from './voice.ts';

/** A snapshot with its name. */
export type NamedSnapshot = { hash: string; snapshot: Snapshot };

/** The meeting that a briefing is for. */
export type BriefedMeeting = {
  id: string;
  body: string;
  number: number;
  /** A local day. */
  date: string;
  theme: { vi: string; en: string };
  constructed: boolean;
};

/** What the sections of a briefing are made from. */
export type Told = {
  voice: Voice;
  catalog: Catalog;
  meeting: BriefedMeeting;
  now: Documents;
  /** The snapshot of the meeting before; null: there is none. */
  before: Documents | null;
};

/** A section before it is numbered. */
export type Draft = { id: string; title: Texts; blocks: Block[] };

/** The documents of one snapshot, by what they are. */
export type Documents = {
  hash: string;
  manifest: Snapshot['manifest'];
  coverages: CoverageDocument[];
  scorecards: ScorecardRollup[];
  indicators: IndicatorRollup[];
  tasks: TasksDocument | null;
};

export function documentsIn({ hash, snapshot }: NamedSnapshot): Documents {
  const { manifest, contents } = snapshot;
  const of = <T>(kind: string) =>
    contents.filter(({ name }) => name.kind === kind).map(({ document }) => document as T);
  return {
    hash,
    manifest,
    coverages: of<CoverageDocument>('coverage'),
    scorecards: of<ScorecardRollup>('scorecard'),
    indicators: of<IndicatorRollup>('indicator'),
    tasks: of<TasksDocument>('tasks')[0] ?? null,
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

/** A unit's name in the reader's language, on the map of a round. */
export function unitName(told: Told, unit: Named, of: { form: string; period: string }): string {
  const found = told.catalog.units.get(unit.unit);
  if (told.voice.language === 'vi' || !found) return unit.name;
  const { form, period } = roundOf(told, of);
  return nameOn(found, mapDay(form, period)).en;
}

/** A cell of words. */
export function words(text: string): Cell {
  return { text };
}

/** A cell of a number, written as its readers write it. */
export function figure(voice: Voice, value: string | number): Cell {
  return { text: voice.number(value), value: String(value) };
}

/** `Chỉ số phục vụ người dân và doanh nghiệp, quý III/2026` */
export function roundName(told: Told, of: { form: string; period: string }): string {
  const { form, period } = roundOf(told, of);
  const { language } = told.voice;
  return `${form.names[language]}, ${period.names[language]}`;
}
