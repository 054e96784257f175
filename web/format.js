// Numbers, days and periods as readers of each language write them. Figures stay decimal text throughout.

/** @typedef {import('./words.js').Lang} Lang */

/**
 * Points with two decimals.
 * @param {string} decimal `68.8`
 * @param {Lang} lang
 * @returns {string} `68,80` · `68.80`
 */
export function points(decimal, lang) {
  const [whole = '', fraction = ''] = decimal.split('.');
  return `${whole}${lang === 'vi' ? ',' : '.'}${fraction.padEnd(2, '0')}`;
}

/**
 * A local day, or a month where the day is not known.
 * @param {string} day `2026-10-15` · `2025-07`
 * @param {Lang} lang
 */
export function dayText(day, lang) {
  const [year, month = '', date] = day.split('-');
  if (lang === 'vi') return [date, month, year].filter(Boolean).join('/');
  const named = months[Number(month) - 1];
  return [date && String(Number(date)), named, year].filter(Boolean).join(' ');
}

/**
 * A moment in Viet Nam's time.
 * @param {string} moment an instant with `Z` or an offset, or a local time of Asia/Ho_Chi_Minh without
 * @param {Lang} lang
 * @returns {string} `17 giờ 00, 14/10/2026` · `17:00, 14 October 2026 (Viet Nam time)`
 */
export function momentText(moment, lang) {
  const isInstant = /(Z|[+-]\d\d:\d\d)$/.test(moment);
  // Viet Nam is at +07:00 all year.
  const local = isInstant ? new Date(Date.parse(moment) + 7 * 3_600_000).toISOString() : moment;
  const [hour, minute] = [local.slice(11, 13), local.slice(14, 16)];
  const day = dayText(local.slice(0, 10), lang);
  return lang === 'vi' ? `${hour} giờ ${minute}, ${day}` : `${hour}:${minute}, ${day} (Viet Nam time)`;
}

/**
 * @param {string} code `2026-Q3`
 * @param {Lang} lang
 * @returns {string} `quý III/2026` · `quarter III 2026`, `6 tháng đầu năm 2022`; the code itself where it is none
 */
export function periodText(code, lang) {
  const [, year = '', kind = '', number = ''] = /^(20\d\d)(?:-(?:(Q|M|H)(\d+)|9M))?$/.exec(code) ?? [];
  if (year === '') return code;
  const names = periodNames[kind]?.(Number(number), year) ?? wholeNames(code.endsWith('-9M'), year);
  return names[lang];
}

/** @type {Record<string, (number: number, year: string) => {vi: string, en: string}>} */
const periodNames = {
  Q: (number, year) => {
    const numeral = ['I', 'II', 'III', 'IV'][number - 1];
    return { vi: `quý ${numeral}/${year}`, en: `quarter ${numeral} ${year}` };
  },
  M: (number, year) => ({ vi: `tháng ${number}/${year}`, en: `${months[number - 1]} ${year}` }),
  H: (number, year) => ({
    vi: `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    en: `${number === 1 ? 'first' : 'second'} half of ${year}`,
  }),
};

/**
 * @param {boolean} isNineMonths
 * @param {string} year
 */
function wholeNames(isNineMonths, year) {
  return isNineMonths
    ? { vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` }
    : { vi: `năm ${year}`, en: `year ${year}` };
}

/**
 * With a capital at the beginning.
 * @param {string} text
 */
export function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
