import canonicalize from 'canonicalize';
import { type Catalog, type CatalogFiles, loadCatalog } from './catalog.ts';

/**
 * A whole catalogue as one document, as it is drafted, published and kept: its version, and each section as the
 * file of that name has it. The long lists of communes are no part of it: they come with the code.
 */
export type CatalogDocument = { schema: typeof documentSchema; version: string } & Omit<
  CatalogFiles,
  'catalog'
>;
export const documentSchema = 'catalog/3';

/** As documents were until meetings were planned through the API: each said when it is frozen, and with which scorecards. */
type EarlierDocument = Omit<CatalogDocument, 'schema'> & { schema: 'catalog/2' };
export const documentSchemas = [documentSchema, 'catalog/2'] as const;

/** A document of any schema that was ever stored, as one of today's; what is none is left as it is. */
export function currentDocument(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return document;
  const { schema, meetings } = document as { schema?: unknown; meetings?: unknown };
  const { meetings: entries, ...rest } = (meetings ?? {}) as Record<string, unknown>;
  if (schema !== 'catalog/2' || rest.schema !== 'meetings/1' || !Array.isArray(entries)) return document;
  const held = entries.map(({ freezeAt: _time, scorecards: _codes, ...entry }) => entry);
  return { ...document, schema: documentSchema, meetings: { ...rest, schema: 'meetings/2', meetings: held } };
}

/** The files of a catalogue as one document. */
export function documentOf(files: CatalogFiles): CatalogDocument {
  const { catalog, ...sections } = files;
  const { version } = catalog as { version: string };
  return { schema: documentSchema, version, ...sections };
}

/** A document as the files that `loadCatalog` checks. */
export function filesOf({ schema: _schema, version, ...sections }: CatalogDocument): CatalogFiles {
  return { catalog: { schema: 'catalog/1', version }, ...sections };
}

/** @throws Error that names what is wrong: a stored document was checked before it was kept */
export function catalogOf(document: CatalogDocument | EarlierDocument): Catalog {
  const current = currentDocument(document) as CatalogDocument;
  if (current.schema !== documentSchema) throw new Error('a stored catalogue of an unknown schema');
  return loadCatalog(filesOf(current));
}

/** The name of a document: the SHA-256 of its canonical form (RFC 8785), lower-case hex. */
export async function documentDigest(document: object): Promise<string> {
  const text = canonicalize(document);
  if (text === undefined) throw new Error('not representable as canonical JSON');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Which of two versions (`2026.2`, `2026.10`) is the newer: by year, then by number.
 * @returns below 0: the first is older · 0: the same · above 0: newer
 */
export function compareVersions(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}
