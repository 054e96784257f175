/** Before the name of everything that this tab keeps of what somebody enters, until it is sent. */
export const draftPrefix = 'diem-cau:draft:';
export const uploadPrefix = 'diem-cau:upload:';

/** Forgets what was entered in this tab and not sent: who comes next finds nothing of it. */
export function forgetEntered(storage: Pick<Storage, 'length' | 'key' | 'removeItem'>): void {
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
  for (const name of names) {
    if (name.startsWith(draftPrefix) || name.startsWith(uploadPrefix)) storage.removeItem(name);
  }
}
