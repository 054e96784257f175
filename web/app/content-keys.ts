/**
 * The Idempotency-Keys of one form, by what is sent: the same again, after a lost answer, is the same request; anything
 * else is another one, which the service would refuse under a key that was used.
 */
export type ContentKeys = {
  keyOf: (body: unknown) => string;
  /** From now on another one for this very content: what was made under the one before is of no use any more. */
  anew: (body: unknown) => string;
  /** Once something was done: the same again is meant to be done again. */
  clear: () => void;
};

export function contentKeys(): ContentKeys {
  const keys = new Map<string, string>();
  const anew = (body: unknown) => {
    const key = `web-${crypto.randomUUID()}`;
    keys.set(JSON.stringify(body), key);
    return key;
  };
  return {
    keyOf: (body) => keys.get(JSON.stringify(body)) ?? anew(body),
    anew,
    clear: () => keys.clear(),
  };
}
