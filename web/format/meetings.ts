import { capitalised } from '../../shared/written.ts';
import type { Both, Language } from '../app/language.tsx';
import { dayText } from './days.ts';

/**
 * What a meeting is called, wherever one is named.
 * @param body whose it is, in the language; absent: the short name, where that is known from the page
 * @returns `Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số` · `Meeting no. 11 of the National Committee on …`
 */
export function meetingText(number: number, language: Language, body?: string): string {
  return capitalised(meetingWithin(number, language, body));
}

/** The same within a sentence. */
export function meetingWithin(number: number, language: Language, body?: string): string {
  const [short, of] =
    language === 'vi' ? [`phiên họp lần thứ ${number}`, 'của'] : [`meeting no. ${number}`, 'of the'];
  return body === undefined ? short : `${short} ${of} ${body}`;
}

/**
 * A meeting with its day, as one names another.
 * @param name by one of the two above
 * @param day local, `2026-07-15`
 * @returns `Phiên họp lần thứ 10, ngày 15/07/2026` · `Meeting no. 10, 15 July 2026`
 */
export function meetingOn(name: string, day: string, language: Language): string {
  return `${name}, ${language === 'vi' ? 'ngày ' : ''}${dayText(day, language)}`;
}

/** A meeting that was made for the demonstration, in a word. */
export const constructedText: Both = { vi: 'dựng để minh họa', en: 'constructed for the demonstration' };
