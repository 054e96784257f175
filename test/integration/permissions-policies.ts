import Pbac from 'pbac';
import type { Stack } from '../../local/stack.ts';

/** A statement of a function's role, its lists made lists. */
export type Statement = { Effect: 'Allow' | 'Deny'; Action: string[]; Resource: string[] };

/** Each function's statements, by its logical id without the CDK's hash: `OpenSubmission`. */
export function policiesOfFunctions(stack: Stack): Map<string, Statement[]> {
  const policies = stack.resources.list('AWS::IAM::Policy').map(({ properties }) => ({
    roles: properties.Roles as string[],
    statements: [(properties.PolicyDocument as { Statement: object }).Statement].flat() as RawStatement[],
  }));
  return new Map(
    stack.resources.list('AWS::Lambda::Function').map(({ logicalId, properties }) => {
      const role = String(properties.Role).split('/').at(-1) as string;
      const own = policies
        .filter(({ roles }) => roles.includes(role))
        .flatMap(({ statements }) => statements);
      return [nameOf(logicalId), own.map(listed)];
    }),
  );
}

/** `OpenSubmissionFunctionA1B2C3D4` → `OpenSubmission` */
export function nameOf(logicalId: string): string {
  return logicalId.replace(/Function[0-9A-F]{8}$/, '');
}

/** The independent evaluator: whether statements without principal and condition allow a call. */
export function oracle(statements: readonly Statement[]): Oracle {
  const pbac = new Pbac([{ Version: '2012-10-17', Statement: [...statements] }]);
  return (action, resource, context = {}) => pbac.evaluate({ action, resource, context });
}

type Oracle = (action: string, resource: string, context?: object) => boolean;
type RawStatement = { Effect: 'Allow' | 'Deny'; Action: string | string[]; Resource: string | string[] };

/** Conditions that narrow a statement further, each tested by itself. */
const testedConditions = [
  // Partitions of the table: permissions.test.ts.
  'dynamodb:LeadingKeys',
  // Whom a role is handed to, and the address that mails are from: local/scheduler.test.ts, local/mail-and-events.test.ts.
  'iam:PassedToService',
  'ses:FromAddress',
];

/**
 * A statement for `oracle`, without its condition, since pbac judges conditions wrongly.
 * @throws Error when a statement holds anything else that `oracle` would judge wrongly
 */
function listed({ Effect, Action, Resource, ...more }: RawStatement): Statement {
  const unknown = Object.keys(more).filter((key) => key !== 'Sid' && key !== 'Condition');
  const conditions = Object.values((more as { Condition?: Record<string, object> }).Condition ?? {});
  const keys = conditions.flatMap((condition) => Object.keys(condition));
  if (unknown.length > 0 || keys.some((key) => !testedConditions.includes(key)))
    throw new Error(`a function's role has more than actions and resources: ${JSON.stringify(more)}`);
  return { Effect, Action: [Action].flat(), Resource: [Resource].flat() };
}
