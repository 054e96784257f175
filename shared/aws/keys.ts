import type { RoundName } from '../aggregation/aggregate-period.ts';
import type { Subject } from '../aggregation/series-point.ts';
import type { BriefingFileKey } from '../briefing/keep-briefing.ts';
import type { FrozenName } from '../briefing/snapshot.ts';
import type { PeriodKind } from '../catalog/schema.ts';
import { stepKind } from '../meetings/meeting.ts';
import { type SlotKey, slotName } from '../submissions/slot.ts';

/**
 * Every key of the table and of the buckets is made here and nowhere else. A key holds ids and catalogue
 * codes only: what somebody sent is looked up, or checked against the pattern of an id, before it comes here.
 */

export type ItemKey = { pk: string; sk: string };

export const submissionPartition = (id: string) => `submission#${id}`;
export const factPrefix = 'fact#';
/** @param number of a fact that may come several times: three digits, so that the keys sort as numbers */
export const factKey = (id: string, fact: string, number?: number): ItemKey => ({
  pk: submissionPartition(id),
  sk: `${factPrefix}${fact}${number === undefined ? '' : `#${String(number).padStart(3, '0')}`}`,
});
export const pageKey = (id: string, group: string): ItemKey => ({
  pk: submissionPartition(id),
  sk: `page#${group}`,
});

export const slotPartition = (key: SlotKey) => `slot#${slotName(key)}`;
export const slotKey = (key: SlotKey): ItemKey => ({ pk: slotPartition(key), sk: 'slot' });
export const openedPrefix = 'opened#';
export const openedKey = (key: SlotKey, id: string, at: string): ItemKey => ({
  pk: slotPartition(key),
  sk: `${openedPrefix}${at}#${id}`,
});

export const onePersonKey = (unit: string): ItemKey => ({ pk: `unit#${unit}`, sk: 'one-person' });

export const successionKey = (unit: string): ItemKey => ({ pk: `unit#${unit}`, sk: 'succession' });

export const roundKey = ({ period, form }: RoundName): ItemKey => ({
  pk: `rollup#${period}`,
  sk: `round#${form}`,
});

/** One partition a series, in which the periods of one kind stand in the order of time. */
export const seriesPartition = (subject: Subject) =>
  `series#${'scorecard' in subject ? subject.scorecard : `${subject.form}/${subject.indicator}`}`;
export const seriesSort = (kind: PeriodKind, period: string) => `${kind}#${period}`;

/** The documents of a snapshot, under its hash: they cannot change. */
export const frozenDocumentsPartition = (hash: string) => `snapshot#${hash}`;
export const frozenDocumentKey = (hash: string, { period, kind, code, basis }: FrozenName): ItemKey => ({
  pk: frozenDocumentsPartition(hash),
  sk: [kind, code, ...(period === null ? [] : [period]), ...(basis ? [basis] : [])].join('#'),
});

/** Which catalogue is published. */
export const publishedKey: ItemKey = { pk: 'catalog', sk: 'published' };
/** A version of the catalogue: it cannot change. */
export const catalogKey = (version: string): ItemKey => ({ pk: `catalog#${version}`, sk: 'document' });
/** How it was published: kept there when the next one is. */
export const publicationKey = (version: string): ItemKey => ({ pk: `catalog#${version}`, sk: 'publication' });
/** What was signed while it was being published. */
export const slippedKey = (version: string): ItemKey => ({ pk: `catalog#${version}`, sk: 'slipped' });

/** Drafts of the catalogue, by their digest: not public, and so in partitions of other names. */
export const draftPartition = (id: string) => `catalog-draft#${id}`;
export const draftKey = (id: string): ItemKey => ({ pk: draftPartition(id), sk: 'draft' });
export const planKey = (id: string): ItemKey => ({ pk: draftPartition(id), sk: 'plan' });
export const resultPrefix = 'result#';
export const resultKey = (id: string, submission: string): ItemKey => ({
  pk: draftPartition(id),
  sk: `${resultPrefix}${submission}`,
});

/** Versions of the catalogue that are kept; which one is published stands elsewhere. */
export const keptCatalogPartitions = ['catalog#*'];
/** The partitions of what is published of the catalogue: drafts are none of them. */
export const catalogPartitions = ['catalog', ...keptCatalogPartitions];

/** The partitions that each function writes which writes few of them. */
export const draftPartitions = ['catalog-draft#*'];
export const aggregatedPartitions = ['rollup#*', 'series#*'];
export const frozenRecordPartitions = ['meeting#*'];
export const frozenPartitions = ['snapshot#*', ...frozenRecordPartitions];

/** The partitions that the public function may query: series, and the calendar of meetings. */
export const publicLists = ['series#*', 'meetings'];
/** The partitions that hold public documents only: what the public function may read, and nothing else. */
export const publicPartitions = ['rollup#*', 'snapshot#*', 'meeting#*', 'meetings', ...catalogPartitions];

