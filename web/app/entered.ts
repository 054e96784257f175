/** Before the name of everything that this tab keeps of what somebody enters, until it is sent. */
const draftPrefix = 'diem-cau:draft:';
const uploadPrefix = 'diem-cau:upload:';

/** Where a person's draft lies, by subject: each person's own. */
export function draftPlace(person: string | null, name: string): string {
  return placeOf(draftPrefix, person) + name;
}

/** Where it is remembered what a person was sending: a colleague with the same file begins their own. */
export function uploadPlace(person: string | null, name: string): string {
  return placeOf(uploadPrefix, person) + name;
}

/**
 * Forgets what was entered in this tab and not sent: who comes next finds nothing of it.
 * @param but whose is kept; null: nobody's
 */
export function forgetEntered(
  storage: Pick<Storage, 'length' | 'key' | 'removeItem'>,
  but: string | null,
): void {
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
  for (const prefix of [draftPrefix, uploadPrefix]) {
    for (const name of names) {
      const isKept = but !== null && name.startsWith(placeOf(prefix, but));
      if (name.startsWith(prefix) && !isKept) storage.removeItem(name);
    }
  }
}

/** Encoded, since a subject may have any character: no person's place begins another's. */
function placeOf(prefix: string, person: string | null): string {
  return `${prefix}${encodeURIComponent(person ?? '')}:`;
}
