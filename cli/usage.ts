import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An option that a command does not take, or one that it misses: exit status 2. */
export class UsageError extends Error {}

/** The options and words behind a command. @throws UsageError that names what the command does not take */
export function parsedArgs<const C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export type Lang = 'vi' | 'en';

/** @throws UsageError for what is neither */
export function langOf(text: string): Lang {
  if (text !== 'vi' && text !== 'en') throw new UsageError('--lang: vi | en');
  return text;
}

/** A token is sent there: only over TLS, or to this machine. @throws UsageError for another address */
export function addressOf(option: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isHere = address?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(address.hostname);
  if (!address || (address.protocol !== 'https:' && !isHere)) {
    throw new UsageError(`${option}: https://…, http://127.0.0.1:…`);
  }
  return url.replace(/\/+$/, '');
}

/** `fetch failed` says nothing; its cause says what. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