/** The calendar: one partition, since there are a few meetings a year. Public: it names no person. */
export const meetingsPartition = 'meetings';
export const meetingKey = (id: string): ItemKey => ({ pk: meetingsPartition, sk: `meeting#${id}` });
/** What the function of the calendar writes, and what a step of a meeting does. */
export const calendarPartitions = [meetingsPartition, 'calendar#*'];
export const stepPartitions = ['calendar#*'];
/** The name of the schedule of a step: moving the step is an update of its schedule. */
export const scheduleName = (meeting: string, step: string) => `${meeting}_${step}`;
/** Who planned, moved or cancelled a meeting, and why: not public. */
export const meetingChangesPartition = (id: string) => `calendar#${id}`;
export const meetingChangeKey = (id: string, revision: number): ItemKey => ({
  pk: meetingChangesPartition(id),
  sk: `${changePrefix}${String(revision).padStart(4, '0')}`,
});
export const stepPrefix = 'step#';
/** That a step of a meeting was done, as it was due then: a step that was moved is another, a reminder's number tells nothing. */
export const stepKey = (meeting: string, step: string, due: string): ItemKey => ({
  pk: meetingChangesPartition(meeting),
  sk: `${stepPrefix}${stepKind(step)}#${due}`,
});

/** Whom a step told what, and that its event was told: `what` holds no `#` but behind its kind. */
export const toldPrefix = (kind: string, due: string) => `told#${kind}#${due}#`;
export const toldKey = (meeting: string, told: { kind: string; due: string; what: string }): ItemKey => ({
  pk: meetingChangesPartition(meeting),
  sk: `${toldPrefix(told.kind, told.due)}${told.what}`,
});
/** Which start runs a step that tells people. */
export const stepRunKey = (meeting: string, run: { kind: string; due: string }): ItemKey => ({
  pk: meetingChangesPartition(meeting),
  sk: `run#${run.kind}#${run.due}`,
});

/** Where the briefing's function records the files that it made, and what it reads beside them. */
export const briefingPartitions = ['briefing#*'];
export const briefedPartitions = [
  'meeting#*',
  meetingsPartition,
  ...catalogPartitions,
  ...briefingPartitions,
];

/** Every task: one partition, since there are some dozens a year. */
export const tasksPartition = 'tasks';
export const taskKey = (meeting: string, number: number): ItemKey => ({
  pk: tasksPartition,
  sk: `task#${meeting}#${String(number).padStart(4, '0')}`,
});
/** What tasks were before they were changed, by whom and why, and who assigned them: not public. */
export const taskRevisionsPartition = (meeting: string) => `task-revisions#${meeting}`;
export const taskRevisionsPrefix = 'task#';
export const taskRevisionKey = (meeting: string, number: number, revision: number): ItemKey => ({
  pk: taskRevisionsPartition(meeting),
  sk: `${taskRevisionsPrefix}${String(number).padStart(4, '0')}#${String(revision).padStart(4, '0')}`,
});
export const assignmentsKey = (meeting: string): ItemKey => ({
  pk: taskRevisionsPartition(meeting),
  sk: 'assignments',
});
/** What who assigns, changes or closes tasks writes. */
export const taskPartitions = [tasksPartition, 'task-revisions#*'];
/** What a submission says of tasks. */
export const taskReportsKey = (submission: string): ItemKey => ({
  pk: submissionPartition(submission),
  sk: 'tasks',
});

/** What is known of a file of a snapshot's briefing: bytes and digest. */
export const briefingItemKey = ({ snapshot, version, kind, language }: BriefingFileKey): ItemKey => ({
  pk: `briefing#${snapshot}`,
  sk: `${version}#${language}.${kind}`,
});

export const frozenKey = (meeting: string): ItemKey => ({ pk: `meeting#${meeting}`, sk: 'frozen' });

/** Account names are of letters, digits and `._-` only. */
export const accountPartition = (userName: string) => `account#${userName}`;
export const changePrefix = 'change#';
export const accountChangeKey = (userName: string, at: string, id: string): ItemKey => ({
  pk: accountPartition(userName),
  sk: `${changePrefix}${at}#${id}`,
});
/** Outside the names of accounts, which have no `#`. */
export const leavingKey: ItemKey = { pk: 'accounts', sk: 'leaving' };

/** Uploads: the bucket announces what comes below these two prefixes; only reports are read into figures. */
export const uploadPrefix = 'submissions/';
export const uploadKey = (id: string) => `${uploadPrefix}${id}/file`;

/** The submission of an uploaded object, or undefined when the key is none of ours. */
export function submissionOfUpload(key: string): string | undefined {
  return /^submissions\/([0-9a-f]{32})\/file$/.exec(key)?.[1];
}

export const evidencePrefix = 'evidence/';
export const evidenceKey = (id: string, number: number) => `${evidencePrefix}${id}/${number}`;

/** The attachment of an object of evidence, or undefined when the key is none of ours. */
export function attachmentOfEvidence(key: string): { id: string; number: number } | undefined {
  const [, id, number] = /^evidence\/([0-9a-f]{32})\/([1-9]\d{0,2})$/.exec(key) ?? [];
  return id === undefined ? undefined : { id, number: Number(number) };
}

export const reportPrefix = 'reports/';
export const reportKey = (id: string) => `${reportPrefix}${id}.json.gz`;
/** What a file was held against: kept beside its report. */
export const contextPrefix = 'contexts/';
export const contextKey = (id: string) => `${contextPrefix}${id}.json.gz`;
/** The province's own workbook with its findings marked. */
export const markedKey = (id: string) => `marked/${id}.xlsx`;
export const lineageKey = (id: string) => `lineage/${id}.json.gz`;
export const snapshotPrefix = 'snapshots/';
export const snapshotKey = (hash: string) => `${snapshotPrefix}${hash}.json`;

/** Files of a snapshot's briefing, by the version of what makes briefings. */
export const briefingPrefix = 'briefings/';
export const briefingKey = ({ snapshot, version, kind, language }: BriefingFileKey) =>
  `${briefingPrefix}${snapshot}/${version}/${language}.${kind}`;
