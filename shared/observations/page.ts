import type { Form } from '../catalog/schema.ts';
import type { Observation, ObservationStatus } from './observation.ts';

/**
 * A page: a submission's figures for one group of indicators, in columns, so that a province's quarter
 * costs a handful of writes instead of one for each figure. The figures of the unit as a whole stand in one page
 * a group, named as the group; those of the areas inside it in as many more as an item's size asks for.
 */
export type Page = {
  schema: 'page/2';
  /** Its name among the submission's pages: `CKMB`; with areas `CKMB~1`, `CKMB~2`. */
  name: string;
  group: string;
  /** The areas (`commune:26734`) that its columns are about; null: the unit as a whole. */
  area: (string | null)[];
  /** The notes of its figures, each once. */
  notes: string[];
  columns: PageColumns[];
};

/** One indicator's figures; figure `i` is that of the page's area `i`, or of area `areas[i]` where not all have one. */
export type PageColumns = {
  indicator: string;
  areas: number[] | null;
  /** Null: no figure of the column has one. */
  value: PageNumber[] | null;
  numerator: PageNumber[] | null;
  denominator: PageNumber[] | null;
  /** One word: all have it. */
  status: ObservationStatus | ObservationStatus[];
  /** Figures that were written as approximations. */
  approximate: number[];
  /** Of each figure, its note's place in the page's `notes`, or -1; null: no figure has one. */
  note: number[] | null;
};

/**
 * The columns of an indicator, added up while they were read: so many rows, of which so many have a figure, at least
 * one. Of a ratio the sums of both parts; of what is added as such, by the number of decimals, the sum of those values
 * in units of their last place.
 */
export type SummedColumns = { indicator: string; rows: number; counted: number } & (
  | { way: 'ratio'; numerator: number; denominator: number }
  | { way: 'sum'; byDecimals: readonly number[] }
);
/** The indicators whose columns may be added up while they are read, and how. */
export type Summable = ReadonlyMap<string, SummedColumns['way']>;

/** A page of areas that is only to be added up. */
export type SummedPage = Omit<Page, 'columns'> & { columns: (PageColumns | SummedColumns)[] };

/** The page as it was before areas: row `i` of every column is one observation of the unit as a whole. */
export type Page1 = {
  schema: 'page/1';
  group: string;
  indicator: string[];
  value: (string | null)[];
  numerator: (string | null)[];
  denominator: (string | null)[];
  status: ObservationStatus[];
  approximate: number[];
  notes: Record<string, string>;
};

/** What a page says of one indicator. The unit and the period are the submission's; no area: the unit as a whole. */
export type Figure = Pick<
  Observation,
  'indicator' | 'value' | 'numerator' | 'denominator' | 'status' | 'approximate' | 'note'
> & { area?: string };

/** A number as pages hold it: a whole one of at most 15 digits as such, any other as its text. */
export type PageNumber = number | string | null;

/** The figures that are packed, by their numbers: how they are held is their owner's affair. */
export type FigureSource = {
  /** The number of an area's figure of an indicator, by their places in the list and in the form; -1: none. */
  numberOf(area: number, indicator: number): number;
  /** The columns of some figures of one indicator. */
  columns(indicator: number, figures: readonly number[]): FigureColumns;
  /** How long the figure's value is where it is a text; 0 for numbers. */
  textLength(figure: number): number;
  /** The number of the figure's note, -1: none; equal notes have one number. */
  note(figure: number): number;
  noteText(note: number): string;
};

export type FigureColumns = Pick<
  PageColumns,
  'value' | 'numerator' | 'denominator' | 'status' | 'approximate'
>;

/** The columns of figures that are held as objects. */
export function columnsOf(figures: readonly Omit<Figure, 'indicator' | 'note'>[]): FigureColumns {
  const column = (of: 'value' | 'numerator' | 'denominator') =>
    figures.some((figure) => figure[of] !== null) ? figures.map((figure) => figure[of]) : null;
  return {
    value: column('value'),
    numerator: column('numerator')?.map(pageNumber) ?? null,
    denominator: column('denominator')?.map(pageNumber) ?? null,
    status: oneOrAll(figures.map(({ status }) => status)),
    approximate: figures.flatMap(({ approximate }, at) => (approximate ? [at] : [])),
  };
}

/** One word where all have it. */
export function oneOrAll(statuses: ObservationStatus[]): ObservationStatus | ObservationStatus[] {
  const [first] = statuses;
  return first !== undefined && statuses.every((status) => status === first) ? first : statuses;
}

