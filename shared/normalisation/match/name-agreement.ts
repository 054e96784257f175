import type { Indicator } from '../../catalog/schema.ts';
import { isDamaged } from './lost-letters.ts';
import { type IndicatorNames, isGroupName, nameKey } from './match-indicator.ts';

/** Words that most names have, folded: they tell nothing apart. */
const common = new Set(
  'ti le so luong cua va cac duoc trong tren tai theo tong chi tieu co cho den tu the of and in on with the an a'.split(
    ' ',
  ),
);
/** Words that turn a name into its opposite. */
const negations =
  /\b(khong(?! (?:bao gom|tinh|ke|phan biet|gom))|chua|qua han|(?:tre|cham) (?:han|tien do)|tu choi|hui bo|ton dong|late|overdue|not|without|rejected)\b/g;

type Words = { indicator: Indicator; words: ReadonlySet<string> };
const wordsBy = new WeakMap<IndicatorNames, Words[]>();

/**
 * True when a name beside an indicator's code says something else, so that it is not known which of the two is
 * wrong: the opposite ("quá hạn" for "đúng hạn"), or hardly a word of it. A shortened name, or one in more words, agrees.
 */
export function saysOtherwise(names: IndicatorNames, indicator: Indicator, text: string): boolean {
  if (text.length > 600 || isDamaged(text) || isGroupName(names, text)) return false;
  // What stands in brackets or in a line below explains the name.
  const name = text.split('\n')[0]?.replace(/\([^()]*\)/g, ' ') ?? '';
  const given = wordsOf(name);
  if (given.size < 2) return false;
  const own = wordsFor(names).filter((each) => each.indicator === indicator);
  const known = [indicator.names.vi, indicator.names.en].map(nameKey).join(' ');
  const turned = [...nameKey(name).matchAll(negations)].some(([word]) => !` ${known} `.includes(` ${word} `));
  if (turned || own.every(({ words }) => agreement(given, words) < 0.34)) return true;
  // All its words are another indicator's, and not this one's: "… cấp xã" for "… cấp tỉnh".
  const holdsAll = ({ words }: Words) => shared(given, words) === given.size;
  return !own.some(holdsAll) && wordsFor(names).some(holdsAll);
}

/** The share of the shorter name's words that the other has as well. */
function agreement(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  return shared(one, two) / Math.max(1, Math.min(one.size, two.size));
}

/** The indicators whose names have most words in common with a text: shown as a hint, never taken. */
export function nearestNames(names: IndicatorNames, text: string): string[] {
  if (text.length > 600) return [];
  const given = wordsOf(text);
  if (given.size < 2) return [];
  const best = new Map<Indicator, number>();
  for (const { indicator, words } of wordsFor(names)) {
    const likeness = shared(given, words) / (given.size + words.size - shared(given, words));
    if (likeness >= 0.5) best.set(indicator, Math.max(likeness, best.get(indicator) ?? 0));
  }
  return [...best]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(
      ([
        {
          id,
          names: { vi },
        },
      ]) => `${id} (${vi})`,
    );
}

function shared(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (two.has(word)) count += 1;
  return count;
}

function wordsFor(names: IndicatorNames): Words[] {
  const known = wordsBy.get(names);
  if (known) return known;
  const all = [...new Set(names.byCode.values())].flatMap((indicator) =>
    [indicator.names.vi, indicator.names.en].map((name) => ({ indicator, words: wordsOf(name) })),
  );
  wordsBy.set(names, all);
  return all;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    nameKey(text)
      .split(' ')
      .filter((word) => word !== '' && !common.has(word)),
  );
}
