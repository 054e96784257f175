import { catalog } from '../../../shared/catalog/catalog.ts';
import { periodOf } from '../../../shared/catalog/period.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { About } from '../../../shared/meetings/mail/words.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { Asked, SeenSlot } from '../../../shared/meetings/owed.ts';
import { type SlotKey, withSigned } from '../../../shared/submissions/slot.ts';
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

/** Five units: two on time, of which one had nothing to report; one late; one missing; one with a returned file. */
export const asked: Asked = {
  form,
  period,
  slots: [
    signed('province:79@2025', '2026-09-25T16:59:59.999Z'),
    signed('province:80@2025', '2026-09-20T00:00:00.000Z', true),
    signed('province:86@2025', '2026-09-25T17:00:00.000Z'),
    { unit: unitOf('province:91@2025'), slot: undefined, submission: undefined },
    { unit: unitOf('province:96@2025'), slot: undefined, submission: inState('returned') },
  ],
};
