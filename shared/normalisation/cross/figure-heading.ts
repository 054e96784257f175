import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { roleOf } from '../form/column-role.ts';
import { withoutNumbering } from '../layout/row-kind.ts';
import { isMeasure, type Standing, saysOnlyTime, standingOf } from '../layout/standing.ts';
import { indicatorByCode, indicatorByName } from '../match/match-indicator.ts';
import { scaleTo } from '../number/unit-of-measure.ts';

export type FigurePart = 'numerator' | 'denominator' | 'result';

/** What a column's figures are, with the texts of its heading above and below the one that says so. */
export type Figures = {
  indicator: Indicator;
  part: FigurePart;
  above: readonly string[];
  below: readonly string[];
};

/** Longer texts are no names: what folds them is bounded. */
const longestName = 400;

const behind =
  /^(.*?)(?:[\s\-–—:_/,]+|\s*(?=[([]))[([]?\s*(tử số|mẫu số|tu so|mau so|kết quả|ket qua|numerator|denominator|result|a|b)(?:\s*\([ab]\))?\s*[)\]]?$/iu;
const before =
  /^(tử số|mẫu số|tu so|mau so|numerator|denominator)(?:\s*\([ab]\))?[\s:–—-]+(?:của\s+|of\s+)?(.+)$/iu;

/**
 * Reads a column's heading as an indicator's: the lowest text that names one, by code or by name, or all of
 * them together (a name typed line by line). A ratio's part is named beside it or below it.
 */
export function readFigureHeading(texts: readonly string[], asked: Asked): Figures | undefined {
  const leaf = partOf(texts.at(-1) as string);
  const whole = texts.join(' ');
  const tries = [whole, ...texts.toReversed()];
  if (texts.length > 2) tries.push(texts.slice(0, -1).join(' '));
  for (const named of tries) {
    if (named.length > longestName) continue;
    const found = readText(named, asked);
    if (!found) continue;
    const part = found.part ?? (named === texts.at(-1) ? undefined : leaf) ?? 'result';
    if (found.indicator.kind !== 'ratio' && part !== 'result') return undefined;
    const at = texts.indexOf(named);
    // All of the texts may be the name, or all but the lowest.
    const [from, to] = at >= 0 ? [at, at + 1] : [0, named === whole ? texts.length : texts.length - 1];
    return { indicator: found.indicator, part, above: texts.slice(0, from), below: texts.slice(to) };
  }
  return undefined;
}

/**
 * What the texts about an indicator's name say of its figures. Below the name of a count or a score they may only say
 * that these are results, when, and counted in what: "Tỷ lệ tăng (%)" below it heads other figures.
 */
export function standingOfFigures({ indicator, above, below }: Figures, asked: Asked): Standing {
  const whole = standingOf([...above, ...below], asked);
  // A number in a group above ("1. Kinh tế số") is nothing that has to be understood.
  const standing = whole === 'unclear' ? standingOf(below, asked) : whole;
  if (indicator.kind === 'ratio' || standing === 'other' || standing === 'aside') return standing;
  const isSame = below.filter(isMeasure).every((text) => {
    const scale = scaleTo(indicator.unit, text.replace(/^[([]\s*|\s*[)\]]$/g, ''));
    return 'shift' in scale && scale.shift === 0;
  });
  const words = below.filter((text) => !isMeasure(text));
  return isSame && saysOnlyTime(words, asked) ? standing : 'unclear';
}

type Told = { indicator: Indicator; part?: FigurePart };

/** What texts were told to name before, under one request: rows are joined in several ways. Bounded. */
const told = new WeakMap<Asked, Map<string, Told | undefined>>();

function readText(text: string, asked: Asked): Told | undefined {
  const known = told.get(asked) ?? new Map<string, Told | undefined>();
  told.set(asked, known);
  if (known.has(text)) return known.get(text);
  if (known.size >= 5_000) known.clear();
  const found = tellText(text, asked);
  known.set(text, found);
  return found;
}

function tellText(text: string, asked: Asked): Told | undefined {
  const plain = tidy(text);
  const indicator = indicatorIn(plain, asked);
  if (indicator) return { indicator };
  const tail = behind.exec(plain);
  const head = tail ? null : before.exec(plain);
  const [name, word] = tail ? [tail[1], tail[2]] : [head?.[2], head?.[1]];
  const found = name && word ? indicatorIn(name, asked) : undefined;
  const part = word && partOf(word);
  return found && part ? { indicator: found, part } : undefined;
}

/** An indicator by a heading's text: its code, its name, or both of one ("766.TDGQ – Tỷ lệ hồ sơ …"). */
function indicatorIn(text: string, { indicators }: Asked): Indicator | undefined {
  // A number alone numbers the columns.
  const byCode = /^\d+$/.test(text) ? undefined : indicatorByCode(indicators, text);
  const byName =
    byCode ?? indicatorByName(indicators, text) ?? indicatorByName(indicators, withoutNumbering(text));
  if (byName) return byName;
  const both = /^(\S{2,60}?)[\s:–—-]+(\S.*)$/u.exec(text);
  if (!both || /^\d+[.)]?$/.test(both[1] as string)) return undefined;
  const code = indicatorByCode(indicators, both[1] as string);
  const name = code && indicatorByName(indicators, both[2] as string);
  return name === code ? code : undefined;
}

function partOf(text: string): FigurePart | undefined {
  const role = roleOf(text);
  return role === 'numerator' || role === 'denominator' || role === 'result' ? role : undefined;
}
