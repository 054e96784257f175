import { documentsOf } from '../aggregation/aggregate-period.ts';
import type { Gathered } from '../aggregation/gather-round.ts';
import type { Round } from '../aggregation/round.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import type { Ask } from '../meetings/meeting.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { changedReports, type ReportChange } from './changed-reports.ts';
import {
  changedFigures,
  changedNation,
  changedScores,
  type NationChange,
  type RestatedFigure,
  type RoundChange,
  type ScoreChange,
} from './restated-figures.ts';
import type { FrozenDocument, Snapshot } from './snapshot.ts';

/**
 * What changed in the rounds of the meeting before since that meeting saw them: each is evaluated again as it stood at
 * the new cut-off. The frozen figures stay as they are; who changed what, why, and what that does to the nation is told
 * here. It names units, never a person.
 */
export type Restatement = {
  schema: 'restatement/1';
  meeting: string;
  since: {
    meeting: string;
    snapshot: string;
    cutOff: string;
    catalog: string;
    engine: string;
    code: string;
  };
  catalog: string;
  engine: string;
  code: string;
  rounds: Ask[];
  /** Rounds for which the catalogue has no form any more. */
  notEvaluated: Ask[];
  /** Every report that was signed, replaced or withdrawn since. */
  reports: ReportChange[];
  figures: RestatedFigure[];
  nation: NationChange[];
  /** Every unit whose total or rank is another, also where only others' figures changed. */
  scores: ScoreChange[];
};

export type RestatementParts = {
  catalog: Catalog;
  versions: { engine: string; code: string };
  submissions: Pick<SubmissionStore, 'slots'>;
  /** A round as it stood at the new cut-off. */
  round(asked: Ask): Promise<Gathered>;
};

/** What changed since the previous snapshot. */
export async function restatementOf(
  ask: { meeting: string; cutOff: string; previous: { hash: string; snapshot: Snapshot } },
  parts: RestatementParts,
): Promise<Restatement> {
  const { meeting, cutOff, previous } = ask;
  const { manifest, contents } = previous.snapshot;
  const { catalog } = parts;
  const known = manifest.meeting.asks.filter(({ form, period }) => formIn(catalog, form, period));
  const restatement: Restatement = {
    schema: 'restatement/1',
    meeting,
    since: {
      meeting: manifest.meeting.id,
      snapshot: previous.hash,
      cutOff: manifest.cutOff,
      catalog: manifest.catalog.version,
      engine: manifest.engine,
      code: manifest.code,
    },
    catalog: catalog.version,
    ...parts.versions,
    rounds: known,
    notEvaluated: manifest.meeting.asks.filter((asked) => !known.includes(asked)),
    reports: [],
    figures: [],
    nation: [],
    scores: [],
  };
  for (const asked of known) {
    const gathered = await parts.round(asked);
    const reports = await changedReports({ asked, cutOff, manifest, gathered }, parts);
    const change = roundChange(gathered.round, cutOff, contents, {
      reports,
      otherwise: otherwiseOf(restatement),
    });
    restatement.reports.push(...reports);
    restatement.figures.push(...changedFigures(change));
    restatement.nation.push(...changedNation(change));
    restatement.scores.push(...changedScores(change));
  }
  return restatement;
}

/** What else than a report can have changed a figure. */
function otherwiseOf({ since, catalog, engine }: Restatement): RoundChange['otherwise'] {
  if (since.catalog !== catalog) return 'catalogue';
  return since.engine !== engine ? 'engine' : 'code';
}

/** A round's documents, as they were frozen and as they are now. */
function roundChange(
  round: Round,
  cutOff: string,
  contents: readonly FrozenDocument[],
  causes: Pick<RoundChange, 'reports' | 'otherwise'>,
): RoundChange {
  const { form, period } = round;
  const isOf = ({ name }: FrozenDocument) => name.period === period.code && name.basis === undefined;
  return {
    form: form.code,
    period: period.code,
    catalog: round.catalog,
    old: contents.filter(isOf),
    new: documentsOf(round, cutOff),
    ...causes,
  };
}
