import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { matchUnit, type UnitMatch } from '../match/match-unit.ts';
import { type UnitFinding, unitFinding } from '../match/unit-finding.ts';
import type { TitleFact } from './title.ts';

const sinceMerger = /\s*\((?:mới|sau (?:khi )?(?:sáp nhập|hợp nhất|sắp xếp))\)\s*$/iu;
const office =
  /^(?:so|van phong|ban|chi cuc|cuc|trung tam|cong an|thanh tra|vien|to cong tac) .*?\b(?:tinh|thanh pho|tp) (.+)$/;
/** Offices of a part of a unit report for that part. */
const smaller = /(?<!\p{L})(?:huyện|xã(?! hội)|phường|quận|thị xã|thị trấn|đặc khu)(?!\p{L})/iu;
const namedInside = /\b(?:tinh|thanh pho|tp) /g;
const passing = /\b(?:so voi|so sanh|kem theo|can cu|gui|hop tac|phoi hop)\b/;

/**
 * What a title's text names: a unit; or an office of one ("Sở Khoa học và Công nghệ tỉnh Đồng Tháp"), which reports
 * for it. "(mới)", "(sau sáp nhập)" behind a name say that the unit of today is meant.
 */
export function titleUnit(text: string, asked: Asked): UnitMatch {
  const plain = text.normalize('NFC').replace(sinceMerger, '');
  const found = matchUnit(asked.units, plain);
  if (!('ask' in found) || found.reason !== 'part-of' || plain.length > 200 || smaller.test(plain))
    return found;
  const whole = office.exec(fold(plain))?.[1];
  return whole === undefined ? found : matchUnit(asked.units, whole);
}

/** The finding on a unit that a title names; undefined when it is the one that was asked. */
export function titleUnitFinding(text: string, asked: Asked): UnitFinding | undefined {
  return unitFinding(titleUnit(text, asked), asked);
}

/**
 * Where no line says whose report it is, the unit that a line names inside ("BÁO CÁO … CỦA TỈNH AN GIANG QUÝ III").
 * @returns the line that names the asked unit, else one that names another, else none
 */
export function unitInLines(lines: readonly TitleFact[], asked: Asked): (TitleFact & { isAsked: boolean })[] {
  const found = lines.flatMap((line) => {
    if (line.text.length > 300) return [];
    const folded = fold(line.text);
    if (passing.test(folded)) return [];
    return [...folded.matchAll(namedInside)].flatMap((match) => {
      const words = folded.slice(match.index + match[0].length).split(' ', longestName);
      for (let count = words.length; count > 0; count -= 1) {
        const unit = matchUnit(asked.units, match[0] + words.slice(0, count).join(' '));
        if ('match' in unit) return [{ ...line, isAsked: unit.match === asked.unit }];
      }
      return [];
    });
  });
  const own = found.filter(({ isAsked }) => isAsked);
  return (own.length > 0 ? own : found).slice(0, 1);
}

/** Words of the longest name: "Hồ Chí Minh", "Bà Rịa Vũng Tàu". */
const longestName = 5;
