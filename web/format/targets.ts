import { measureText, targetText } from '../../shared/briefing/measures.ts';
import type { Voice } from '../../shared/briefing/voice.ts';
import type { Target } from '../../shared/catalog/schema.ts';
import type { Language } from '../app/language.tsx';
import { dayText, momentText } from './days.ts';
import { figureText } from './figures.ts';

/** A target as the briefing writes it, with its year: `≥ 100, liên tục` · `≥ 90 by 2026`. */
export function targetWords(target: Target, language: Language): string {
  return targetText(voiceOf(language), target);
}

/** A unit of measure in the reader's language, where the catalogue's has a translation. */
export function measureWords(unit: string, language: Language): string {
  return measureText(voiceOf(language), unit);
}

/** A unit of measure as it follows its figure: `%` stands close, a word apart. */
export function behindFigure(unit: string, language: Language): string {
  return unit.startsWith('%') ? measureWords(unit, language) : ` ${measureWords(unit, language)}`;
}

/** The briefing's voice, made of the portal's own formats: its own brings the whole table of periods along. */
function voiceOf(language: Language): Voice {
  return {
    language,
    say: (texts) => texts[language],
    number: (value) => figureText(String(value), language),
    day: (day) => dayText(day, language),
    moment: (instant) => momentText(instant, language),
    list: (items) => items.join(', '),
  };
}
