import * as v from 'valibot';

/**
 * The part of IAM policy evaluation that the wiring needs: resource policies of queues, permissions of
 * functions, and the role of a schedule. "By default, all requests are denied; an explicit allow
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
  Condition: v.optional(v.record(v.string(), v.record(v.string(), v.union([oneOrMore, v.boolean()])))),
});
export const PolicyDocument = v.object({
  Version: v.optional(v.string()),
  Statement: v.pipe(
    v.union([Statement, v.array(Statement)]),
    v.transform((value) => [value].flat()),
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
  const matching = statements.filter((statement) => applies(statement, request));
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny')
  );
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

const operators: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: (wanted, given) => wanted === given,
  StringLike: fits,
  ArnEquals: fits,
  ArnLike: fits,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
};

function holds(operator: string, key: string, wanted: string[], request: PolicyRequest): boolean {
  const test = operators[operator];
  if (test === undefined) throw new Error(`the policy condition ${operator} is not supported`);
  const given = request.context[key.toLowerCase()];
  return given !== undefined && wanted.some((one) => test(one, given));
}
