import { catalog as builtIn } from '../../shared/catalog/catalog.ts';
import { type CatalogDocument, catalogOf } from '../../shared/catalog/document.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { type Context, contextFrom } from '../../shared/normalisation/context.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import type { ByteSource, Checked, CheckRequest } from '../../shared/normalisation/report.ts';

/** What a page asks of a file that somebody has chosen; its name and digest are the file's. */
export type AskedHere = Pick<CheckRequest, 'unit' | 'form' | 'period'>;

/**
 * Checks a file in the browser, before anything is sent: the report is the service's, byte for byte.
 * @param context the document of `GET /v1/contexts/…`, or null
 * @param document that of `GET /v1/catalog/versions/…` which the context names; null: the catalogue that the code brings
 * @throws ContextError when the context is for something else
 */
export async function checkHere(
  file: File,
  asked: AskedHere,
  context: unknown,
  document: CatalogDocument | null = null,
): Promise<Checked> {
  const source = sourceOf(file);
  const request = { ...asked, fileName: file.name, sha256: await digestOf(file) };
  const known: Context | null = context === null ? null : contextFrom(context);
  const catalog = document === null ? builtIn : catalogOf(document);
  return checkFile(source, request, { inflateRaw: inflateWeb, catalog, context: known });
}

/** A file of the browser as the engine's bytes: read from disk where they are needed, never whole. */
export function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    async *read(from, to) {
      const reader = file.slice(from, to).stream().getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
      } finally {
        // Also when the engine stops early.
        await reader.cancel();
      }
    },
  };
}

/** SHA-256 in lower-case hex. The web has no digest of a stream: a file of 150 MB is held once, for a moment. */
async function digestOf(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
