import { readFileSync } from 'node:fs';
import { sha256Of } from './api-client.ts';
import type { Submitted } from './submit-all.ts';

/** One file of what a ministry published of all provinces, as it would be sent. */
export type HistoryFile = {
  unit: string;
  form: string;
  period: string;
  fileName: string;
  contentType: string;
  body: Uint8Array;
  /** How many units it is about. */
  units: number;
};

type Manifest = {
  files: { unit: string; form: string; period: string; file: string; contentType: string; units: number }[];
};

const folder = new URL('../samples/history/', import.meta.url);

/** What ministries published of the years before this service: the DTI, QĐ 766 by year, population. */
export function readHistory(): HistoryFile[] {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  return manifest.files.map(({ file, ...rest }) => ({
    ...rest,
    fileName: file,
    body: readFileSync(new URL(encodeURIComponent(file), folder)),
  }));
}

/** The files as the reports of their ministries, by form, oldest first; the two people of each named after its abbreviation. */
export function historyReports(files: readonly HistoryFile[]): Submitted[][] {
  const byForm = Map.groupBy(files, ({ form }) => form);
  return [...byForm.values()].map((ofForm) =>
    ofForm
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
      .map(({ units: _units, ...file }) => ({
        subject: file.unit.slice(file.unit.indexOf(':') + 1),
        report: { key: `history-${file.form}-${file.period}-${sha256Of(file.body)}`, file },
      })),
  );
}
