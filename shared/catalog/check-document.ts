import * as v from 'valibot';
import { type Catalog, fileSchemas } from './catalog.ts';
import { type CatalogFault, catalogFault } from './catalog-faults.ts';
import { changeFaults } from './change-rules.ts';
import { type CatalogDocument, catalogOf, currentDocument, documentSchema } from './document.ts';
import { CatalogError } from './gather-faults.ts';

const { catalog: _named, ...sectionSchemas } = fileSchemas;

/** A document with its sections in place; what they hold is checked section by section. */
const DocumentSchema = v.strictObject({
  schema: v.literal(documentSchema),
  version: fileSchemas.catalog.entries.version,
  ...Object.fromEntries(Object.keys(sectionSchemas).map((name) => [name, v.looseObject({})])),
});

/** So many faults of shape are listed: a document of another kind has thousands. */
const mostFaults = 200;

/**
 * Everything that is wrong with a draft: its shape, then what it says of itself, then what it would change of what
 * is published and was used.
 * @param today the local day, as `2026-09-14`
 * @returns the checked catalogue too, where it is whole
 */
export function checkDocument(
  handedIn: unknown,
  base: Catalog,
  today: string,
): { faults: CatalogFault[]; catalog: Catalog | null } {
  const document = currentDocument(handedIn);
  const misshapen = shapeFaults(document);
  if (misshapen.length > 0) return { faults: misshapen, catalog: null };
  try {
    const catalog = catalogOf(document as CatalogDocument);
    return { faults: changeFaults(base, catalog, today), catalog };
  } catch (error) {
    // What `loadCatalog` says names the entry.
    const told = error instanceof CatalogError ? error.faults : [String((error as Error).message)];
    const faults = told.map((got) => catalogFault('inconsistent', { section: 'catalog', got }));
    return { faults: faults.slice(0, mostFaults), catalog: null };
  }
}

function shapeFaults(document: unknown): CatalogFault[] {
  const whole = v.safeParse(DocumentSchema, document);
  if (!whole.success) return whole.issues.map((issue) => faultOf('catalog', issue, document));
  const faults = Object.entries(sectionSchemas).flatMap(([section, schema]) => {
    const content = (document as Record<string, unknown>)[section];
    const result = v.safeParse(schema as v.GenericSchema, content);
    return result.success ? [] : result.issues.map((issue) => faultOf(section, issue, content));
  });
  return faults.slice(0, mostFaults);
}

function faultOf(section: string, issue: v.BaseIssue<unknown>, content: unknown): CatalogFault {
  const path = v.getDotPath(issue);
  const where = { section, entry: entryAt(content, path), path };
  return catalogFault('shape', { ...where, got: shortened(issue.received), expected: issue.expected });
}

/** The nearest entry around a path that says its id or code. */
function entryAt(content: unknown, path: string | null): string | null {
  let found: string | null = null;
  let here: unknown = content;
  for (const part of path?.split('.') ?? []) {
    if (typeof here !== 'object' || here === null) return found;
    const { id, code } = here as { id?: unknown; code?: unknown };
    found = [id, code].find((name) => typeof name === 'string')?.toString() ?? found;
    here = (here as Record<string, unknown>)[part];
  }
  return found;
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
