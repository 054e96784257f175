import { fold } from '../fold.ts';

/** What a figure is counted in: `triệu đồng` is 10^6 of `đồng`. `base` is null where only a multiplier is named. */
export type UnitOfMeasure = { power: number; base: string | null };

/** How a file's unit of measure is brought to the indicator's: times 10^shift; or why it cannot be. */
export type Scale = { shift: number } | { fault: 'measure-unknown' | 'measure-differs' };

/** Multipliers by their folded word, as powers of ten; they may be stacked (`triệu tỷ`). */
const multipliers: ReadonlyMap<string, number> = new Map([
  ['chuc', 1],
  ['tram', 2],
  ['nghin', 3],
  ['ngan', 3],
  ['thousand', 3],
  ['trieu', 6],
  ['million', 6],
  ['ti', 9],
  ['billion', 9],
]);

/** Units by base: the folded words that mean it, each with its power of ten of the base. */
const bases: readonly { base: string; words: readonly (string | readonly [string, number])[] }[] = [
  { base: 'đồng', words: ['dong', 'vnd', 'd', 'dong viet nam', 'viet nam dong'] },
  { base: 'USD', words: ['usd', 'do la', 'do la mi', 'dola', 'us dollar', 'dollar'] },
  { base: '%', words: ['phan tram', 'ti le phan tram', 'percent', ['phan nghin', -1]] },
  { base: 'điểm', words: ['diem', 'points', 'point', 'diem so'] },
  { base: 'hồ sơ', words: ['ho so', 'hs', 'ho so tthc', 'dossiers'] },
  { base: 'thủ tục', words: ['thu tuc', 'tthc', 'thu tuc hanh chinh'] },
  { base: 'dịch vụ', words: ['dich vu', 'dvc', 'dich vu cong'] },
  { base: 'người', words: ['nguoi', 'nguoi dan', 'persons', 'people'] },
  { base: 'lượt', words: ['luot', 'luot nguoi', 'luot truy cap'] },
  { base: 'hộ', words: ['ho', 'ho gia dinh'] },
  { base: 'thuê bao', words: ['thue bao', 'tb'] },
  { base: 'doanh nghiệp', words: ['doanh nghiep', 'dn'] },
  { base: 'giao dịch', words: ['giao dich', 'luot giao dich'] },
  { base: 'tài khoản', words: ['tai khoan'] },
  { base: 'văn bản', words: ['van ban'] },
  { base: 'hóa đơn', words: ['hoa don'] },
  { base: 'trạm', words: ['tram bts', 'tram phat song'] },
  { base: 'chứng thư', words: ['chung thu', 'chung thu so'] },
  { base: 'lần', words: ['lan'] },
  { base: 'vụ', words: ['vu'] },
  { base: 'Mbps', words: ['mbps', 'mb s', 'mbit s', ['gbps', 3], ['kbps', -3]] },
  { base: 'km²', words: ['km2', 'km²', ['ha', -2]] },
  { base: 'km', words: ['km'] },
  { base: 'ngày', words: ['ngai', 'days'] },
  { base: 'giờ', words: ['gio', 'hours'] },
];

const units: ReadonlyMap<string, { base: string; power: number }> = new Map(
  bases.flatMap(({ base, words }) =>
    words.map((word): [string, { base: string; power: number }] =>
      typeof word === 'string' ? [word, { base, power: 0 }] : [word[0], { base, power: word[1] }],
    ),
  ),
);

/**
 * The unit of measure that a text names: `triệu đồng`, `1.000 người`, `%`, `tỷ USD`, `triệu tỷ đồng`.
 * @returns undefined when one of its words is not known
 */
