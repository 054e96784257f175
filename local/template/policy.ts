import * as v from 'valibot';
import { TemplateError } from './template-error.ts';

/**
 * The part of IAM policy evaluation that the templates need: roles of functions and schedules, policies of
 * queues and buckets, permissions of functions. "By default, all requests are denied; an explicit allow
 * overrides this; an explicit deny overrides any allow" (IAM User Guide, policy evaluation logic).
 */
const oneOrMore = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => [value].flat()),
);
const Principal = v.union([v.string(), v.record(v.string(), oneOrMore)]);
const Statement = v.strictObject({
  Sid: v.optional(v.string()),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.optional(Principal),
  Action: oneOrMore,
  Resource: v.optional(oneOrMore, '*'),
  Condition: v.optional(
    v.record(v.string(), v.record(v.string(), v.union([oneOrMore, v.boolean(), v.number()]))),
  ),
});
/** Anything of a statement that is not in the list above is refused: it would be judged wrongly. */
export const PolicyDocument = v.object({
  Version: v.optional(v.string()),
  Statement: v.pipe(
    v.unknown(),
    v.transform((value) => [value].flat()),
    v.array(Statement),
  ),
});
export type PolicyStatement = v.InferOutput<typeof Statement>;

/** A request to be judged: `principal` is a service such as `s3.amazonaws.com`, or a role's ARN. */
export type PolicyRequest = {
  principal: string;
  action: string;
  resource: string;
  /** Condition keys in lower case, such as `aws:sourcearn`. */
  context: Readonly<Record<string, string>>;
};

/**
 * Whether the statements allow the request. Statements without a principal belong to the asker's role.
 * @throws Error that names a condition operator which is not known here
 */
export function isAllowed(statements: readonly PolicyStatement[], request: PolicyRequest): boolean {
  return judge(statements, request) === 'allowed';
}

/** The request's fate: an explicit deny, an allow, or neither. @throws Error as `isAllowed` */
export function judge(
  statements: readonly PolicyStatement[],
  request: PolicyRequest,
): 'allowed' | 'denied' | 'not-allowed' {
  const matching = statements.filter((statement) => applies(statement, request));
  if (matching.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return matching.length > 0 ? 'allowed' : 'not-allowed';
}

/**
 * Refuses what could only be judged wrongly here, before anything runs.
 * @throws TemplateError that names the policy and what is not known of it
 */
export function refuseUnknown(where: string, statements: readonly PolicyStatement[]): void {
  for (const { Condition = {}, Resource } of statements) {
    const operator = Object.keys(Condition).find((one) => !isKnown(one));
    if (operator !== undefined)
      throw new TemplateError(where, `the policy condition ${operator} is not supported`);
    const variable = [...Resource, ...Object.values(Condition).flatMap(valuesOf)].find((one) =>
      one.includes('${'),
    );
    if (variable !== undefined)
      throw new TemplateError(where, `policy variables are not supported: ${variable}`);
  }
}

function isKnown(operator: string): boolean {
  return operator === 'Null' || operators[operator.replace(/^ForAllValues:/, '')] !== undefined;
}

function valuesOf(keys: Record<string, string[] | boolean | number>): string[] {
  return Object.values(keys).flat().map(String);
}

/** Whether text fits a pattern with `*` (any run of characters) and `?` (any one). */
export function fits(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

function applies(statement: PolicyStatement, request: PolicyRequest): boolean {
  return (
    principalFits(statement.Principal, request.principal) &&
    statement.Action.some((action) => fits(action.toLowerCase(), request.action.toLowerCase())) &&
    statement.Resource.some((resource) => fits(resource, request.resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, key, [wanted].flat().map(String), request),
      ),
    )
  );
}

function principalFits(principal: PolicyStatement['Principal'], asking: string): boolean {
  if (principal === undefined || principal === '*') return true;
  if (typeof principal === 'string') return principal === asking;
  return Object.values(principal)
    .flat()
    .some((one) => one === '*' || one === asking);
}

/** Of a key that has several values in a request; ours have one at most. */
const forAll = 'ForAllValues:';

const operators: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: (wanted, given) => wanted === given,
  StringLike: fits,
  ArnEquals: arnFits,
  ArnLike: arnFits,
  NumericLessThan: (wanted, given) => Number(given) < Number(wanted),
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
};

/** "Each of the six colon-delimited components of the ARN is checked separately" (IAM User Guide). */
function arnFits(pattern: string, value: string): boolean {
  const [wanted, given] = [pattern.split(':'), value.split(':')];
  const parts = (arn: string[]) => [...arn.slice(0, 5), arn.slice(5).join(':')];
  return parts(wanted).every((part, index) => fits(part, parts(given)[index] ?? ''));
}

function holds(operator: string, key: string, wanted: string[], request: PolicyRequest): boolean {
  if (operator === 'Null') return wanted[0] === String(request.context[key.toLowerCase()] === undefined);
  // "ForAllValues also returns true if there are no context keys in the request" (IAM User Guide).
  if (operator.startsWith(forAll)) {
    const isGiven = request.context[key.toLowerCase()] !== undefined;
    return !isGiven || holds(operator.slice(forAll.length), key, wanted, request);
  }
  const test = operators[operator];
  if (test === undefined) throw new Error(`the policy condition ${operator} is not supported`);
  const given = request.context[key.toLowerCase()];
  return given !== undefined && wanted.some((one) => test(one, given));
}
