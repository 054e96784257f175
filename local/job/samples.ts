import { readFileSync } from 'node:fs';

/** One province's sample report, as it would be sent. */
export type Sample = { unitCode: string; fileName: string; contentType: string; body: Uint8Array };
export type Samples = { form: string; period: string; files: Sample[] };

type Manifest = {
  form: string;
  period: string;
  files: { unitCode: string; file: string; contentType: string }[];
};

/** The sample reports of the 34 provinces for the demonstration's period. */
export function readSamples(): Samples {
  const folder = new URL('../samples/2026-Q3/', import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  const files = manifest.files.map(({ unitCode, file, contentType }) => ({
    unitCode,
    fileName: file,
    contentType,
    body: readFileSync(new URL(encodeURIComponent(file), folder)),
  }));
  return { form: manifest.form, period: manifest.period, files };
}
