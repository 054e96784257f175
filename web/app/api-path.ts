import { escaped } from './address-of.ts';

/**
 * An address of the API, each value in it escaped: what came with the page's own address is no more than a value of it.
 * An address that begins with a value goes on from one that was made here.
 * @returns `/v1/submissions/7f3a/receipt` of apiPath`/v1/submissions/${id}/receipt`
 */
export function apiPath(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const [first = '', ...rest] = parts;
  return rest.reduce((made, part, at) => {
    const value = String(values[at]);
    return `${made}${made === '' ? value : escaped(value)}${part}`;
  }, first);
}

/**
 * Whether there can be anything at an address: it lies below `/v1/`, and each step of its path is a name, by which
 * no browser and no server takes it for another path. Anything else has no answer, and is sent no token.
 */
export function isApiAddress(address: string): boolean {
  const [path = ''] = address.split('?', 1);
  return path.startsWith('/v1/') && path.slice('/v1/'.length).split('/').every(isName);
}

function isName(step: string): boolean {
  try {
    const name = decodeURIComponent(step);
    return !['', '.', '..'].includes(name) && !/[/\\?#%\s\p{Cc}]/u.test(name);
  } catch {
    return false;
  }
}
