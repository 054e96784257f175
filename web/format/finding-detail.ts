import {
  expectedText,
  findingWords,
  gotText,
  writtenDifference,
} from '../../shared/normalisation/finding-words.ts';
import type { Finding } from '../../shared/normalisation/report.ts';
import type { Language } from '../app/language.tsx';

/** What stands in the file and what is expected, as far as the finding says it: `trong tệp “950”; cần là “≤ 900”`. */
export function detailText(
  { got, expected, difference }: Pick<Finding, 'got' | 'expected' | 'difference'>,
  language: Language,
): string {
  const say = findingWords[language];
  const told = [
    got !== null && `${within(say.got)} “${gotText(plain(got), language)}”`,
    expected !== null && `${within(say.expected)} “${expectedText(plain(expected), language)}”`,
    difference !== null && `${within(say.difference)} ${writtenDifference(difference, language)}`,
  ];
  return told.filter(Boolean).join('; ');
}

/** Within a sentence. */
function within(word: string): string {
  return word.toLowerCase();
}

/** A text of a file on one line, without what moves the direction of writing. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
