/** The largest evidence file: a scanned dispatch of hundreds of pages. */
export const mostEvidenceBytes = 50_000_000;

/** What a browser shows or an office opens; nothing that a browser would run. */
export const evidenceTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/msword',
  'application/vnd.ms-excel',
  'application/zip',
  'application/octet-stream',
] as const;

const byEnding: Readonly<Record<string, (typeof evidenceTypes)[number]>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
};

/** What evidence is taken as, by the name of its file; anything else is bytes, which nothing opens by itself. */
export function evidenceTypeOf(name: string): (typeof evidenceTypes)[number] {
  const [, ending = ''] = /\.([^./\\]+)$/.exec(name) ?? [];
  return byEnding[ending.toLowerCase()] ?? 'application/octet-stream';
}
