import { z } from 'zod';
import { canonicalDecimal } from '../../shared/normalisation/number/decimal.ts';
import { type FigureSource, packPages, pageNumber } from '../../shared/observations/page.ts';
import { asked, benchCatalog, communes } from '../bench-catalog.ts';
import { countPages, type Measured, processorTime } from '../measured.ts';

/** A row as its columns name it, as the peers' parsers give it. */
type RawRow = Record<string, string>;

/** An observation as the peers keep it: plain objects, one a row. */
type Kept = {
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  note: string | null;
};

const decimalText = z
  .string()
  .trim()
  .refine((text) => text === '' || canonicalDecimal(text) !== undefined, 'not a number')
  .transform((text) => (text === '' ? null : (canonicalDecimal(text) as string)));

/**
 * The same work as the engine's, as a team would write it with zod: each row against one schema, every column
 * checked against the catalogue, decimals kept as text, duplicates found, the figures packed into the same pages.
 */
export class RowChecks {
  readonly #catalog;
  readonly #schema;
  readonly #kept = new Map<string, Map<string, Kept>>();
  #rows = 0;
  #faults = 0;
  #firstFault = '';

  constructor(rows: number) {
    this.#catalog = benchCatalog(rows);
    const areas = new Map(
      communes().map(({ province, code, name }) => [`${province}/${name}`, `commune:${code}`]),
    );
    const provinces = new Set(communes().map(({ province }) => province));
    const { indicators } = this.#catalog;
    this.#schema = z
      .object({
        'Mã tỉnh': z
          .string()
          .trim()
          .refine((code) => provinces.has(code), 'unknown province'),
        'Tên xã': z
          .string()
          .trim()
          .transform((name) => name.normalize('NFC')),
        'Mã chỉ tiêu': z
          .string()
          .trim()
          .refine((code) => indicators.has(code), 'unknown indicator'),
        'Kỳ báo cáo': z
          .string()
          .trim()
          .transform((text) => text.normalize('NFC'))
          .pipe(z.literal('Quý III/2026')),
        'Tử số': decimalText,
        'Mẫu số': decimalText,
        'Giá trị': decimalText,
        'Ghi chú': z
          .string()
          .trim()
          .transform((text) => (text === '' ? null : text.normalize('NFC'))),
      })
      .transform((row, context) => {
        const area = areas.get(`${row['Mã tỉnh']}/${row['Tên xã']}`);
        if (area === undefined) context.addIssue({ code: 'custom', message: 'unknown commune' });
        const [numerator, denominator, value] = [row['Tử số'], row['Mẫu số'], row['Giá trị']];
        const kind = indicators.get(row['Mã chỉ tiêu'])?.kind;
        const fault = kind === 'ratio' ? ratioFault(numerator, denominator, value) : valueFault(kind, value);
        if (fault) context.addIssue({ code: 'custom', message: fault });
        const kept: Kept = {
          numerator,
          denominator,
          value: kind === 'ratio' ? null : value,
          note: row['Ghi chú'],
        };
        return { area: area ?? '', indicator: row['Mã chỉ tiêu'], kept };
      });
  }

  take(raw: RawRow): void {
    this.#rows += 1;
    const result = this.#schema.safeParse(raw);
    if (!result.success) {
      this.#fault(result.error.issues[0]?.message ?? '');
      return;
    }
    const { area, indicator, kept } = result.data;
    const ofArea = this.#kept.get(area) ?? new Map<string, Kept>();
    if (ofArea.size === 0) this.#kept.set(area, ofArea);
    if (ofArea.has(indicator)) this.#fault('twice');
    ofArea.set(indicator, kept);
  }

  end(start: number): Measured {
    const form = this.#catalog.forms.get(asked.form);
    if (!form) throw new Error('the benchmark has no form');
    const areas = [...this.#kept.keys()];
    const kept: Kept[] = [];
    const notes: string[] = [];
    const noteNumbers = new Map<string, number>();
    const noteNumber = (note: string | null) => {
      if (note === null) return -1;
      const number = noteNumbers.get(note) ?? notes.push(note) - 1;
      noteNumbers.set(note, number);
      return number;
    };
    const source: FigureSource = {
      numberOf: (area, indicator) => {
        const found = this.#kept.get(areas[area] ?? '')?.get(form.indicators[indicator]?.indicator ?? '');
        return found ? kept.push(found) - 1 : -1;
      },
      value: (figure) => kept[figure]?.value ?? null,
      numerator: (figure) => pageNumber(kept[figure]?.numerator ?? null),
      denominator: (figure) => pageNumber(kept[figure]?.denominator ?? null),
      status: () => 'reported',
      approximate: () => false,
      textLength: () => 0,
      note: (figure) => noteNumber(kept[figure]?.note ?? null),
      noteText: (note) => notes[note] ?? '',
    };
    const { packs, figures } = countPages(packPages(areas, form, source));
    const said = this.#faults > 0 ? `${this.#faults} faults: ${this.#firstFault}` : 'passed';
    return {
      milliseconds: processorTime() - start,
      rows: this.#rows - this.#faults,
      packs,
      figures,
      said,
    };
  }

  #fault(message: string): void {
    this.#faults += 1;
    this.#firstFault ||= message;
  }
}

function ratioFault(a: string | null, b: string | null, value: string | null): string | undefined {
  if (a === null || b === null) return a === b ? undefined : 'half a ratio';
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y) || x < 0) return 'not a count';
  if (x > y) return 'a > b';
  if (value === null || y === 0) return undefined;
  return Math.abs(Number(value) - (100 * x) / y) < 0.01 ? undefined : 'not a of b';
}

function valueFault(kind: string | undefined, value: string | null): string | undefined {
  if (value === null) return undefined;
  const number = Number(value);
  if (number < 0 || (kind === 'rate' && number > 100)) return 'out of bounds';
  return kind === 'count' && !Number.isSafeInteger(number) ? 'not a count' : undefined;
}
