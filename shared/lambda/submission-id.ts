import { Refusal } from '../refusal.ts';
import { submissionIdPattern } from '../submissions/submission.ts';
import type { Request } from './http.ts';

/** The id in the path. @throws Refusal `not-found` when it cannot be one */
export function submissionIdIn(request: Request): string {
  const id = request.path.id ?? '';
  if (!submissionIdPattern.test(id)) throw new Refusal('not-found');
  return id;
}
