import type { ApiClient, Person } from '../../local/job/api-client.ts';
import { catalog, formIn } from '../../shared/catalog/catalog.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import type { AskedFor } from '../asked.ts';
import { checkDiskFile } from '../files/check-disk-file.ts';
import type { DiskFile } from '../files/disk-file.ts';
import type { Slot } from './send-file.ts';
import { slotContext } from './slot-context.ts';

/** What the check here said; `slot`: null when the file does not tell its form. */
export type CheckedBefore = { report: Report; slot: Slot | null; binding: boolean };

/**
 * Checks a file as the service will: told by its content what form it is, held against what the service holds it
 * against.
 * @returns `binding`: false when the service runs another version, whose verdict may differ
 * @throws ApiError when the service refuses to say what it compares with
 */
export async function checkBefore(
  file: DiskFile,
  asked: AskedFor,
  { service, person }: { service: ApiClient; person: Person },
): Promise<CheckedBefore> {
  let { form } = asked;
  if (form === null) {
    const { report } = await checkDiskFile(file, asked, null);
    form = (report.form === null ? null : formIn(catalog, report.form, asked.period.code)) ?? null;
    if (form === null) return { report, slot: null, binding: true };
  }
  const slot = { unit: asked.unit.id, form: form.code, period: asked.period.code };
  const held = await slotContext(service, person, slot);
  const { report } = await checkDiskFile(file, { ...asked, form }, held?.context ?? null, held?.catalog);
  return { report, slot, binding: held !== null };
}
