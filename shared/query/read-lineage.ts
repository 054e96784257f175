import type { WholeFigure } from '../aggregation/whole-figures.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type CellSource, cellsOf, type Sources } from '../observations/observation.ts';
import { Refusal } from '../refusal.ts';
import type { Identity, OnBehalf } from '../submissions/rights.ts';
import type { SlotKey, Standing } from '../submissions/slot.ts';
import { standingAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { attachmentsIn, readOf } from '../submissions/submission.ts';
import { type FiguresAsked, figuresAsked, figuresIn } from './figures-asked.ts';
import { type AttachmentView, attachmentView } from './read-attachment.ts';
import { contentView, type NilView } from './read-submission.ts';

type Parts = { catalog: Catalog; submissions: SubmissionStore };
type Ask = {
  unit: string;
  form: string;
  period: string;
  /** An area inside the unit (`commune:26734`). */
  area?: string | undefined;
  /** As things stood at this instant (ISO 8601, UTC); null: as they stand. */
  asOf: string | null;
  who: Identity;
};
type StandingFigures = { asked: FiguresAsked; standing: Standing; figures: WholeFigure[] };

/** The figures that stand for a slot; `nil`: none, because its unit certified that there is nothing to report. */
export type ObservationsView = SlotKey & {
  area: string | null;
  basis: 'as-reported';
  version: number;
  nil: boolean;
  items: WholeFigure[];
  next: null;
  asOf?: string;
};

/** The figures that stand for a unit, form and period. @throws Refusal `not-found` when nothing does */
export async function readObservations(ask: Ask, parts: Parts): Promise<ObservationsView> {
  const { asked, standing, figures } = await standingFigures(ask, parts);
  const { version, nil } = standing;
  const asOf = ask.asOf === null ? {} : { asOf: ask.asOf };
  const { key, area } = asked;
  return { ...key, area, basis: 'as-reported', version, nil, items: figures, next: null, ...asOf };
}

/**
 * Where a figure comes from: down to the cells of the file, as they were written. What only those see whose slot it is
 * (who signed and why, explanations, the submission, evidence) is left out for a unit that another published about.
 */
export type Lineage = SlotKey & {
  /** The area inside the unit that the figure is about; null: the unit as a whole. */
  area: string | null;
  indicator: string;
  /** Null: its unit certified that there is nothing to report. */
  figure: WholeFigure | null;
  version: number;
  /** `why`: why this version replaced the one before; null where none stood. */
  confirmed: {
    at: string;
    by?: string;
    explanations?: Record<string, string>;
    why?: string | null;
    onBehalfOf?: OnBehalf | null;
  };
  submission?: string;
  /** Null for a nil return, which `nil` then quotes. */
  file: { name: string; bytes: number; sha256: string; receivedAt: string } | null;
  nil?: (NilView & { sha256: string }) | null;
  cells: CellSource[];
  /** Evidence and dispatch numbers, as they were attached to the submission. */
  attachments?: AttachmentView[];
  read: { engine: string; catalog: string };
};

/** @throws Refusal `not-found` when the figure does not stand, or is not the caller's to see */
export async function readLineage(
  ask: Ask & { indicator: string },
  parts: Parts & { sources(id: string): Promise<Sources> },
): Promise<Lineage> {
  const { asked, standing, figures } = await standingFigures(ask, parts);
  const { key, area, form, ofOwner } = asked;
  const figure = figures.find((candidate) => candidate.indicator === ask.indicator) ?? null;
  const isAsked = form.indicators.some((row) => row.indicator === ask.indicator);
  if (!figure && !(standing.nil && isAsked)) throw new Refusal('not-found');
  const id = standing.submission;
  const [facts, sources] = await Promise.all([
    parts.submissions.factsOf(id),
    standing.nil ? [] : parts.sources(id),
  ]);
  const { opened, verdict } = readOf(facts);
  if (!opened || !verdict) throw new Error(`submission ${id}: stands without its facts`);
  const { sha256, file, nil } = contentView(opened);
  const own = {
    submission: id,
    nil: nil && { ...nil, sha256 },
    attachments: attachmentsIn(facts).map(attachmentView),
  };
  const { signedAt, signedBy, explanations, why, onBehalfOf, receivedAt } = standing;
  return {
    ...key,
    area,
    indicator: ask.indicator,
    figure,
    version: standing.version,
    confirmed: { at: signedAt, ...(ofOwner ? { by: signedBy, explanations, why, onBehalfOf } : {}) },
    file: file && { ...file, receivedAt },
    cells: figure ? cellsOf(sources, figure) : [],
    ...(ofOwner ? own : {}),
    read: { engine: verdict.engine, catalog: verdict.catalog },
  };
}

async function standingFigures(ask: Ask, { catalog, submissions }: Parts): Promise<StandingFigures> {
  const asked = figuresAsked(ask, ask.who, catalog);
  const slot = await submissions.slot(asked.key);
  const standing = ask.asOf === null ? slot?.standing : standingAt(slot, ask.asOf);
  if (!standing) throw new Refusal('not-found');
  const { submission: id, pages: groups } = standing;
  const pages = await submissions.pagesOf([{ id, groups }]);
  const figures = await figuresIn(pages.get(id) ?? [], asked, catalog);
  // Of areas inside a unit, and of those for which another publishes, only those that are told of stand.
  if (asked.area !== null && figures.length === 0) throw new Refusal('not-found');
  return { asked, standing, figures };
}
