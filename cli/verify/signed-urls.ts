import type { ChainPart } from '../../shared/query/read-chain.ts';
import { slotName } from '../../shared/submissions/slot.ts';

/**
 * The signed URLs of a part of a chain. They live five minutes, in which a slow line may not read what a part names:
 * S3 answers 403 for one that has expired, as it does for an object that is not there. So on 403 the part is asked for
 * again, and its new URL counts.
 */
export class SignedUrls {
  /** What each URL that was handed out is of. */
  readonly #of = new Map<string, string>();
  /** The newest URL of each thing. */
  #newest = new Map<string, string>();
  #again: () => Promise<ChainPart> = () => Promise.reject(new Error('no part was asked for'));

  /** @param again asks for the same part */
  take(part: ChainPart, again: () => Promise<ChainPart>): void {
    this.#again = again;
    this.#newest = urlsIn(part);
    for (const [name, url] of this.#newest) this.#of.set(url, name);
  }

  /** The answer to a URL of the part; 403 only where a fresh one is answered so too. */
  async fetched(url: string): Promise<Response> {
    const name = this.#of.get(url) ?? '';
    const answer = await fetch(this.#newest.get(name) ?? url);
    if (answer.status !== 403) return answer;
    await answer.body?.cancel();
    const fresh = urlsIn(await this.#again());
    this.#newest = fresh;
    return fetch(fresh.get(name) ?? url);
  }
}

function urlsIn({ items }: ChainPart): Map<string, string> {
  const urls = new Map<string, string>();
  for (const item of items) {
    if (item.kind !== 'slot') continue;
    const { file = null, context = null } = item.report ?? {};
    if (file !== null) urls.set(`${slotName(item.key)} file`, file);
    if (context !== null) urls.set(`${slotName(item.key)} context`, context);
  }
  return urls;
}