/** Packs observations, each of an area and indicator once, as `packPages` does. */
export function pagesOf(observations: readonly Observation[], form: Form): Page[] {
  const areas: (string | null)[] = [null];
  const places = new Map<string | null, number>([[null, 0]]);
  const indicators = new Map(form.indicators.map(({ indicator }, place) => [indicator, place]));
  const width = form.indicators.length;
  const numbers = new Map<number, number>();
  for (const [number, { area = null, indicator }] of observations.entries()) {
    const place = places.get(area) ?? areas.push(area) - 1;
    places.set(area, place);
    const column = indicators.get(indicator);
    if (column !== undefined) numbers.set(place * width + column, number);
  }
  const at = (number: number) => observations[number] as Observation;
  const notes = [...new Set(observations.flatMap(({ note }) => note ?? []))];
  const numbersOf = new Map(notes.map((note, number) => [note, number]));
  const noteNumbers = observations.map(({ note }) => (note ? (numbersOf.get(note) ?? -1) : -1));
  const source: FigureSource = {
    numberOf: (area, indicator) => numbers.get(area * width + indicator) ?? -1,
    columns: (_, figures) => columnsOf(figures.map(at)),
    textLength: (number) => (typeof at(number).value === 'string' ? (at(number).value as string).length : 0),
    note: (number) => noteNumbers[number] as number,
    noteText: (note) => notes[note] as string,
  };
  return [...packPages(areas, form, source)];
}

/** A canonical decimal as pages hold it; a text that a number would not give back (`007`) stays one. */
export function pageNumber(text: string | null): PageNumber {
  if (text === null) return text;
  const number = Number(text);
  const isWhole = Number.isInteger(number) && Math.abs(number) < 1e15;
  return isWhole && String(number) === text ? number : text;
}

/**
 * Packs figures into pages, one at a time, so that those of a million observations are never all there at once.
 * Areas stand in the order in which they are given.
 */
export function* packPages(
  areas: readonly (string | null)[],
  form: Form,
  source: FigureSource,
): Generator<Page> {
  for (const { code } of form.groups) {
    const places = [...form.indicators.keys()].filter((place) => form.indicators[place]?.group === code);
    let page = 0;
    let draft: PageDraft | undefined;
    const figures = new Int32Array(places.length);
    for (const [place, area] of areas.entries()) {
      let most = -1;
      for (let at = 0; at < figures.length; at += 1) {
        const figure = source.numberOf(place, places[at] as number);
        figures[at] = figure;
        if (figure > most) most = figure;
      }
      if (most < 0) continue;
      // The figures of the unit as a whole stand alone, so that who asks for them reads no others.
      if (draft?.isInside && area !== null && draft.take(area, figures)) continue;
      if (draft) yield draft.page();
      if (area !== null) page += 1;
      const name = area === null ? code : `${code}~${page}`;
      const ids = places.map((indicator) => form.indicators[indicator]?.indicator ?? '');
      draft = new PageDraft({ name, group: code, places, indicators: ids, isInside: area !== null }, source);
      draft.take(area, figures);
    }
    if (draft) yield draft.page();
  }
}

/** An item is 400 KB at most; a page's text stays below this, so that one which no compression shortens fits. */
const mostLength = 350_000;
/** A figure's quotes, commas and numbers, its note's place, its place in the list of areas. */
const figureLength = 48;

/** `places`: where its indicators stand in the form. */
type PageHead = {
  name: string;
  group: string;
  places: readonly number[];
  indicators: readonly string[];
  isInside: boolean;
};

/** A page that is being filled, an area at a time. */
class PageDraft {
  #length = 0;
  readonly isInside: boolean;
  readonly #head: PageHead;
  readonly #source: FigureSource;
  readonly #areas: (string | null)[] = [];
  /** By indicator, the numbers of the figures, -1 for an area that has none. */
  readonly #figures: number[][];
  /** The numbers of its notes, in the order in which they are met. */
  readonly #notes: number[] = [];
  /** By a note's number: its place among them, from 1; 0: it is not one of them. */
  #notePlaces = new Int32Array(256);

  constructor(head: PageHead, source: FigureSource) {
    this.#head = head;
    this.isInside = head.isInside;
    this.#source = source;
    this.#figures = head.indicators.map(() => []);
  }

