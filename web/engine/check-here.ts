import { catalog as builtIn } from '../../shared/catalog/catalog.ts';
import { type CatalogDocument, catalogOf } from '../../shared/catalog/document.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { type Context, contextFrom } from '../../shared/normalisation/context.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import type { ByteSource, Checked, CheckRequest } from '../../shared/normalisation/report.ts';
import { fileNameOf } from '../../shared/submissions/file-name.ts';
import { digestOf } from './digest.ts';

/** What a page asks of a file that somebody has chosen; its name and digest are the file's. */
export type AskedHere = Pick<CheckRequest, 'unit' | 'form' | 'period'>;

/** Told how far the check is: bytes of the file that were read, first for its digest, then for its rows. */
type Watch = {
  onBytes?: (bytes: number, of: 'digest' | 'reading') => void;
  onRows?: (rows: number) => void;
};

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
  { onBytes, onRows }: Watch = {},
): Promise<Checked> {
  const source = sourceOf(file, (bytes) => onBytes?.(bytes, 'reading'));
  const sha256 = await digestOf(await file.arrayBuffer());
  onBytes?.(file.size, 'digest');
  const request = { ...asked, fileName: fileNameOf(file.name), sha256 };
  const known: Context | null = context === null ? null : contextFrom(context);
  const catalog = document === null ? builtIn : catalogOf(document);
  return checkFile(source, request, {
    inflateRaw: inflateWeb,
    catalog,
    context: known,
    ...(onRows && { onRows }),
  });
}

/** A file of the browser as the engine's bytes: read from disk where they are needed, never whole. */
export function sourceOf(file: Blob, onBytes: (bytes: number) => void = () => {}): ByteSource {
  return {
    size: file.size,
    async *read(from, to) {
      const reader = file.slice(from, to).stream().getReader();
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          onBytes(next.value.byteLength);
          yield next.value;
        }
      } finally {
        // Also when the engine stops early.
        await reader.cancel();
      }
    },
  };
}
