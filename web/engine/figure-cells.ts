import type { Checked } from '../../shared/normalisation/report.ts';
import { positionOf } from '../../shared/normalisation/table.ts';
import type { CellSource, LongSources, Observation } from '../../shared/observations/observation.ts';
import type { FigurePart } from './check-messages.ts';

/** A figure's cell and what stands in it. */
type WrittenCell = { cell: string; raw: string };
export type CellsOf = (number: number, figure: Observation) => Partial<Record<FigurePart, WrittenCell>>;

/** Finds the cells from which a figure was read: in a long table by its row, else by the lineage of each figure. */
export function figureCells({ sources, longSources }: Pick<Checked, 'sources' | 'longSources'>): CellsOf {
  const long = longSources?.();
  if (long) return (_, figure) => cellsInRow(long, figure);
  const byFigure = new Map(sources.map((source) => [keyOf(source), source.cells]));
  return (number, figure) => {
    const beside = sources[number];
    const cells = beside && keyOf(beside) === keyOf(figure) ? beside.cells : byFigure.get(keyOf(figure));
    return Object.fromEntries(
      (cells ?? []).map(({ role, at, raw }: CellSource) => [role, { cell: at.cell, raw }]),
    );
  };
}

function cellsInRow({ columns, raw }: LongSources, figure: Observation): ReturnType<CellsOf> {
  const row = positionOf(figure.at.cell)?.row;
  const isRatio = figure.numerator !== null || figure.denominator !== null;
  const roles = isRatio ? (['numerator', 'denominator'] as const) : (['value'] as const);
  const found: ReturnType<CellsOf> = {};
  for (const role of roles) {
    if (columns[role] === null) continue;
    const cell = `${columns[role]}${row}`;
    const kept = Object.hasOwn(raw, cell) ? raw[cell]?.raw : undefined;
    found[role] = { cell, raw: kept ?? figure[role] ?? '' };
  }
  return found;
}

function keyOf({ indicator, area }: { indicator: string; area?: string }): string {
  return `${area ?? ''} ${indicator}`;
}
