import type { CatalogReader, Published } from '../catalog/catalogs.ts';
import type { CatalogDocument } from '../catalog/document.ts';
import type { Finding } from '../normalisation/report.ts';
import type { SlotKey } from '../submissions/slot.ts';

/** A draft of the catalogue, as it was handed in. It never changes: another content is another draft. */
export type Draft = {
  schema: 'catalog-draft/1';
  /** The digest of the document and of the version that it is to follow. */
  id: string;
  base: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
};

/** A standing submission: what a draft must be held against. */
export type StandingFile = SlotKey & { submission: string };

/** Which standing submissions are read again under a draft. A later one takes its place. */
export type Plan = { schema: 'catalog-plan/1'; at: string; files: readonly StandingFile[] };

/**
 * What came of reading one again. `fails`: returned under the draft, and not under its base · `fails-already`: under
 * both, so the draft is not the cause · `passes`.
 */
export type PreviewResult = StandingFile & {
  schema: 'catalog-preview/1';
  engine: string;
  outcome: 'passes' | 'fails' | 'fails-already';
  fileName: string;
  /** All of them are counted, the first few are listed. */
  errors: number;
  findings: readonly Pick<Finding, 'code' | 'at' | 'got' | 'expected' | 'message'>[];
  /** Warnings beyond those that its verdict had. */
  newWarnings: number;
};

/** Where drafts, their previews and what is published are kept. */
export type DraftStore = CatalogReader & {
  /** @throws Refusal `catalog-too-large` */
  putDraft(draft: Draft, document: object): Promise<'put' | 'already-there'>;
  draft(id: string): Promise<{ draft: Draft; document: object } | undefined>;
  putPlan(id: string, plan: Plan): Promise<void>;
  plan(id: string): Promise<Plan | undefined>;
  putResult(id: string, result: PreviewResult): Promise<void>;
  results(id: string): Promise<PreviewResult[]>;
  result(id: string, submission: string): Promise<PreviewResult | undefined>;
  /** Keeps a version for good. `taken`: another document bears it. */
  putDocument(document: CatalogDocument): Promise<'put' | 'already-there' | 'taken'>;
  /** Moves what is published by one conditional write: only if nothing was published since it was read. */
  movePublished(next: Published): Promise<'moved' | 'somebody-was-first'>;
  /** Keeps which submissions were signed while a version was being published, once. */
  putSlipped(version: string, submissions: readonly string[]): Promise<void>;
  slipped(version: string): Promise<readonly string[] | undefined>;
};

/** A draft's id is a digest, and nothing but hex digits stands in keys. */
export const draftIdPattern = /^[0-9a-f]{64}$/;
