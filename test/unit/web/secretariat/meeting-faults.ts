import { catalog } from '../../../../shared/catalog/catalog.ts';
import { requireValid } from '../../../../shared/meetings/check-meeting.ts';
import type { Meeting, Moments } from '../../../../shared/meetings/meeting.ts';
import { Refusal } from '../../../../shared/refusal.ts';

/** What the service finds wrong with a meeting that has these moments. */
export function meetingFaultsOf(moments: Moments | null, now: number): string[] {
  if (moments === null) return ['none'];
  const meeting: Meeting = {
    schema: 'meeting/1',
    id: 'ubqg-11',
    revision: 2,
    body: 'UBQG',
    number: 11,
    date: '2026-10-15',
    theme: { vi: 'Thử', en: 'Trial' },
    asks: [{ form: 'qd766', period: '2026-Q3' }],
    previous: null,
    moments,
    state: 'planned',
    constructed: true,
  };
  try {
    requireValid(meeting, { catalog, others: [], at: new Date(now).toISOString() });
    return [];
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return fault.fields.map(({ field, fault: which }) => `${field} ${which}`);
  }
}
