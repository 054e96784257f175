/**
 * Of a row that is not there the code alone: its name is told beside it, in the reader's language.
 * @param expected `766.TDGQ Tỷ lệ hồ sơ giải quyết đúng hạn`
 * @returns `766.TDGQ`
 */
export function rowExpected(expected: string, about: string | null): string {
  return about !== null && expected.startsWith(`${about} `) ? about : expected;
}