export function readUnitOfMeasure(text: string): UnitOfMeasure | undefined {
  const raw = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (/^(?:tỷ lệ|tỉ lệ)? ?\(?%\)?$/i.test(raw)) return { power: 0, base: '%' };
  if (raw === '‰') return { power: -1, base: '%' };
  // `1.000 đồng`, `1000 người`: a power of ten in digits.
  const digits = /^1((?:[., ]?000){1,4})(?= |$)/.exec(raw);
  const words = fold(raw.slice(digits?.[0].length ?? 0))
    .split(' ')
    .filter((word) => word !== '');
  let power = digits ? (digits[1] as string).replace(/[., ]/g, '').length : 0;
  let at = 0;
  while (at < words.length && multipliers.has(words[at] as string) && !units.has(words.slice(at).join(' '))) {
    power += multipliers.get(words[at] as string) as number;
    at += 1;
  }
  const rest = words.slice(at).join(' ').replace(amountOf, '');
  if (rest === '') return power === 0 ? undefined : { power, base: null };
  const unit = units.get(rest);
  return unit && { power: power + unit.power, base: unit.base };
}

/** `Số DN`, `Số lượng hồ sơ`: words that only say that something is counted. */
const amountOf = /^(?:so luong|so) (?=.)/;

/** What is measured rather than counted: nearly the same words for it mean another thing (`đồng/người`). */
const measured: ReadonlySet<string> = new Set(['đồng', 'USD', '%', 'Mbps', 'km²', 'km', 'ngày', 'giờ']);

/**
 * How the parts of a ratio are counted, in a unit of measure beside it: `nghìn hồ sơ` is a shift of 3; the unit of what
 * it comes to (`%`), and things without a multiplier, are none. A multiplier of no thing or of money is asked.
 */
export function scaleOfParts(text: string): Scale {
  const given = readUnitOfMeasure(text);
  const [first = ''] = fold(text).split(' ');
  if (!given) return multipliers.has(first) ? { fault: 'measure-unknown' } : { shift: 0 };
  if (given.power === 0 || given.base === '%') return { shift: 0 };
  const isCounted = given.base !== null && given.base !== 'điểm' && !measured.has(given.base);
  return isCounted && given.power > 0 ? { shift: given.power } : { fault: 'measure-differs' };
}

/** The units that a line lists: `Hồ sơ, %` is two of them. */
export function unitsListed(text: string): string[] {
  const listed = text.split(/;|,(?!\d)|\s+và\s+/u).map((each) => each.trim());
  return listed.filter((each) => each !== '');
}

/**
 * How figures in the unit of measure that a file names become figures in the indicator's own.
 * "Đơn vị tính: triệu đồng" beside an indicator in `đồng` is a shift of 6.
 */
export function scaleTo(indicatorUnit: string, text: string): Scale {
  if (isSameUnit(indicatorUnit, text)) return { shift: 0 };
  const given = readUnitOfMeasure(text);
  if (!given) return { fault: 'measure-unknown' };
  return scaleOf(indicatorUnit, given);
}

/** True when two texts name one unit, whatever it is: `Số hồ sơ` beside `hồ sơ`. */
export function isSameUnit(indicatorUnit: string, text: string): boolean {
  const bare = (unit: string) => fold(unit).replace(amountOf, '');
  if (indicatorUnit === '%' && bare(text) === 'ti le') return true;
  return bare(text) === bare(indicatorUnit) && text.includes('%') === indicatorUnit.includes('%');
}

/** One thing, or one thing named at more length: `điểm` for `điểm phục vụ`, `lượt giao dịch` for `giao dịch`. */
function isSameBase(base: string | null, own: string | null): boolean {
  if (base === own || base === null || own === null) return base === own;
  if (measured.has(base) || measured.has(own)) return false;
  const [a, b] = [base, own].map((each) => ` ${fold(each)} `) as [string, string];
  return a.startsWith(b) || a.endsWith(b) || b.startsWith(a) || b.endsWith(a);
}

/** The same for a unit that is already read. A multiplier alone is of the indicator's own base. */
export function scaleOf(indicatorUnit: string, given: UnitOfMeasure): Scale {
  const own = readUnitOfMeasure(indicatorUnit) ?? { power: 0, base: fold(indicatorUnit) };
  const base = given.base ?? own.base;
  // An index between 0 and 1 is often headed `điểm`.
  if (indicatorUnit === '0..1' && given.base === 'điểm' && given.power === 0) return { shift: 0 };
  if (!isSameBase(base, own.base) || (given.base === null && (base === '%' || base === 'điểm'))) {
    return { fault: 'measure-differs' };
  }
  return { shift: given.power - own.power };
}
