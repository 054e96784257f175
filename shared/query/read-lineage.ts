import type { Catalog } from '../catalog/catalog.ts';
import { type CellSource, cellsOf, type Sources } from '../observations/observation.ts';
import { type Figure, figuresOf, isAreaPage } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SlotKey, Standing } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { attachmentsIn } from '../submissions/submission.ts';
import { type AttachmentView, attachmentView } from './read-attachment.ts';
import { slotAsked } from './read-submission.ts';

type Parts = { catalog: Catalog; submissions: SubmissionStore };
type Ask = { unit: string; form: string; period: string; who: Identity };
type StandingFigures = { key: SlotKey; standing: Standing; figures: Figure[] };

/** The figures that stand for a unit, form and period. @throws Refusal `not-found` when none do */
export async function readObservations(
  ask: Ask,
  parts: Parts,
): Promise<{ unit: string; form: string; period: string; version: number; items: Figure[]; next: null }> {
  const { key, standing, figures } = await standingFigures(ask, parts);
  return { ...key, version: standing.version, items: figures, next: null };
}

/** Where a figure comes from: down to the cells of the file, as they were written. */
export type Lineage = SlotKey & {
  indicator: string;
  figure: Figure;
  version: number;
  confirmed: { at: string; by: string; explanations: Record<string, string> };
  submission: string;
  file: { name: string; bytes: number; sha256: string; receivedAt: string };
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
  const figure = figures.find((candidate) => candidate.indicator === ask.indicator);
  if (!figure) throw new Refusal('not-found');
  const id = standing.submission;
  const [facts, sources] = await Promise.all([parts.submissions.factsOf(id), parts.sources(id)]);
  const opened = facts.find((fact) => fact.fact === 'opened');
  const verdict = facts.find((fact) => fact.fact === 'verdict');
  if (!opened || !verdict) throw new Error(`submission ${id}: stands without its facts`);
  return {
    ...key,
    indicator: ask.indicator,
    figure,
    version: standing.version,
    confirmed: { at: standing.signedAt, by: standing.signedBy, explanations: standing.explanations },
    submission: id,
    file: {
      name: opened.fileName,
      bytes: opened.bytes,
      sha256: opened.sha256,
      receivedAt: standing.receivedAt,
    },
    cells: cellsOf(sources, figure),
    attachments: attachmentsIn(facts).map(attachmentView),
    read: { engine: verdict.engine, catalog: verdict.catalog },
  };
}

async function standingFigures(ask: Ask, { catalog, submissions }: Parts): Promise<StandingFigures> {
  const key = slotAsked(ask, ask.who, catalog);
  const slot = await submissions.slot(key);
  const standing = slot?.standing;
  if (!standing) throw new Refusal('not-found');
  const facts = await submissions.factsOf(standing.submission);
  const verdict = facts.find((fact) => fact.fact === 'verdict');
  if (!verdict) throw new Error(`submission ${standing.submission}: stands without a verdict`);
  const pages = await submissions.pagesOf([
    { id: standing.submission, groups: verdict.pages.filter((name) => !isAreaPage(name)) },
  ]);
  return { key, standing, figures: [...(pages.get(standing.submission) ?? [])].flatMap(figuresOf) };
}
