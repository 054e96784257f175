import type { ApiClient, Person } from '../../local/job/api-client.ts';
import { catalog as builtIn, type Catalog } from '../../shared/catalog/catalog.ts';
import { type CatalogDocument, catalogOf } from '../../shared/catalog/document.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import {
  type Context,
  ContextError,
  contextFrom,
  requireContextFor,
} from '../../shared/normalisation/context.ts';
import type { Slot } from './send-file.ts';

/**
 * What the service will hold the file against, and under which catalogue, so that the check here finds what the check
 * there finds.
 * @returns null when the service runs another engine than this command: its verdict alone counts then
 * @throws ApiError when the service refuses to say
 */
export async function slotContext(
  service: ApiClient,
  person: Person,
  slot: Slot,
): Promise<{ context: Context; catalog: Catalog } | null> {
  const path = `/v1/contexts/${encodeURIComponent(slot.unit)}/${slot.form}/${slot.period}`;
  const document = await service.get<unknown>(path, person);
  try {
    const context = contextFrom(document);
    requireContextFor(context, { ...slot, catalog: context.catalog, engine: engineVersion });
    return { context, catalog: await catalogNamed(context.catalog, service, person) };
  } catch (error) {
    if (error instanceof ContextError) return null;
    throw error;
  }
}

/** The service's catalogue where it is another than the one that the code brings. */
async function catalogNamed(version: string, service: ApiClient, person: Person): Promise<Catalog> {
  if (version === builtIn.version) return builtIn;
  return catalogOf(await service.get<CatalogDocument>(`/v1/catalog/versions/${version}`, person));
}
