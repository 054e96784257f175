import { mostExplained, shortness } from '../../../shared/submissions/reason.ts';
import type { FieldError } from '../../parts/error-summary.tsx';
import type { signWords } from './sign-words.ts';

/** What an approver is writing: why each warning is right, by its code, and why the version before is replaced. */
type SignDraft = { explanations: Readonly<Record<string, string>>; why: string };
export const emptySignDraft: SignDraft = { explanations: {}, why: '' };

/** The control of a warning's explanation; the service names it `explanations.<code>`. */
export function explanationId(code: string): string {
  return `explain-${code}`;
}

/** Codes in the order in which the check lists them, a cause before its effects; one that it does not list comes last. */
export function asListed(codes: readonly string[], groups: readonly { code: string }[]): string[] {
  const places = new Map(groups.map(({ code }, place) => [code, place]));
  const placeOf = (code: string) => places.get(code) ?? groups.length;
  return codes.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What the service would refuse, told before it is asked; in the order of the page. */
export function signFaults(
  draft: SignDraft,
  {
    warnings,
    replaces,
    matter,
  }: {
    warnings: readonly string[];
    replaces: number;
    /** Of what a warning speaks, in a few words. */
    matter: (code: string) => string;
  },
  say: (typeof signWords)['vi'],
): FieldError[] {
  const missing = warnings.flatMap((code, at) => {
    const short = shortness(draft.explanations[code] ?? '');
    if (short === null) return [];
    const told = short === 'missing' ? say.explainMissing : say.explainShort;
    return [{ id: explanationId(code), message: told(at + 1, matter(code)) }];
  });
  const length = warnings.map((code) => (draft.explanations[code] ?? '').trim()).join('').length;
  const tooLong =
    length > mostExplained
      ? [{ id: explanationId(warnings[0] ?? ''), message: say.explainLong(mostExplained, length) }]
      : [];
  const isShort = replaces > 0 && shortness(draft.why) !== null;
  return [...missing, ...tooLong, ...(isShort ? [{ id: 'why', message: say.whyMissing }] : [])];
}

/** The fields that the service names, as those of the page. */
export function fieldOf(named: string): string {
  return named.startsWith('explanations.') ? explanationId(named.slice('explanations.'.length)) : named;
}
