import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf } from '../shared/aggregation/aggregate-period.ts';
import type { Entry, Round } from '../shared/aggregation/round.ts';
import type { ReportChange } from '../shared/briefing/changed-reports.ts';
import { progressDocument } from '../shared/briefing/progress-document.ts';
import {
  changedFigures,
  changedNation,
  changedScores,
  type RoundChange,
} from '../shared/briefing/restated-figures.ts';
import type { Restatement } from '../shared/briefing/restatement.ts';
import { type FrozenDocument, type Manifest, sealed, snapshotOf } from '../shared/briefing/snapshot.ts';
import type { NamedSnapshot } from '../shared/briefing/told.ts';
import type { Catalog } from '../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../shared/catalog/period.ts';
import type { Form, Indicator } from '../shared/catalog/schema.ts';
import { nameOn, unitsOn } from '../shared/catalog/unit.ts';
import type { Figure } from '../shared/observations/page.ts';
import type { ReportedTask, TasksDocument } from '../shared/tasks/task.ts';
import { quarter, quarterCatalog } from './quarter.ts';
import { generator } from './random.ts';

/** What a briefing is made from: the snapshot of a meeting and of the one before, on 34 provinces. */
export type BriefingInput = { snapshot: NamedSnapshot; previous: NamedSnapshot };

const cutOff = '2026-10-14T10:00:00.000Z';
const earlierPeriod = '2026-Q2';
const pillars = ['government', 'economy', 'society', 'foundation'] as const;

/** The catalogue of a form of so many indicators, each with a pillar and a target of 2026. */
export function briefingCatalog(count: number): Catalog {
  const catalog = quarterCatalog(count);
  const forms = catalog.everyForm.map((form) =>
    form.code === quarter.form ? { ...form, from: earlierPeriod } : form,
  );
  const indicators = [...catalog.indicators.values()].map((indicator, at): [string, Indicator] => [
    indicator.id,
    {
      ...indicator,
      pillar: pillars[at % 4] as (typeof pillars)[number],
      targets: [{ year: 2026, aim: { is: '>=', value: '90' }, text: '≥ 90, năm 2026', source: 'bench' }],
    },
  ]);
  return {
    ...catalog,
    everyForm: forms,
    forms: new Map(forms.map((form) => [form.code, form])),
    indicators: new Map(indicators),
  };
}

/** The two snapshots as JSON: half of the provinces revised what they had reported, and 27 tasks are followed. */
export function briefingFile(folder: string, indicators: number): string {
  const path = join(folder, `briefing-${indicators}.json`);
  const catalog = briefingCatalog(indicators);
  const [old, restated] = [roundOf(catalog, earlierPeriod, 0), roundOf(catalog, earlierPeriod, 1)];
  const previous = named(catalog, [old], { number: 10, previous: null }, []);
  const now = roundOf(catalog, quarter.period, 2);
  const extra: FrozenDocument[] = [
    { name: { kind: 'tasks', code: 'ubqg-11', period: null }, document: tasks(catalog) },
    {
      name: { kind: 'restatement', code: 'ubqg-11', period: null },
      document: restatement(catalog, previous, [old, restated]),
    },
  ];
  const snapshot = named(catalog, [now], { number: 11, previous: previous.hash }, extra, [old]);
  const input: BriefingInput = { snapshot, previous };
  writeFileSync(path, JSON.stringify(input));
  return path;
}

function roundOf(catalog: Catalog, code: string, seed: number): Round {
  const [form, period] = [catalog.forms.get(quarter.form) as Form, periodOf(code) as Period];
  const entries = unitsOn(catalog, 'province', '2026-09-14').map((unit, at): Entry => {
    // Half of the provinces tell the same again.
    const random = generator(1_000 * at + (seed === 1 && at % 2 === 0 ? 0 : seed));
    const figures = form.indicators.map(({ indicator }) => figureOf(indicator, catalog, random));
    const standing = {
      version: 1 + (at % 3 === 0 ? 1 : 0),
      state: at % 7 === 0 ? 'late' : 'on-time',
    } as const;
    return { unit, standing: at % 11 === 10 ? null : standing, figures: at % 11 === 10 ? [] : figures };
  });
  return { form, period, catalog, entries };
}

function figureOf(id: string, catalog: Catalog, random: (below: number) => number): Figure {
  const kind = catalog.indicators.get(id)?.kind;
  const whole = random(90_000) + 10;
  const parts = {
    numerator: String(Math.floor((whole * (random(40) + 60)) / 100)),
    denominator: String(whole),
  };
  const value = kind === 'amount' ? `${whole}.5` : String(whole);
  const told = kind === 'ratio' ? { ...parts, value: null } : { numerator: null, denominator: null, value };
  return { indicator: id, ...told, status: 'reported', approximate: false, note: null };
}

