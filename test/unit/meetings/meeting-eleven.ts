import { placed } from '../../../shared/aggregation/basis.ts';
import { coverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { Reported } from '../../../shared/aggregation/round.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { periodOf } from '../../../shared/catalog/period.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { Covered } from '../../../shared/meetings/cut-off-coverage.ts';
import type { About } from '../../../shared/meetings/mail/words.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { Asked, SeenSlot } from '../../../shared/meetings/owed.ts';
import { type SlotKey, withExtension, withSigned } from '../../../shared/submissions/slot.ts';
import { extendedTo } from '../../../shared/submissions/slot-at.ts';
import type { Submission } from '../../../shared/submissions/submission.ts';

/** A meeting as the secretariat may plan it, for which one form is asked. */
export const meeting: Meeting = {
  schema: 'meeting/1',
  id: 'ubqg-11',
  revision: 1,
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Quý III năm 2026', en: 'The third quarter of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  previous: 'ubqg-10',
  moments: {
    opening: '2026-09-15T08:00:00',
    reminders: ['2026-09-22T08:00:00', '2026-10-12T08:00:00'],
    cutOff: '2026-10-14T17:00:00',
    provisional: '2026-10-14T17:05:00',
    freeze: '2026-10-14T17:30:00',
  },
  state: 'planned',
  constructed: false,
};

export const about: About = {
  meeting,
  bodyNames: {
    vi: 'Ủy ban Quốc gia về chuyển đổi số',
    en: 'National Committee on Digital Transformation',
  },
  portal: 'https://bao-cao.example.vn',
};

export function unitOf(id: string): Unit {
  return catalog.units.get(id) as Unit;
}

const form = catalog.everyForm.find(({ code }) => code === 'qd766') as Asked['form'];
const named = { vi: 'Quý III/2026', en: 'Quarter III, 2026' };
export const period = { ...(periodOf('2026-Q3') as Asked['period']), names: named };

export const keyOf = (unit: string): SlotKey => ({ unit, form: 'qd766', period: '2026-Q3' });

/** A slot in which a version was signed that came at a time. */
export function signedSlot(unit: string, receivedAt: string, nil = false) {
  return withSigned(keyOf(unit), undefined, {
    submission: `of-${unit}`,
    sha256: 'a'.repeat(64),
    receivedAt,
    signedAt: receivedAt,
    signedBy: 'approver',
    explanations: {},
    pages: [],
    why: null,
    nil,
    onBehalfOf: null,
  });
}

export function inState(state: Submission['state']): Submission {
  return { state } as Submission;
}

const signed = (unit: string, receivedAt: string, nil = false): SeenSlot => ({
  unit: unitOf(unit),
  slot: signedSlot(unit, receivedAt, nil),
  submission: inState('signed'),
});

/** A day behind the cut-off that one unit was granted. */
const extended = withExtension(keyOf('province:92@2025'), undefined, {
  until: '2026-10-16',
  why: 'bão',
  by: 'thu.ky',
  at: '2026-09-24T00:00:00.000Z',
});

/** Six units: two on time, of which one had nothing to report; one late; one missing; one with a returned file; one with more time. */
export const asked: Asked = {
  form,
  period,
  slots: [
    signed('province:79@2025', '2026-09-25T16:59:59.999Z'),
    signed('province:80@2025', '2026-09-20T00:00:00.000Z', true),
    signed('province:86@2025', '2026-09-25T17:00:00.000Z'),
    { unit: unitOf('province:91@2025'), slot: undefined, submission: undefined },
    { unit: unitOf('province:96@2025'), slot: undefined, submission: inState('returned') },
    { unit: unitOf('province:92@2025'), slot: extended, submission: undefined },
  ],
};

const tasksForm = {
  ...(catalog.everyForm.find(({ code }) => code === 'nhiem-vu') as Asked['form']),
  names: { vi: 'Báo cáo nhiệm vụ được giao', en: 'Reports on assigned tasks' },
};
/** What nobody owes by a day: one unit reported, the other need not. */
const askedTasks: Asked = {
  form: tasksForm,
  period,
  slots: [
    signed('province:79@2025', '2026-09-25T16:59:59.999Z'),
    { unit: unitOf('province:91@2025'), slot: undefined, submission: undefined },
  ],
};

const standing = (state: Reported['state'], nil?: true): Reported => ({
  version: 1,
  state,
  ...(nil ? { nil } : {}),
});
const coverageOf = ({ form, period, slots }: Asked, reported: readonly (Reported | null)[]) => {
  const entries = slots.map(({ unit, slot }, index) => ({
    unit,
    standing: reported[index] ?? null,
    figures: [],
    extendedTo: extendedTo(slot),
  }));
  return coverageDocument(
    placed({ form, period, catalog, entries }, 'as-reported'),
    '2026-10-14T10:00:00.000Z',
  );
};

/** Both asks with their coverage at the cut-off. */
export const covered: Covered[] = [
  {
    asked,
    coverage: coverageOf(asked, [standing('on-time'), standing('on-time', true), standing('late')]),
  },
  { asked: askedTasks, coverage: coverageOf(askedTasks, [standing('reported')]) },
];
