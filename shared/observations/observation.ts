/**
 * An observation: one indicator's figure for one unit and period, as a province sent it.
 * Numbers are decimal strings without grouping (`405424`, `88.47`), never binary floats.
 */

/**
 * Why a figure is there or not. `reported`: a number was written · `no-denominator`: 0 of 0, so there is
 * no ratio · `missing`: nothing was written, or a mark that says no more (`null`, `-`) · `not-yet`: it is still to
 * come (*chưa có*) · `not-collected`: the thing exists, nobody counts it (*chưa thống kê*, `…`) ·
 * `not-applicable`: the unit does not have the thing (*không áp dụng*).
 */
export const observationStatuses = [
  'reported',
  'no-denominator',
  'missing',
  'not-yet',
  'not-collected',
  'not-applicable',
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** Where a figure stands in the file: the sheet's name (null in a text file) and the cell, as `D7`. */
export type CellRef = { sheet: string | null; cell: string };

export type Observation = {
  /** Unit id, as `province:82@2025`. */
  unit: string;
  /** The unit inside the reporting one that the figure is about (`commune:26734`); absent: the whole of it. */
  area?: string;
  indicator: string;
  period: string;
  /**
   * What was reported where the indicator has no numerator and denominator; else null. Of a number, a decimal
   * string; of a date `2026-09-24`; of a yes or no `true` or `false`; of a target `>=80` or `20..50`; of a text
   * the text.
   */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  status: ObservationStatus;
  /** True when the file says *gần*, *hơn*, *khoảng*. */
  approximate: boolean;
  note: string | null;
  at: CellRef;
};

/** How one figure was written: the raw text and number format of the cells that it was read from. */
export type CellSource = {
  role: 'numerator' | 'denominator' | 'value';
  at: CellRef;
  /** The text in the file, before any repair. */
  raw: string;
  /** The cell's number format code; null in a text file. */
  format: string | null;
};

/** The lineage of one observation inside its file. */
export type ObservationSource = { indicator: string; area?: string; cells: CellSource[] };

/**
 * The lineage of a long table: its columns are known, so an observation's row is enough. `raw` has, by cell, the
 * texts that differ from what was read; of a million rows the first, the rest stand in the file, which is kept.
 */
export type LongSources = {
  schema: 'sources/2';
  sheet: string | null;
  /** Column letters; null: the table has no such column. */
  columns: Record<CellSource['role'], string | null>;
  /** By id; null: the unit as a whole. */
  areas: (string | null)[];
  /** Of each indicator, the row of each area's figure, or 0. */
  rows: { indicator: string; rows: number[] }[];
  raw: Record<string, { raw: string; format: string | null }>;
};

/** The lineage of a file's observations, as its layout has it. */
export type Sources = ObservationSource[] | LongSources;

/** The cells from which a figure was read; none where it was not in the file. */
export function cellsOf(
  sources: Sources,
  { indicator, area: about, ...figure }: Pick<Observation, 'indicator' | 'area' | CellSource['role']>,
): CellSource[] {
  const area = about ?? null;
  if (Array.isArray(sources)) {
    return (
      sources.find((source) => source.indicator === indicator && (source.area ?? null) === area)?.cells ?? []
    );
  }
  const ofIndicator = sources.rows.find((each) => each.indicator === indicator);
  const row = ofIndicator?.rows[sources.areas.indexOf(area)] ?? 0;
  if (row === 0) return [];
  return (['numerator', 'denominator', 'value'] as const).flatMap((role) => {
    const letters = sources.columns[role];
    if (letters === null || figure[role] === null) return [];
    const cell = `${letters}${row}`;
    const kept = Object.hasOwn(sources.raw, cell) ? sources.raw[cell] : undefined;
    return [
      {
        role,
        at: { sheet: sources.sheet, cell },
        raw: kept?.raw ?? figure[role],
        format: kept?.format ?? null,
      },
    ];
  });
}
