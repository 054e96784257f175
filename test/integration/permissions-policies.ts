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

/** @throws Error when a statement holds what `oracle` would judge wrongly (see the tests of pbac) */
function listed({ Effect, Action, Resource, ...more }: RawStatement): Statement {
  if (Object.keys(more).some((key) => key !== 'Sid'))
    throw new Error(`a function's role has more than actions and resources: ${JSON.stringify(more)}`);
  return { Effect, Action: [Action].flat(), Resource: [Resource].flat() };
}
