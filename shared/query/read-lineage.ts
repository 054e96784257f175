import type { Catalog } from '../catalog/catalog.ts';
import { type CellSource, cellsOf, type Sources } from '../observations/observation.ts';
import { type Figure, figuresOf, isAreaPage } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { Identity, OnBehalf } from '../submissions/rights.ts';
import type { SlotKey, Standing } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { attachmentsIn, readOf } from '../submissions/submission.ts';
import { type AttachmentView, attachmentView } from './read-attachment.ts';
import { contentView, type NilView, slotAsked } from './read-submission.ts';

type Parts = { catalog: Catalog; submissions: SubmissionStore };
type Ask = { unit: string; form: string; period: string; who: Identity };
type StandingFigures = { key: SlotKey; standing: Standing; figures: Figure[] };

/** The figures that stand for a slot; `nil`: none, because its unit certified that there is nothing to report. */
export type ObservationsView = SlotKey & { version: number; nil: boolean; items: Figure[]; next: null };

/** The figures that stand for a unit, form and period. @throws Refusal `not-found` when nothing does */
export async function readObservations(ask: Ask, parts: Parts): Promise<ObservationsView> {
  const { key, standing, figures } = await standingFigures(ask, parts);
  return { ...key, version: standing.version, nil: standing.nil, items: figures, next: null };
}

/** Where a figure comes from: down to the cells of the file, as they were written. */
export type Lineage = SlotKey & {
  indicator: string;
  /** Null: its unit certified that there is nothing to report. */
  figure: Figure | null;
  version: number;
  /** `why`: why this version replaced the one before; null where none stood. */
  confirmed: {
    at: string;
    by: string;
    explanations: Record<string, string>;
    why: string | null;
    onBehalfOf: OnBehalf | null;
  };
  submission: string;
  /** Null for a nil return, which `nil` then quotes. */
  file: { name: string; bytes: number; sha256: string; receivedAt: string } | null;
  nil: (NilView & { sha256: string }) | null;
  cells: CellSource[];
  /** Evidence and dispatch numbers, as they were attached to the submission. */
  attachments: AttachmentView[];
  read: { engine: string; catalog: string };
};

/** @throws Refusal `not-found` when the figure does not stand, or is not the caller's to see */
export async function readLineage(
  ask: Ask & { indicator: string },
  parts: Parts & { sources(id: string): Promise<Sources> },
): Promise<Lineage> {
  const { key, standing, figures } = await standingFigures(ask, parts);
  const figure = figures.find((candidate) => candidate.indicator === ask.indicator) ?? null;
  if (!figure && !(standing.nil && asksFor(key, ask.indicator, parts.catalog)))
    throw new Refusal('not-found');
  const id = standing.submission;
  const [facts, sources] = await Promise.all([
    parts.submissions.factsOf(id),
    standing.nil ? [] : parts.sources(id),
  ]);
  const { opened, verdict } = readOf(facts);
  if (!opened || !verdict) throw new Error(`submission ${id}: stands without its facts`);
  const { sha256, file, nil } = contentView(opened);
  const { signedAt, signedBy, explanations, why, onBehalfOf, receivedAt } = standing;
  return {
    ...key,
    indicator: ask.indicator,
    figure,
    version: standing.version,
    confirmed: { at: signedAt, by: signedBy, explanations, why, onBehalfOf },
    submission: id,
    file: file && { ...file, receivedAt },
    nil: nil && { ...nil, sha256 },
    cells: figure ? cellsOf(sources, figure) : [],
    attachments: attachmentsIn(facts).map(attachmentView),
    read: { engine: verdict.engine, catalog: verdict.catalog },
  };
}

function asksFor(key: SlotKey, indicator: string, catalog: Catalog): boolean {
  return formAndPeriod(catalog, key.form, key.period).form.indicators.some(
    (row) => row.indicator === indicator,
  );
}

async function standingFigures(ask: Ask, { catalog, submissions }: Parts): Promise<StandingFigures> {
  const key = slotAsked(ask, ask.who, catalog);
  const slot = await submissions.slot(key);
  const standing = slot?.standing;
  if (!standing) throw new Refusal('not-found');
  const { verdict } = readOf(await submissions.factsOf(standing.submission));
  if (!verdict) throw new Error(`submission ${standing.submission}: stands without a verdict`);
  const pages = await submissions.pagesOf([
    { id: standing.submission, groups: verdict.pages.filter((name) => !isAreaPage(name)) },
  ]);
  return { key, standing, figures: [...(pages.get(standing.submission) ?? [])].flatMap(figuresOf) };
}
