import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { Silence } from '../../../shared/aggregation/round.ts';
import type { GroundedRollup } from '../../app/group-points.ts';
import type { Language } from '../../app/language.tsx';
import { figureText } from '../../format/figures.ts';
import { grantedText, whyNone } from '../../format/why-none.ts';

const words = {
  vi: { unranked: 'không xếp hạng', absent: 'không có trên bản đồ này' },
  en: { unranked: 'not ranked', absent: 'not on this map' },
};

/** Points, and how they are written: in words where there are none. */
type Told = { value: string | null; text: string };
/** A unit of a comparison; `points` of a group, `null`: in all. */
export type ComparedUnit = { id: string; name: string; points: (group: string | null) => Told; rank: string };

/** What is told of a unit, also where it is not in the answer: it did not report, or is not on the map. */
export function comparedUnit(
  { rollup: { units, coverage }, isGranted }: GroundedRollup,
  id: string,
  { silence, language, places }: { silence: Silence; language: Language; places: number },
): Omit<ComparedUnit, 'name'> {
  const say = words[language];
  const scored: ScoredUnit | undefined = units.find(({ unit }) => unit === id);
  const isMissing = coverage.missing.some(({ unit }) => unit === id);
  const none = isMissing ? whyNone(silence, language) : say.absent;
  return {
    id,
    points: (group) => {
      if (scored === undefined) return { value: null, text: none };
      const value = group === null ? scored.total : (scored.groups[group] ?? null);
      if (value === null) return { value, text: whyNone(scored.totalReason, language) };
      const text = figureText(value, language, places);
      const granted = group !== null && isGranted(id, group);
      return { value, text: granted ? `${text} (${grantedText[language]})` : text };
    },
    rank: scored === undefined ? none : scored.rank === null ? say.unranked : String(scored.rank),
  };
}
