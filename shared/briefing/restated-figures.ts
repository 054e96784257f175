import type { IndicatorRollup } from '../aggregation/roll-up.ts';
import type { Named } from '../aggregation/round.ts';
import type { ScorecardRollup } from '../aggregation/score-round.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ReportChange } from './changed-reports.ts';
import { nationAlone } from './nation-alone.ts';
import type { FrozenDocument } from './snapshot.ts';

/** A figure as a document tells it: decimal strings. */
export type ToldFigure = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  reason: string | null;
};
/** Something before and after; null: there was, or is, none. */
export type Pair<T> = { old: T; new: T };

/** One unit's figure that is another than the meeting before saw. */
export type RestatedFigure = Named &
  Pair<ToldFigure | null> & {
    form: string;
    period: string;
    indicator: string;
    names: { vi: string; en: string };
    change: 'changed' | 'appeared' | 'disappeared';
    /** `report`: its unit, or who publishes for it, reported, revised or withdrew; else what the figure is read under. */
    because: 'report' | RoundChange['otherwise'];
    reports: ReportChange[];
    /**
     * The nation before, and what it would have come to with this change alone; `new` is null where that cannot be told
     * (`nationAlone`). What all changes together make of it stands in `NationChange`.
     */
    nation: Pair<ToldFigure | null>;
    /** By scorecard that counts the indicator: what its unit's points, total and rank became. */
    scores: (Pair<UnitScore | null> & { scorecard: string; points: Pair<string | null> })[];
  };
type UnitScore = { total: string | null; rank: number | null };

export type NationChange = Pair<ToldFigure | null> & {
  form: string;
  period: string;
  indicator: string;
  names: { vi: string; en: string };
};
export type ScoreChange = Named & Pair<UnitScore | null> & { scorecard: string; period: string };

/** A round's documents as they were frozen and as they are now, as reported, and what changed beneath them. */
export type RoundChange = {
  form: string;
  period: string;
  catalog: Catalog;
  old: readonly FrozenDocument[];
  new: readonly FrozenDocument[];
  reports: readonly ReportChange[];
  /** What else than a report can have changed a figure: the catalogue, the engine, or else the code. */
  otherwise: 'catalogue' | 'engine' | 'code';
};

/** The figures that changed, appeared or disappeared, by indicator as the form has them, then by unit's code. */
export function changedFigures(change: RoundChange): RestatedFigure[] {
  const all = rollups(change);
  const byIndicator = new Map(all.map((each) => [each.indicator, each]));
  return all.flatMap(({ indicator, old, new: now }) => {
    const [before, after] = [byUnit(old?.units), byUnit(now?.units)];
    const alone = nationAlone({ ...change, indicator, rollups: byIndicator });
    return unitsOf(before, after).flatMap((unit): RestatedFigure[] => {
      const told = { old: toldOf(before.get(unit.unit)), new: toldOf(after.get(unit.unit)) };
      const word = changeOf(told);
      if (!word) return [];
      const reports = reportsOn(change, unit.unit);
      return [
        {
          form: change.form,
          period: change.period,
          ...headOf(change, indicator),
          ...unit,
          change: word,
          ...told,
          because: reports.length > 0 ? 'report' : change.otherwise,
          reports,
          nation: { old: toldOf(old?.national), new: alone?.(unit.unit) ?? null },
          scores: scoresOn(change, unit.unit, indicator),
        },
      ];
    });
  });
}

/** The nation's figures that changed. */
export function changedNation(change: RoundChange): NationChange[] {
  return rollups(change).flatMap(({ indicator, old, new: now }) => {
    const told = { old: toldOf(old?.national), new: toldOf(now?.national) };
    const { form, period } = change;
    return changeOf(told) ? [{ form, period, ...headOf(change, indicator), ...told }] : [];
  });
}

/** The units whose total or rank changed, on each scorecard of the round. */
export function changedScores(change: RoundChange): ScoreChange[] {
  return scorecards(change).flatMap(({ code, old, new: now }) => {
    const [before, after] = [byUnit(old?.units), byUnit(now?.units)];
    return unitsOf(before, after).flatMap((unit): ScoreChange[] => {
      const score = { old: scoreOf(before.get(unit.unit)), new: scoreOf(after.get(unit.unit)) };
      // A unit that was not there and one that has neither points nor a rank are told alike: as none.
      const isSame = (['total', 'rank'] as const).every(
        (part) => (score.old?.[part] ?? null) === (score.new?.[part] ?? null),
      );
      if (isSame) return [];
      return [{ scorecard: code, period: change.period, ...unit, ...score }];
    });
  });
}

