import type { Form, Scorecard } from './schema.ts';

/**
 * The codes of the forms whose figures anybody may read: of what stands in a public scorecard, and of publications.
 * @param lists with every version or the newest alone, the newest last: what that says holds
 */
export function publicForms({
  scorecards,
  forms,
}: {
  scorecards: Iterable<Pick<Scorecard, 'code' | 'form'>>;
  forms: Iterable<Pick<Form, 'code' | 'owed'>>;
}): ReadonlySet<string> {
  const scored = newestOf(scorecards).map(({ form }) => form);
  const published = newestOf(forms).filter(({ owed }) => owed === false);
  return new Set([...scored, ...published.map(({ code }) => code)]);
}

function newestOf<V extends { code: string }>(versions: Iterable<V>): V[] {
  return [...new Map([...versions].map((version) => [version.code, version])).values()];
}
