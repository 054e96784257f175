import * as v from 'valibot';
import { type FieldFault, Refusal } from '../refusal.ts';
import type { Request } from './http.ts';

/** Ids and catalogue codes, as they may stand in a body or a query. */
export const Code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9@:._-]{1,64}$/));
/** A route that takes no query parameter refuses every one. */
export const NoQuery = v.strictObject({});

/** The Idempotency-Key of a request, or null without one. @throws Refusal `parameter-malformed` */
export function idempotencyKeyIn(request: Request): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new Refusal('parameter-malformed', [{ field: 'Idempotency-Key', fault: 'malformed' }]);
  }
  return key;
}

/** Checks a JSON body. @throws Refusal `body-malformed` that names every wrong field */
export function bodyOf<T extends v.GenericSchema>(schema: T, request: Request): v.InferOutput<T> {
  let content: unknown;
  try {
    content = JSON.parse(request.body);
  } catch {
    throw new Refusal('body-malformed', [{ field: '', fault: 'not-json' }]);
  }
  const result = v.safeParse(schema, content);
  if (!result.success) throw new Refusal('body-malformed', faultsOf(result.issues));
  return result.output;
}

/** Checks query parameters; an unknown one is refused. @throws Refusal `parameter-malformed` */
export function queryOf<T extends v.GenericSchema>(schema: T, request: Request): v.InferOutput<T> {
  const result = v.safeParse(schema, request.query);
  if (!result.success) throw new Refusal('parameter-malformed', faultsOf(result.issues));
  return result.output;
}

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): { field: string; fault: FieldFault }[] {
  return issues.map((issue) => ({ field: (v.getDotPath(issue) ?? '').slice(0, 64), fault: faultOf(issue) }));
}

function faultOf(issue: v.BaseIssue<unknown>): FieldFault {
  if (issue.expected === 'never') return 'unknown';
  return issue.received === 'undefined' ? 'missing' : 'malformed';
}
