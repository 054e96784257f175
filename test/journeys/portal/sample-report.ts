import { ApiClient, sha256Of } from '../../../local/job/api-client.ts';
import { submitReport } from '../../../local/job/province-story.ts';
import { readSamples } from '../../../local/job/samples.ts';
import { type Portal, people } from './portal.ts';

const sample = readSamples().files.find(({ unitCode }) => unitCode === '52');

/** The sample of Gia Lai, with other text in it. */
export function sampleReport(change: (csv: string) => string = (csv) => csv) {
  if (sample === undefined) throw new Error('there is no sample of unit 52');
  const { fileName, contentType } = sample;
  const body = new TextEncoder().encode(change(new TextDecoder().decode(sample.body)));
  return { unit: people.reporter.unit, form: 'qd766', period: '2026-Q3', fileName, contentType, body };
}

/** The same, sent by its reporter and signed by its approver: the next version. */
export async function signSample(
  { stack }: Pick<Portal, 'stack'>,
  change?: (csv: string) => string,
): Promise<void> {
  const api = new ApiClient(stack.url);
  const cast = { reporter: await api.signIn(people.reporter), approver: await api.signIn(people.approver) };
  const file = sampleReport(change);
  await submitReport(api, cast, { key: `sample-${sha256Of(file.body)}`, file });
}
