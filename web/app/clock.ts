import { readConfig } from './config.ts';

let ahead: Promise<number> | undefined;

/** Business time in milliseconds since 1970: the stack's where its clock can be moved, else this machine's. @throws as `readConfig` */
export async function businessNow(): Promise<number> {
  ahead ??= readConfig()
    .then(({ now }) => (now === null ? 0 : Date.parse(now) - Date.now()))
    .catch((fault) => {
      // Asked again the next time: the network may be there then.
      ahead = undefined;
      throw fault;
    });
  return Date.now() + (await ahead);
}

/**
 * Tells business time once it is known, then at each whole minute of it, which all moments of the calendar are, and when
 * the page is looked at again: a machine that slept has missed its timer. This machine's where the stack does not tell
 * its own.
 * @returns ends it
 */
export function followBusinessTime(tell: (now: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFollowed = true;
  const look = async () => {
    const now = await businessNow().catch(() => Date.now());
    if (!isFollowed) return;
    clearTimeout(timer);
    timer = setTimeout(look, minute - (now % minute));
    tell(now);
  };
  const onLook = () => void look();
  document.addEventListener('visibilitychange', onLook);
  onLook();
  return () => {
    isFollowed = false;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onLook);
  };
}

const minute = 60_000;
