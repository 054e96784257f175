import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import type { Entry, Round } from '../../../shared/aggregation/round.ts';
import { aboutUnits } from '../../../shared/aggregation/round.ts';
import { type BriefingAsk, briefingOf } from '../../../shared/briefing/briefing-of.ts';
import { sealed, snapshotOf } from '../../../shared/briefing/snapshot.ts';
import type { BriefedMeeting, NamedSnapshot } from '../../../shared/briefing/told.ts';
import type { Language } from '../../../shared/briefing/voice.ts';
import { catalog, formIn } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Meeting } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { counts, groups } from '../../data/qd766/figures.ts';

/** A snapshot of the figures that were published on 2026-10-10, as the main job's provinces report them. */

const period = periodOf('2026-Q3') as Period;
const form = formIn(catalog, 'qd766', period.code) as Form;
/** The groups whose rule is not published are reported as points. */
const reportedGroups = { ONLINE: '766.ONLINE', TTTT: '766.TTTT' };

export const meeting: BriefedMeeting = {
  id: 'ubqg-11',
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Quarter III of 2026' },
  constructed: true,
};

export const cutOff = '2026-10-14T10:00:00.000Z';

/** The round of the published figures; `change` may take away or alter what a unit reported. */
export function publishedRound(change: (entry: Entry) => Entry = (entry) => entry): Round {
  const entries = aboutUnits(catalog, form, period).map((unit) => {
    const standing = { version: 1, state: 'on-time' as const };
    return change({ unit, standing, figures: figuresOf(unit.code), extendedTo: null });
  });
  return { form, period, catalog, entries };
}

function figuresOf(code: string): Figure[] {
  const ratios = counts
    .filter((row) => row.unit === code && row.a !== '' && row.b !== '')
    .map((row) =>
      figure(row.indicator as string, { numerator: row.a as string, denominator: row.b as string }),
    );
  const row = groups.find(({ unit }) => unit === code);
  const points = Object.entries(reportedGroups).map(([group, indicator]) =>
    figure(indicator, { value: row?.[group] as string }),
  );
  return [...ratios, ...points];
}

export function figure(indicator: string, parts: Partial<Figure>): Figure {
  const none = { value: null, numerator: null, denominator: null };
  return { indicator, ...none, status: 'reported', approximate: false, note: null, ...parts };
}

export function snapshotOfRounds(rounds: readonly Round[], of = meeting.id): NamedSnapshot {
  const contents = rounds.flatMap((round) => documentsOf(round, cutOff));
  const made = snapshotOf(
    { ...(catalog.meetings.get('ubqg-11') as Meeting), id: of },
    cutOff,
    { catalog: catalog.version, engine: '1' },
    { inputs: [], contents },
  );
  return { hash: sealed(made).hash, snapshot: made };
}

/** The briefing of the published figures. */
export function publishedBriefing(language: Language, more: Partial<BriefingAsk> = {}) {
  const snapshot = snapshotOfRounds([publishedRound()]);
  return briefingOf({ snapshot, previous: null, meeting, catalog, language, ...more });
}
