import type { Catalog } from '../catalog/catalog.ts';
import { abbreviationNote } from './abbreviations.ts';
import type { Briefing, Section } from './content.ts';
import { annexHead, closingOf, letterheadOf } from './official-form.ts';
import { annexSection } from './sections/annex.ts';
import { changesSection } from './sections/changes.ts';
import { coverageSection } from './sections/coverage.ts';
import { moversSection } from './sections/movers.ts';
import { pillarsSection } from './sections/pillars.ts';
import { qualitySection } from './sections/quality.ts';
import { tasksSection } from './sections/tasks.ts';
import type { MeetingFacts } from './snapshot.ts';
import { type Draft, documentsIn, type NamedSnapshot, type Told } from './told.ts';
import { type Language, type Texts, type Voice, voiceOf } from './voice.ts';

export type BriefingAsk = {
  snapshot: NamedSnapshot;
  /** The snapshot of the meeting before, which the manifest names; null: there is none. */
  previous: NamedSnapshot | null;
  /** The catalogue under which the snapshot was made. */
  catalog: Catalog;
  language: Language;
};

/** Raised whenever the same snapshot gives another briefing than before: files that are kept are of one version. */
export const briefingVersion = '2';

/** The sections in the order in which they are read: who reported stands before any figure. */
const sections: readonly ((told: Told) => Draft)[] = [
  coverageSection,
  pillarsSection,
  moversSection,
  tasksSection,
  changesSection,
  qualitySection,
  annexSection,
];

/**
 * The briefing of a meeting: made from its snapshot and the one before, and from nothing else.
 * @throws Error when the catalogue or the previous snapshot is another than the manifest names
 */
export function briefingOf({ snapshot, previous, catalog, language }: BriefingAsk): Briefing {
  const { manifest } = snapshot.snapshot;
  if (manifest.catalog.version !== catalog.version) throw new Error('not the catalogue of the snapshot');
  if (manifest.previous !== (previous?.hash ?? null)) throw new Error('not the snapshot before this one');
  const voice = voiceOf(language);
  const { meeting } = manifest;
  const now = documentsIn(snapshot, catalog);
  const before = previous && documentsIn(previous, catalog);
  const told: Told = { voice, catalog, now, before };
  const body = catalog.bodies.get(meeting.body)?.names ?? { vi: meeting.body, en: meeting.body };
  const drafts = sections.map((section) => section(told));
  const made = headed(voice, meeting, body, drafts);
  return {
    schema: 'briefing/1',
    language,
    snapshot: snapshot.hash,
    meeting: { id: meeting.id, number: meeting.number, date: meeting.date },
    letterhead: letterheadOf(voice, meeting, body),
    title: voice.say({ vi: 'BÁO CÁO', en: 'REPORT' }),
    subject: voice.say({
      vi: `Tình hình, kết quả chuyển đổi số phục vụ phiên họp lần thứ ${meeting.number} của ${body.vi}`,
      en: `Progress of digital transformation, for session ${meeting.number} of the ${body.en}`,
    }),
    preface: [...prefaceOf(told), ...abbreviationNote(voice, made)],
    sections: made,
    closing: closingOf(voice, meeting, body),
    foot: voice.say({
      vi: `Lập từ bản chốt số liệu ${snapshot.hash}`,
      en: `Made from the snapshot ${snapshot.hash}`,
    }),
  };
}

function prefaceOf({ voice, now }: Told): string[] {
  const { meeting } = now.manifest;
  const constructed = voice.say({
    vi: 'Phiên họp này được dựng để trình diễn hệ thống: chưa có cơ quan nào thông báo phiên họp này.',
    en: 'This meeting was constructed for a demonstration: nobody has announced it.',
  });
  const cutOff = voice.moment(now.manifest.cutOff);
  return [
    ...(meeting.constructed ? [constructed] : []),
    voice.say({
      vi: `Nội dung phiên họp: ${meeting.theme.vi}. Số liệu trong báo cáo này là số liệu đã được các đơn vị ký xác nhận đến ${cutOff} và được chốt, không thay đổi; số liệu điều chỉnh sau thời điểm đó được nêu tại phiên họp sau.`,
      en: `Theme of the session: ${meeting.theme.en}. The figures in this report are those that units had signed by ${cutOff}; they were frozen then and do not change. What is revised later is told at the next session.`,
    }),
  ];
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Sections get Roman numbers, the annex its own head; tables and charts are numbered where they are laid out. */
function headed(voice: Voice, meeting: MeetingFacts, body: Texts, drafts: readonly Draft[]): Section[] {
  return drafts.map(({ id, title, blocks }, at) => {
    const head =
      id === 'annex'
        ? annexHead(voice, meeting, body, voice.say(title))
        : { heading: `${romans[at]}. ${voice.say(title)}` };
    return { id, ...head, blocks };
  });
}
