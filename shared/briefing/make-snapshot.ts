import { documentsOf } from '../aggregation/aggregate-period.ts';
import { type Gathered, gatherRound } from '../aggregation/gather-round.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { periodsBefore } from '../catalog/period.ts';
import { codeVersion } from '../code-version.ts';
import type { Ask } from '../meetings/meeting.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { reportRounds } from '../tasks/reconcile.ts';
import type { TasksDocument } from '../tasks/task.ts';
import { pageDigests } from './page-digests.ts';
import { hasTargets, progressDocument } from './progress-document.ts';
import { restatementOf } from './restatement.ts';
import {
  canonical,
  type FrozenDocument,
  type Input,
  type Manifest,
  type MeetingFacts,
  type Snapshot,
  snapshotOf,
} from './snapshot.ts';

export type MakeParts = {
  /** The catalogue that was published at the cut-off. */
  catalog: Catalog;
  /** The digest of its document. */
  catalogSha256: string;
  submissions: Pick<SubmissionStore, 'slots' | 'pagesOf' | 'pagesToSum'>;
  /** What makes it: they stand in the manifest. */
  versions: { engine: string; code: string };
  /** The snapshot of the meeting before, with its name. */
  previous: { hash: string; snapshot: Snapshot } | null;
  /** The meeting's tasks as they stood at the cut-off, and who reports on them; absent: nobody asks. */
  tasks?(meeting: MeetingFacts, cutOff: string, catalog: Catalog): Promise<TasksDocument>;
};

/** Of what runs here. */
export const versionsHere: MakeParts['versions'] = { engine: engineVersion, code: codeVersion };

/** How many periods back an earlier figure is looked for, as where progress is read (`/v1/progress`). */
const periodsBack = 4;

/**
 * Everything that a meeting decides on, made from what stood at its cut-off and from nothing else: whoever makes it
 * from the same reports, whenever and wherever, makes the same, byte for byte.
 * @throws Refusal when a form that is asked for, or its period, is not known to the catalogue
 */
export async function makeSnapshot(
  meeting: MeetingFacts,
  cutOff: string,
  parts: MakeParts,
): Promise<Snapshot> {
  const { catalog, previous } = parts;
  const rounds = new Rounds(cutOff, parts);
  const contents: FrozenDocument[] = [];
  for (const asked of distinct(meeting.asks)) {
    const { round } = await rounds.of(asked);
    const before = hasTargets(round) ? await rounds.before(asked) : [];
    const earlier = before.map((gathered) => gathered.round);
    contents.push(...onBothMaps((basis) => documentsOf(round, cutOff, basis)));
    contents.push(
      ...onBothMaps((basis) => {
        const document = progressDocument(round, earlier, cutOff, basis);
        return document ? [{ name: { kind: 'progress', ...codeOf(asked) }, document }] : [];
      }),
    );
  }
  const ofMeeting = { code: meeting.id, period: null };
  if (previous) {
    const document = await restatementOf(
      { meeting: meeting.id, cutOff, previous },
      { ...parts, round: (asked) => rounds.of(asked) },
    );
    contents.push({ name: { kind: 'restatement', ...ofMeeting }, document });
  }
  const tasks = await parts.tasks?.(meeting, cutOff, catalog);
  if (tasks) {
    contents.push({ name: { kind: 'tasks', ...ofMeeting }, document: tasks });
    // Who has nothing else to send tells of tasks on a form of its own: it is an input as the others are.
    for (const asked of reportRounds(meeting.asks, catalog)) await rounds.of(asked);
  }
  const facts: Omit<Manifest, 'documents'> = {
    meeting,
    cutOff,
    catalog: { version: catalog.version, sha256: parts.catalogSha256 },
    ...parts.versions,
    previous: previous?.hash ?? null,
    rounds: rounds.gathered(),
    inputs: await rounds.inputs(),
  };
  return snapshotOf(facts, contents);
}

/** The rounds that a snapshot is made from, each gathered once. */
class Rounds {
  readonly #cutOff: string;
  readonly #parts: MakeParts;
  readonly #gathered = new Map<string, Gathered>();

  constructor(cutOff: string, parts: MakeParts) {
    this.#cutOff = cutOff;
    this.#parts = parts;
  }

  async of(asked: Ask): Promise<Gathered> {
    const name = nameOf(asked);
    const known = this.#gathered.get(name);
    if (known) return known;
    const { form, period } = formAndPeriod(this.#parts.catalog, asked.form, asked.period);
    const gathered = await gatherRound({ form, period, cutOff: this.#cutOff }, this.#parts);
    this.#gathered.set(name, gathered);
    return gathered;
  }

  /** The earlier rounds of the form, the nearest first. */
  async before({ form, period }: Ask): Promise<Gathered[]> {
    const asked = periodsBefore(period, periodsBack).filter((code) =>
      formIn(this.#parts.catalog, form, code),
    );
    const found: Gathered[] = [];
    for (const code of asked) found.push(await this.of({ form, period: code }));
    return found;
  }

  gathered(): Ask[] {
    return [...this.#gathered.values()].map(({ round: { form, period } }) => {
      return { form: form.code, period: period.code };
    });
  }

  /** What stood in every round, with the digests of its pages: one submission after another. */
  async inputs(): Promise<Input[]> {
    const inputs: Input[] = [];
    for (const { round, inputs: reports } of this.#gathered.values()) {
      for (const { unit, standing } of reports) {
        const { version, sha256, nil } = standing;
        const pages = await pageDigests(standing, this.#parts.submissions);
        const slot = { unit: unit.id, form: round.form.code, period: round.period.code };
        inputs.push({ ...slot, version, sha256, ...(nil && { nil: true }), pages });
      }
    }
    return inputs;
  }
}

/** Documents as reported, and those of today's map that say something else. */
function onBothMaps(make: (basis: 'as-reported' | 'current') => FrozenDocument[]): FrozenDocument[] {
  const reported = make('as-reported');
  const said = reported.map(withoutBasis);
  const today = make('current').filter((entry, at) => withoutBasis(entry) !== said[at]);
  return [
    ...reported,
    ...today.map(({ name, document }) => ({ name: { ...name, basis: 'current' as const }, document })),
  ];
}

function withoutBasis({ document }: FrozenDocument): string {
  return canonical({ ...document, basis: null });
}

function codeOf({ form, period }: Ask): { code: string; period: string } {
  return { code: form, period };
}

function nameOf({ form, period }: Ask): string {
  return `${form} ${period}`;
}

function distinct(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((asked) => [nameOf(asked), asked])).values()];
}
