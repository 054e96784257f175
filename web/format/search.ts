import { fold } from '../../shared/normalisation/fold.ts';

/**
 * Whether a reader who types `wanted` means one of the texts: without marks or with them, in any case, from the start of
 * any word.
 * @param wanted nothing but spaces: everything is meant
 */
export function isMeant(wanted: string, texts: readonly string[]): boolean {
  const folded = fold(wanted);
  return folded === '' || texts.some((text) => ` ${fold(text)}`.includes(` ${folded}`));
}
