import { type Service, sha256Of } from './api-client.ts';
import type { Report } from './province-story.ts';
import type { Sample, Samples } from './samples.ts';

/** The ids of the units that live today, by code. */
export async function unitIds(service: Pick<Service, 'get'>): Promise<Map<string, string>> {
  const { items } = await service.get<{ items: { id: string; code: string; to: string | null }[] }>(
    '/v1/public/catalog/units',
  );
  return new Map(items.filter(({ to }) => to === null).map(({ code, id }) => [code, id]));
}

/** A province's sample as the report that is submitted. @throws Error when nobody bears its code today */
export function reportOf(
  { form, period }: Samples,
  sample: Sample,
  units: ReadonlyMap<string, string>,
): Report {
  const unit = units.get(sample.unitCode);
  if (!unit) throw new Error(`sample ${sample.fileName}: no unit has the code ${sample.unitCode}`);
  const { fileName, contentType, body } = sample;
  const file = { unit, form, period, fileName, contentType, body };
  return { key: `demo-${period}-${sha256Of(body)}`, file };
}
