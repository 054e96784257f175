import type { Observation, ObservationSource } from '../../observations/observation.ts';
import type { Asked } from '../asked.ts';
import { refOf } from '../ledger.ts';
import { figureKey } from '../rules/rule.ts';
import type { ReadRow } from './take-figure.ts';

/**
 * The observations of rows, each with its lineage. A row whose figures cannot be read, or that repeats an
 * indicator (of the same area), gives none: findings say why.
 */
export function observe(
  rows: readonly ReadRow[],
  asked: Asked,
): { observations: Observation[]; sources: ObservationSource[]; unused: number } {
  const observations: Observation[] = [];
  const sources: ObservationSource[] = [];
  const seen = new Set<string>();
  let unused = 0;
  for (const row of rows) {
    const figures = reportedBy(row);
    const key = figureKey(row.indicator.id, row.area);
    if (figures === undefined || seen.has(key)) {
      unused += 1;
      continue;
    }
    seen.add(key);
    const area = row.area === undefined ? {} : { area: row.area };
    observations.push({
      unit: asked.unit.id,
      ...area,
      indicator: row.indicator.id,
      period: asked.period.code,
      ...figures,
      approximate: row.approximate,
      note: row.note,
    });
    sources.push({ indicator: row.indicator.id, ...area, cells: row.cells });
  }
  return { observations, sources, unused };
}

/** What a row reports; undefined when its figures cannot be read, which findings say. */
export function reportedBy(row: ReadRow): Figures | undefined {
  return row.indicator.kind === 'ratio' ? ratioOf(row) : singleOf(row);
}

type Figures = Pick<Observation, 'value' | 'numerator' | 'denominator' | 'status' | 'at'>;

function ratioOf({ numerator, denominator, missing }: ReadRow): Figures | undefined {
  if (!numerator?.readable || !denominator?.readable) return undefined;
  if ((numerator.number === null) !== (denominator.number === null)) return undefined;
  return {
    value: null,
    numerator: numerator.number,
    denominator: denominator.number,
    status:
      denominator.number === null ? missing : denominator.number === '0' ? 'no-denominator' : 'reported',
    at: refOf(numerator.place),
  };
}

function singleOf({ result, missing }: ReadRow): Figures | undefined {
  if (!result?.readable) return undefined;
  return {
    value: result.number,
    numerator: null,
    denominator: null,
    status: result.number === null ? missing : 'reported',
    at: refOf(result.place),
  };
}
