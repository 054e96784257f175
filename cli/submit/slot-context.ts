import type { ApiClient, Person } from '../../local/job/api-client.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import {
  type Context,
  ContextError,
  contextFrom,
  requireContextFor,
} from '../../shared/normalisation/context.ts';
import type { Slot } from './send-file.ts';

/**
 * What the service will hold the file against, so that the check here finds what the check there finds.
 * @returns null when the service runs another version than this command: its verdict alone counts then
 * @throws ApiError when the service refuses to say
 */
export async function slotContext(service: ApiClient, person: Person, slot: Slot): Promise<Context | null> {
  const path = `/v1/contexts/${encodeURIComponent(slot.unit)}/${slot.form}/${slot.period}`;
  const document = await service.get<unknown>(path, person);
  try {
    const context = contextFrom(document);
    requireContextFor(context, { ...slot, catalog: catalog.version, engine: engineVersion });
    return context;
  } catch (error) {
    if (error instanceof ContextError) return null;
    throw error;
  }
}
