import { dayAfter, type Window } from '../../catalog/period.ts';
import { fold } from '../fold.ts';
import type { Cell } from '../table.ts';
import { readLiteral } from './literal.ts';
import { isDateFormat } from './number-format.ts';

/** What the reading of dates needs of its surroundings. */
export type DateContext = {
  /** The window that the figures cover, and the year of its period: a date without its year lies there. */
  window: Window;
  year: number;
  /** True when the workbook counts its days from 1904. */
  date1904: boolean;
};

/** `value`: `2026-09-24`, or with the time of day as `2026-09-24T18:54+07:00`. */
export type DateReading = { value: string; repair: 'date-text' | 'date-serial' | 'date-year' | null };

/**
 * Reads a date, day first always: `24/9/2021`, `27.4`, `30-11`, `18:54, 27/04/2022`, `ngày 24 tháng 9 năm
 * 2021`, an Excel serial. What is no date that way (`4/24/2021`) is never tried the American way round.
 * @returns undefined when the cell is no date, or more than one
 */
export function readDate(cell: Cell, context: DateContext): DateReading | undefined {
  const text = cell.text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (cell.kind !== 'number') return readSerial(text, '', context) ?? readTyped(text, context);
  const format = cell.format ?? 'General';
  if (isDateFormat(format)) return readSerial(text, format, context);
  // `27.4`, typed into Excel, is stored as a number: 27 April. `27.1` may have been `27.10`.
  const literal = readLiteral(text, cell.formula);
  const dayMonth = 'number' in literal ? /^(\d{1,2})\.([2-9]|1[12]|0[1-9])$/.exec(literal.number) : null;
  if (dayMonth) return dateOf(dayMonth[1], dayMonth[2], undefined, context);
  return readSerial(text, '', context);
}

/** The first and last day that a serial may mean: an eight-digit typing slip is no date. */
const [firstDay, lastDay] = ['2000-01-01', '2099-12-31'];

/** Days are counted from 30 December 1899 (as Excel counts after its 29 February 1900), or from 1 January 1904. */
function readSerial(text: string, format: string, { date1904 }: DateContext): DateReading | undefined {
  const match = /^(\d{5})(\.\d+)?$/.exec(text);
  if (!match) return undefined;
  const day = dayAfter(date1904 ? '1904-01-01' : '1899-12-30', Number(match[1]));
  if (day < firstDay || day > lastDay) return undefined;
  // A binary fraction is a hair beside its minute; the last half minute of a day stays in it.
  const minutes = Math.min(1439, Math.round(Number(`0${match[2] ?? ''}`) * 1440));
  const showsTime = /h/i.test(format.replace(/"[^"]*"|\\./g, ''));
  // A fraction in a cell that no format shows as a time: is it a date at all?
  if (format === '' && match[2] !== undefined) return undefined;
  if (!showsTime) return { value: day, repair: 'date-serial' };
  return { value: `${day}T${clock(Math.floor(minutes / 60), minutes % 60)}`, repair: 'date-serial' };
}

const [day, month, year] = ['(\\d{1,2})', '(\\d{1,2})', '(\\d{4})'];
const time = '(\\d{1,2}) ?(?::|h|gio) ?(\\d{2})(?: ?(?::|phut) ?(?:\\d{2})?)?';
const iso = new RegExp(`^${year}([./-])${month}\\2${day}$`);
const dayFirst = new RegExp(`^(?:ngai )?${day} ?([./-]) ?${month}(?: ?\\2 ?${year})?$`);
const inWords = new RegExp(`^(?:ngai )?${day} thang ${month}(?: nam ${year})?$`);
const timeFirst = new RegExp(`^(?:luc )?${time}(?: ?[,;-] ?| )(.+)$`);
const timeLast = new RegExp(`^(.+?)(?: ?[,;] ?| )(?:luc )?${time}$`);

function readTyped(text: string, context: DateContext): DateReading | undefined {
  if (text.length > 60) return undefined;
  // Folded word by word: the marks between the numbers must stay.
  const plain = text.replace(/\p{L}+/gu, (word) => fold(word));
  const first = timeFirst.exec(plain);
  const last = first ? null : timeLast.exec(plain);
  const date = readDay(first?.[3] ?? last?.[1] ?? plain, context);
  if (!date || (!first && !last)) return date;
  const hours = Number(first?.[1] ?? last?.[2]);
  const minutes = Number(first?.[2] ?? last?.[3]);
  if (hours > 23 || minutes > 59) return undefined;
  return { value: `${date.value}T${clock(hours, minutes)}`, repair: date.repair ?? 'date-text' };
}

function readDay(text: string, context: DateContext): DateReading | undefined {
  const written = iso.exec(text);
  if (written)
    return dateOf(written[4], written[3], written[1], context, written[2] === '-' ? null : 'date-text');
  const points = dayFirst.exec(text);
  if (points) return dateOf(points[1], points[3], points[4], context);
  const words = inWords.exec(text);
  return words ? dateOf(words[1], words[2], words[3], context) : undefined;
}

/** The date of its parts; without a year, the one in the window, or else in the period's year. */
function dateOf(
  d: string | undefined,
  m: string | undefined,
  y: string | undefined,
  { window, year: periodYear }: DateContext,
  repair: DateReading['repair'] = 'date-text',
): DateReading | undefined {
  const inYear = (of: number) => {
    const value = `${of}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    return isDay(value) ? value : undefined;
  };
  if (y !== undefined) {
    const value = inYear(Number(y));
    return value === undefined ? undefined : { value, repair };
  }
  // The first quarter's window begins in the December before.
  const before = inYear(periodYear - 1);
  const value =
    before !== undefined && window.from <= before && before <= window.to ? before : inYear(periodYear);
  return value === undefined ? undefined : { value, repair: 'date-year' };
}

function isDay(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}

/** A time of day in Viet Nam, which has had no other offset since 1975. */
function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}+07:00`;
}
