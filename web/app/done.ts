import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** What was done, as its page calls it; `number` is another one each time. */
type Done = { what: string; number: number };

/** What was just done, for the page that is gone to after it: a reload, a way back or a link that is passed on tells nothing. */
export class DoneMemory {
  #last: (Done & { at: string }) | null = null;
  #number = 0;
  readonly #listeners = new Set<() => void>();

  tell(at: string, what: string): void {
    this.#number += 1;
    this.#last = { at, what, number: this.#number };
    for (const listener of this.#listeners) listener();
  }

  /** The reader is there now: what was told elsewhere is told no more, also when they come back. */
  arrived(at: string): void {
    if (this.#last?.at !== at) this.#last = null;
  }

  toldAt(at: string): Done | null {
    return this.#last?.at === at ? this.#last : null;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const memory = new DoneMemory();

/** Goes to the page that tells what was done; from that very page it makes no step in the history. */
export function useGoDone(): (address: string, what: string) => void {
  const { url, route } = useLocation();
  return (address, what) => {
    route(address, address === url);
    memory.tell(address, what);
  };
}

/** What was done by which the reader came to this page; null: they came in another way. */
export function useDone(): Done | null {
  const { url } = useLocation();
  const [, setRound] = useState(0);
  useEffect(() => memory.listen(() => setRound((before) => before + 1)), []);
  return memory.toldAt(url);
}

/** Follows where the reader goes; once, for the whole portal. */
export function useFollowDone(): void {
  const { url } = useLocation();
  useEffect(() => memory.arrived(url), [url]);
}
