import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog as builtIn } from '../../shared/catalog/catalog.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import type { Checked } from '../../shared/normalisation/report.ts';
import type { AskedFor } from '../asked.ts';
import type { DiskFile } from './disk-file.ts';

/**
 * The engine's report on a file of this machine: the one that the service and the portal give.
 * @param context what it is held against, or null
 * @param catalog the one that the code brings, unless another is given
 * @throws ContextError when the context is for something else
 */
export async function checkDiskFile(
  file: DiskFile,
  asked: AskedFor,
  context: Context | null,
  catalog = builtIn,
): Promise<Checked> {
  const request = {
    fileName: file.name,
    sha256: await file.sha256(),
    unit: asked.unit.id,
    period: asked.period.code,
    // Without a form, the file's content tells it.
    ...(asked.form === null ? {} : { form: asked.form.code }),
  };
  return checkFile(file.source, request, { inflateRaw, catalog, context });
}
