import type { Indicator } from '../../catalog/schema.ts';
import { tidy } from '../fold.ts';
import { withoutNumbering } from '../layout/row-kind.ts';
import { type IndicatorNames, indicatorByCode, indicatorByName } from './match-indicator.ts';
import { saysOtherwise } from './name-agreement.ts';
import { periodsIn } from './read-period.ts';

/** Longer texts are no names: what is stripped from them is bounded. */
const longestName = 600;

/** Footnote marks, and how a ratio is computed, behind a name: `(1)`, `[1]`, `¹`, `(*)`, `(%)`, `(a/b)`, `= a/b x 100`. */
const tails: readonly RegExp[] = [
  / ?[¹²³⁰⁴-⁹*]{1,3}$/u,
  / ?(?:\(\d{1,2}\)|\[\d{1,2}\]|\(\*{1,3}\)|\(%\))$/u,
  / ?\( ?=? ?a ?[/:÷] ?b(?: ?[x×*] ?100)? ?%? ?\)$/iu,
  / ?= ?\(? ?a ?[/:÷] ?b ?\)?(?: ?[x×*] ?100)? ?%?$/iu,
  // What the two parts are: "(a: số hồ sơ đúng hạn; b: tổng số hồ sơ)".
  / ?\( ?a ?[:=][^()]{0,300}[;,.] ?b ?[:=][^()]{0,300}\)$/iu,
];
/** Numbering in front of a name that no other row has: `(13)`, `Chỉ tiêu 14:`, `1.2.3.4.5`. */
const heads: readonly RegExp[] = [
  /^(?:\(\d{1,2}\)|\[\d{1,2}\]) ?/u,
  /^chỉ (?:tiêu|số)(?: số)? \d{1,2}(?:\.\d{1,2}){0,4} ?[.:)–-] ?/iu,
  /^\d{1,2}(?:\.\d{1,2}){1,6}\.? /u,
];

/**
 * A name without what stands around it in a report: numbering, footnote marks, the formula of its ratio, and the period
 * asked. Nothing else is taken off: "(cấp xã)" is part of a name.
 */
export function plainName(text: string, period: string): string {
  let name = tidy(text);
  if (name.length > longestName) return text;
  for (let pass = 0; pass < 6; pass += 1) {
    const before = name;
    for (const pattern of [...tails, ...heads]) name = name.replace(pattern, '');
    name = withoutPeriod(withoutNumbering(name), period).trim();
    if (name === before) break;
  }
  return name;
}

/** Words with which a period begins. */
const periodStarts = ['quý', '6 tháng', '06 tháng', 'sáu tháng', '9 tháng', 'chín tháng', 'tháng', 'năm'];

/** "… trong quý III/2026", "… (6 tháng đầu năm 2026)": only the period that is asked, since another is another figure. */
function withoutPeriod(name: string, period: string): string {
  if (!/20\d\d\)?$/.test(name)) return name;
  const lower = name.toLowerCase();
  for (const start of periodStarts) {
    const at = lower.lastIndexOf(start);
    const front = name.slice(0, Math.max(0, at));
    if (front === '' || name.length - at > 40 || /[\p{L}\d]$/u.test(front)) continue;
    const [named, ...more] = periodsIn(name.slice(at).replace(/\)$/, ''));
    if (named === period && more.length === 0)
      return front
        .trimEnd()
        .replace(/(?<=[ (])(?:trong|của)$/iu, '')
        .replace(/ ?[(,–-]? ?$/u, '');
  }
  return name;
}

/** The one indicator that a name means, as it stands or without what stands around it. */
export function indicatorNamed(names: IndicatorNames, text: string, period: string): Indicator | undefined {
  return (
    indicatorByName(names, text) ??
    indicatorByName(names, withoutNumbering(text)) ??
    indicatorByName(names, plainName(text, period)) ??
    codeBeforeName(names, text, period)
  );
}

/** `766.TDGQ - Tỷ lệ hồ sơ …`, `(749-02) Tỷ lệ …`: a code and a name in one cell, which must not mean two. */
function codeBeforeName(names: IndicatorNames, text: string, period: string): Indicator | undefined {
  const plain = tidy(text);
  if (plain.length > longestName) return undefined;
  const match = /^[([]?([^\s()[\]]{2,60}?)[)\]]? ?[:–—-]? (\S.*)$/u.exec(withoutNumbering(plain));
  const whole = match ?? /^[([]?([^\s()[\]]{2,60}?)[)\]]? ?[:–—-]? (\S.*)$/u.exec(plain);
  const [, code, name] = whole ?? [];
  if (code === undefined || name === undefined || /^\d+[.)]?$/.test(code)) return undefined;
  const indicator = indicatorByCode(names, code);
  if (!indicator) return undefined;
  const named = indicatorByName(names, plainName(name, period));
  if (named) return named === indicator ? indicator : undefined;
  return saysOtherwise(names, indicator, name) ? undefined : indicator;
}