  /** @returns false when the page is full; it takes one area whatever its size */
  take(area: string | null, figures: Int32Array): boolean {
    const source = this.#source;
    const notes = this.#notes;
    const notesBefore = notes.length;
    // How long the area's figures are at most in JSON: of a text, the bytes in UTF-8 and the escapes.
    let length = (area?.length ?? 4) + 3;
    for (let at = 0; at < figures.length; at += 1) {
      const figure = figures[at] as number;
      if (figure < 0) continue;
      length += figureLength + 3 * source.textLength(figure);
      const note = source.note(figure);
      if (note < 0 || !this.#isNewNote(note)) continue;
      length += 6 + 3 * source.noteText(note).length;
    }
    if (this.#areas.length > 0 && this.#length + length > mostLength) {
      for (const note of notes.splice(notesBefore)) this.#notePlaces[note] = 0;
      return false;
    }
    this.#areas.push(area);
    for (let at = 0; at < figures.length; at += 1)
      (this.#figures[at] as number[]).push(figures[at] as number);
    this.#length += length;
    return true;
  }

  /** Gives a note its place, unless it has one. */
  #isNewNote(note: number): boolean {
    if (note >= this.#notePlaces.length) {
      const longer = new Int32Array(2 * note);
      longer.set(this.#notePlaces);
      this.#notePlaces = longer;
    }
    if (this.#notePlaces[note] !== 0) return false;
    this.#notePlaces[note] = this.#notes.push(note);
    return true;
  }

  page(): Page {
    const columns: PageColumns[] = [];
    for (const [at, indicator] of this.#head.indicators.entries()) {
      const all = this.#figures[at] as number[];
      const isWhole = all.every((figure) => figure >= 0);
      const figures = isWhole ? all : all.filter((figure) => figure >= 0);
      if (figures.length === 0) continue;
      const areas = isWhole ? null : [...all.keys()].filter((place) => (all[place] as number) >= 0);
      const place = this.#head.places[at] as number;
      columns.push({
        indicator,
        areas,
        ...this.#source.columns(place, figures),
        note: this.#notesOf(figures),
      });
    }
    const { name, group } = this.#head;
    const notes = this.#notes.map((note) => this.#source.noteText(note));
    return { schema: 'page/2', name, group, area: this.#areas, notes, columns };
  }

  #notesOf(figures: readonly number[]): number[] | null {
    if (this.#notes.length === 0) return null;
    const notes = new Array<number>(figures.length);
    let most = -1;
    for (let at = 0; at < figures.length; at += 1) {
      const note = this.#source.note(figures[at] as number);
      const place = note < 0 ? -1 : (this.#notePlaces[note] as number) - 1;
      if (place > most) most = place;
      notes[at] = place;
    }
    return most < 0 ? null : notes;
  }
}

/** The name under which a page is stored. */
export function pageName(page: Page | SummedPage | Page1): string {
  return page.schema === 'page/1' ? page.group : page.name;
}

/** True for the name of a page of areas, which what asks for the unit as a whole need not read. */
export function isAreaPage(name: string): boolean {
  return name.includes('~');
}

/**
 * The figures of a page.
 * @throws Error when the page is of a shape that this code does not know: never skipped
 */
export function figuresOf(page: Page | Page1): Figure[] {
  if (page.schema === 'page/1') return figuresOfPage1(page);
  if (page.schema !== 'page/2') throw new Error(`unknown page schema: ${String((page as Page).schema)}`);
  return page.columns.flatMap((columns) => {
    const { indicator, areas, value, numerator, denominator, status, note } = columns;
    const approximate = new Set(columns.approximate);
    return Array.from({ length: areas?.length ?? page.area.length }, (_, at): Figure => {
      const area = page.area[areas?.[at] ?? at] ?? null;
      return {
        ...(area === null ? {} : { area }),
        indicator,
        value: textOf(value?.[at]),
        numerator: textOf(numerator?.[at]),
        denominator: textOf(denominator?.[at]),
        status: typeof status === 'string' ? status : (status[at] as ObservationStatus),
        approximate: approximate.has(at),
        note: page.notes[note?.[at] ?? -1] ?? null,
      };
    });
  });
}

function textOf(number: PageNumber | undefined): string | null {
  return typeof number === 'number' ? String(number) : (number ?? null);
}

function figuresOfPage1(page: Page1): Figure[] {
  const approximate = new Set(page.approximate);
  return page.indicator.map((indicator, row) => ({
    indicator,
    value: page.value[row] ?? null,
    numerator: page.numerator[row] ?? null,
    denominator: page.denominator[row] ?? null,
    status: page.status[row] as ObservationStatus,
    approximate: approximate.has(row),
    note: page.notes[String(row)] ?? null,
  }));
}
