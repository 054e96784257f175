import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import type { Entry, Round } from '../../../shared/aggregation/round.ts';
import { aboutUnits } from '../../../shared/aggregation/round.ts';
import { type BriefingAsk, briefingOf } from '../../../shared/briefing/briefing-of.ts';
import type { Briefing } from '../../../shared/briefing/content.ts';
import { progressDocument } from '../../../shared/briefing/progress-document.ts';
import {
  type FrozenDocument,
  type MeetingFacts,
  sealed,
  snapshotOf,
} from '../../../shared/briefing/snapshot.ts';
import type { NamedSnapshot } from '../../../shared/briefing/told.ts';
import type { Language } from '../../../shared/briefing/voice.ts';
import { catalog, formIn } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';
import { counts, groups } from '../../data/qd766/figures.ts';

/** A snapshot of the figures that were published on 2026-10-10, as the main job's provinces report them. */

const period = periodOf('2026-Q3') as Period;
const form = formIn(catalog, 'qd766', period.code) as Form;
/** The groups whose rule is not published are reported as points. */
const reportedGroups = { ONLINE: '766.ONLINE', TTTT: '766.TTTT' };

export const meeting: MeetingFacts = {
  id: 'ubqg-11',
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Quarter III of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
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

export type More = {
  of?: Partial<MeetingFacts>;
  previous?: NamedSnapshot | null;
  documents?: readonly FrozenDocument[];
};

/** A snapshot of rounds with the documents that a freeze makes of them. */
export function snapshotOfRounds(rounds: readonly Round[], more: More = {}): NamedSnapshot {
  const asks = rounds.map((round) => ({ form: round.form.code, period: round.period.code }));
  const contents = rounds.flatMap((round) => {
    const progress = progressDocument(round, [], cutOff, 'as-reported');
    const name = { kind: 'progress' as const, code: round.form.code, period: round.period.code };
    return [...documentsOf(round, cutOff), ...(progress ? [{ name, document: progress }] : [])];
  });
  const snapshot = snapshotOf(
    {
      meeting: { ...meeting, asks, ...more.of },
      cutOff,
      catalog: { version: catalog.version, sha256: 'c'.repeat(64) },
      engine: '1',
      code: '0',
      previous: more.previous?.hash ?? null,
      rounds: asks,
      inputs: [],
    },
    [...contents, ...(more.documents ?? [])],
  );
  return { hash: sealed(snapshot).hash, snapshot };
}

/** The briefing of the published figures. */
export function publishedBriefing(language: Language, more: Partial<BriefingAsk> = {}): Briefing {
  const snapshot = snapshotOfRounds([publishedRound()], { previous: more.previous ?? null });
  return briefingOf({ snapshot, previous: null, catalog, language, ...more });
}