/** What became of a figure; undefined: nothing. A figure that is none, for whatever reason, is none. */
function changeOf({ old, new: now }: Pair<ToldFigure | null>): RestatedFigure['change'] | undefined {
  if (!isTold(old)) return isTold(now) ? 'appeared' : undefined;
  if (!isTold(now)) return 'disappeared';
  const isSame =
    old.value === now.value && old.numerator === now.numerator && old.denominator === now.denominator;
  return isSame ? undefined : 'changed';
}

function isTold(figure: ToldFigure | null): figure is ToldFigure {
  return figure !== null && (figure.value !== null || figure.numerator !== null);
}

function toldOf(figure: ToldFigure | undefined): ToldFigure | null {
  if (!figure) return null;
  const { value, numerator, denominator, reason } = figure;
  return { value, numerator, denominator, reason };
}

function headOf({ catalog }: RoundChange, indicator: string) {
  const names = catalog.indicators.get(indicator)?.names ?? { vi: indicator, en: indicator };
  return { indicator, names };
}

/** The unit's own report, where it changed; of a form that others publish for it, theirs. */
function reportsOn({ reports, form, period, catalog }: RoundChange, unit: string): ReportChange[] {
  const isAbout = catalog.everyForm.some((each) => each.code === form && each.about !== undefined);
  return reports.filter(
    (report) => report.form === form && report.period === period && (isAbout || report.unit === unit),
  );
}

function scoresOn(change: RoundChange, unit: string, indicator: string): RestatedFigure['scores'] {
  return scorecards(change).flatMap(({ code, old, new: now }) => {
    const [before, after] = [byUnit(old?.units).get(unit), byUnit(now?.units).get(unit)];
    const points = {
      old: before?.indicators[indicator]?.points ?? null,
      new: after?.indicators[indicator]?.points ?? null,
    };
    if (points.old === null && points.new === null) return [];
    return [{ scorecard: code, points, old: scoreOf(before), new: scoreOf(after) }];
  });
}

function scoreOf(unit: UnitScore | undefined): UnitScore | null {
  return unit ? { total: unit.total, rank: unit.rank } : null;
}

type Both<T> = { old: T | undefined; new: T | undefined };

/** The roll-ups of each indicator that has one, before or after: first those of the new round, in its order. */
function rollups(change: RoundChange): (Both<IndicatorRollup> & { indicator: string })[] {
  return both<IndicatorRollup>(change, 'indicator', (code) => code.startsWith(`${change.form}/`)).map(
    ({ code, ...each }) => ({ indicator: code.slice(change.form.length + 1), ...each }),
  );
}

function scorecards(change: RoundChange): (Both<ScorecardRollup> & { code: string })[] {
  const forms = new Set(
    change.catalog.everyScorecard.flatMap(({ code, form }) => (form === change.form ? [code] : [])),
  );
  return both<ScorecardRollup>(change, 'scorecard', (code) => forms.has(code));
}

function both<T>(
  change: RoundChange,
  kind: FrozenDocument['name']['kind'],
  isOurs: (code: string) => boolean,
): (Both<T> & { code: string })[] {
  const of = (documents: readonly FrozenDocument[]) =>
    new Map(
      documents
        .filter(({ name }) => name.kind === kind && isOurs(name.code))
        .map(({ name, document }) => [name.code, document as T]),
    );
  const [before, after] = [of(change.old), of(change.new)];
  const codes = [...new Set([...after.keys(), ...before.keys()])];
  return codes.map((code) => ({ code, old: before.get(code), new: after.get(code) }));
}

function byUnit<U extends Named>(units: readonly U[] = []): ReadonlyMap<string, U> {
  return new Map(units.map((unit) => [unit.unit, unit]));
}

function unitsOf(before: ReadonlyMap<string, Named>, after: ReadonlyMap<string, Named>): Named[] {
  const all = new Map([...before, ...after]);
  return [...all.values()]
    .map(({ unit, code, name }) => ({ unit, code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
