import type { Language } from './voice.ts';

/** The kinds of file in which a briefing is given. */
export const briefingKinds = ['html', 'docx', 'xlsx', 'csv'] as const;
export type BriefingKind = (typeof briefingKinds)[number];

/** One file of a briefing. */
export type BriefingFileName = { kind: BriefingKind; language: Language };

/** Every file of a meeting's briefing, Vietnamese first. */
export const briefingFileNames: readonly BriefingFileName[] = (['vi', 'en'] as const).flatMap((language) =>
  briefingKinds.map((kind) => ({ kind, language })),
);

export const briefingTypes: Readonly<Record<BriefingKind, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The name under which a file is kept by who asks for it: `bao-cao-phien-11.docx`, `briefing-session-11.docx`. */
export function downloadName(meeting: { number: number }, { kind, language }: BriefingFileName): string {
  const name = language === 'vi' ? 'bao-cao-phien' : 'briefing-session';
  return `${name}-${meeting.number}.${kind}`;
}
