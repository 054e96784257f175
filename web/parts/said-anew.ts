import type { FieldError } from './error-summary.tsx';

/** Each error as it is said now; one that is said no more keeps its place and its words until the form is sent again. */
export function saidAnew(before: readonly FieldError[], now: readonly FieldError[]): readonly FieldError[] {
  const words = new Map(now.map(({ id, message }) => [id, message]));
  return before.map(({ id, message }) => ({ id, message: words.get(id) ?? message }));
}
