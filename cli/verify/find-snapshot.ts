import type { Found } from './chain-source.ts';

/**
 * The snapshot that is asked for among meetings.
 * @param wanted the name of a snapshot or a meeting's id; null: the latest meeting that has one
 */
export async function foundAmong(
  meetings: readonly { id: string; date: string }[],
  wanted: string | null,
  hashOf: (meeting: string) => Promise<string | undefined>,
): Promise<Found | undefined> {
  const newestFirst = [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()].sort((a, b) =>
    a.date < b.date ? 1 : -1,
  );
  for (const { id } of newestFirst) {
    if (wanted !== null && !isHash(wanted) && id !== wanted) continue;
    const hash = await hashOf(id);
    if (hash !== undefined && (wanted === null || wanted === id || wanted === hash))
      return { meeting: id, hash };
  }
  return undefined;
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