function named(
  catalog: Catalog,
  rounds: readonly Round[],
  of: { number: number; previous: string | null },
  extra: readonly FrozenDocument[],
  before: readonly Round[] = [],
): NamedSnapshot {
  const asks = rounds.map(({ form, period }) => ({ form: form.code, period: period.code }));
  const contents = rounds.flatMap((round): FrozenDocument[] => {
    const progress = progressDocument(round, before, cutOff, 'as-reported');
    const name = { kind: 'progress' as const, code: round.form.code, period: round.period.code };
    return [
      ...documentsOf(round, cutOff, 'as-reported'),
      ...(progress ? [{ name, document: progress }] : []),
    ];
  });
  const facts: Omit<Manifest, 'documents'> = {
    meeting: {
      id: `ubqg-${of.number}`,
      body: 'UBQG',
      number: of.number,
      date: '2026-10-15',
      theme: { vi: 'Đo tốc độ', en: 'Measuring speed' },
      asks,
      constructed: true,
    },
    cutOff,
    catalog: { version: catalog.version, sha256: '0'.repeat(64) },
    engine: 'bench',
    code: 'bench',
    previous: of.previous,
    rounds: asks,
    inputs: [],
  };
  const snapshot = snapshotOf(facts, [...contents, ...extra]);
  return { hash: sealed(snapshot).hash, snapshot };
}

function tasks(catalog: Catalog): TasksDocument {
  const [unit] = unitsOn(catalog, 'province', '2026-09-14');
  const all = Array.from({ length: 27 }, (_, at): ReportedTask => {
    const isDone = at < 15;
    return {
      id: `ubqg-10/${at + 1}`,
      meeting: 'ubqg-10',
      number: at + 1,
      text: `Nhiệm vụ dựng để đo tốc độ, số ${at + 1}: hoàn thiện, trình ban hành và tổ chức thực hiện.`,
      lead: unit?.id ?? '',
      leadName: unit ? nameOn(unit, '2026-09-14').full : '',
      with: [],
      withNames: [],
      deliverable: 'Báo cáo',
      measure: 'Đã ban hành',
      deadline: '2026-09-30',
      constructed: true,
      carried: at % 3 === 0,
      passedFrom: null,
      leadDivided: false,
      state: isDone ? 'done' : 'continuing',
      reported: true,
      doneOn: isDone ? '2026-09-01' : null,
      result: isDone ? 'Đã ban hành' : null,
      cause: isDone ? null : 'Chờ hướng dẫn về định mức kinh phí của cơ quan có thẩm quyền.',
      told: null,
    };
  });
  const counts = { carried: 9, assigned: 18, done: 15, continuing: 12, notReported: 0 };
  return { schema: 'tasks/1', meeting: 'ubqg-11', previous: 'ubqg-10', ...counts, tasks: all };
}

function restatement(
  catalog: Catalog,
  previous: NamedSnapshot,
  [old, now]: readonly [Round, Round],
): Restatement {
  const { manifest } = previous.snapshot;
  const reports = now.entries.flatMap(({ unit, standing }, at): ReportChange[] => {
    if (at % 2 === 0 || !standing) return [];
    const { full: name } = nameOn(unit, '2026-06-14');
    return [
      {
        unit: unit.id,
        code: unit.code,
        name,
        form: quarter.form,
        period: earlierPeriod,
        change: 'revised',
        versions: { old: 1, new: 2 },
        why: ['Rà soát lại số liệu theo hướng dẫn.'],
        successor: null,
      },
    ];
  });
  const change: RoundChange = {
    form: quarter.form,
    period: earlierPeriod,
    catalog,
    old: documentsOf(old, cutOff, 'as-reported'),
    new: documentsOf(now, cutOff, 'as-reported'),
    reports,
    otherwise: 'code',
  };
  return {
    schema: 'restatement/1',
    meeting: 'ubqg-11',
    since: {
      meeting: manifest.meeting.id,
      snapshot: previous.hash,
      cutOff,
      catalog: catalog.version,
      engine: 'bench',
      code: 'bench',
    },
    catalog: catalog.version,
    engine: 'bench',
    code: 'bench',
    rounds: manifest.meeting.asks,
    notEvaluated: [],
    reports,
    figures: changedFigures(change),
    nation: changedNation(change),
    scores: changedScores(change),
  };
}
