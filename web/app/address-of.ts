/**
 * An address with its query, each value escaped: what came with the page's own address is no more than a value of it.
 * `:`, `@` and `,` stay readable, as a query may have them (RFC 3986, 3.4).
 * @param values null, undefined and the empty text are left out
 * @returns `/nguon-goc?don-vi=province:52@2025&ky=2026-Q3`; the path alone where there is no value
 */
export function addressOf(path: string, values: Readonly<Record<string, string | null | undefined>>): string {
  const told = Object.entries(values).flatMap(([key, value]) => (value ? [`${key}=${escaped(value)}`] : []));
  return told.length === 0 ? path : `${path}?${told.join('&')}`;
}

export function escaped(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',');
}
