import type { FindingsView } from '../../../shared/query/read-submission.ts';
import type { Language } from '../../app/language.tsx';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { plain } from '../../format/finding-detail.ts';

type Finding = FindingsView['findings'][number];
type Named = {
  language: Language;
  /** What a finding is about: an indicator, and of whom where a file has several. */
  nameOf: (finding: Pick<Finding, 'about' | 'at'>) => string;
};

/** So many places of one warning are named; the list of findings has them all. */
const placesNamed = 5;

const more = {
  vi: (count: string) => `và ${count} chỗ nữa`,
  en: (count: string) => `and ${count} more`,
};

/**
 * Where a warning stands and of what it speaks: `Tỷ lệ hồ sơ đúng hạn, ô E18 “358.660”; …; và 15 chỗ nữa`; nothing where
 * it is of the whole file and says no more than its sentence.
 * @param count of all its places; fewer may be listed
 */
export function placesText(
  found: readonly Finding[],
  count: number,
  { language, nameOf, most = placesNamed }: Named & { most?: number },
): string {
  const named = found.slice(0, most).map((finding) => {
    const { at, got, hint } = finding;
    const where = [nameOf(finding), at && cellText(at, language)].filter(Boolean).join(', ');
    const value =
      got !== null ? `“${plain(got)}”` : at === null ? (hint?.[language].replace(/\.$/, '') ?? '') : '';
    return [where, value].filter(Boolean).join(' ');
  });
  const told = named.filter((text) => text !== '');
  const rest = count - Math.min(found.length, most);
  if (told.length > 0 && rest > 0) told.push(more[language](figureText(String(rest), language)));
  return told.join('; ');
}

/** The first sentence of a message, which says what is the matter; those behind it say what to do. */
export function matterOf(message: string): string {
  return message.split(/\.\s/)[0]?.replace(/\.$/, '') ?? message;
}
