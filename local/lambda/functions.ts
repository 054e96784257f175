import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { FunctionKey } from '../access/keyring.ts';
import type { AssemblyStack } from '../template/assembly.ts';
import { fits } from '../template/policy.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { type FunctionSpec, functionSpec } from './function-spec.ts';
import type { WorkerPlace } from './worker.ts';

/** The functions of the template, by what other resources call them. */
export type Functions = {
  pools: readonly FunctionPool[];
  /** @throws TemplateError that names the resource which asks for a function that is not there */
  of: (arnOrName: string, asking: Resource) => FunctionPool;
  find: (arnOrName: string) => FunctionPool | undefined;
  /** Whether an `AWS::Lambda::Permission` lets a service call a function for a source. */
  mayCall: (pool: FunctionPool, principal: string, sourceArn: string) => boolean;
  stop: () => Promise<void>;
};

const Permission = v.object({
  Action: v.string(),
  FunctionName: v.string(),
  Principal: v.string(),
  SourceArn: v.optional(v.string(), '*'),
});

/** What all functions share; each has a key of its own from `access`. */
type FunctionsPlace = Omit<WorkerPlace, 'credentials'> & { access: Access };

/**
 * Makes the pool of each function, and reads who may call it.
 * @throws TemplateError when AWS would refuse a function or a permission
 */
export function createFunctions(
  resources: Resources,
  stacks: readonly AssemblyStack[],
  { access, ...place }: FunctionsPlace,
): Functions {
  const pools = resources.list('AWS::Lambda::Function').map((resource) => {
    const spec = functionSpec(resource, stacks);
    const { credentials } = access.keys.byArn(spec.arn) as FunctionKey;
    refuseUnreachable(resource, spec, access, credentials.accessKeyId);
    return createFunctionPool(spec, { ...place, credentials });
  });
  const find = (arnOrName: string) =>
    pools.find(({ spec }) => spec.arn === arnOrName || spec.name === arnOrName);
  const of = (arnOrName: string, asking: Resource) => {
    const pool = find(arnOrName);
    if (!pool) throw new TemplateError(nameOf(asking), `${arnOrName} is no function of this template`);
    return pool;
  };
  const permissions = resources.list('AWS::Lambda::Permission').map((resource) => {
    const properties = propertiesOf(resource, Permission);
    return { ...properties, pool: of(properties.FunctionName, resource) };
  });
  return {
    pools,
    of,
    find,
    mayCall: (pool, principal, sourceArn) =>
      permissions.some(
        (one) =>
          one.pool === pool &&
          one.Principal === principal &&
          fits(one.Action, 'lambda:InvokeFunction') &&
          fits(one.SourceArn, sourceArn),
      ),
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.stop()));
    },
  };
}

/** "The provided execution role does not have permissions to call SendMessage on SQS" is Lambda's refusal. */
function refuseUnreachable(resource: Resource, spec: FunctionSpec, access: Access, key: string): void {
  if (spec.deadLetterArn === undefined || access.may(key, 'sqs:SendMessage', spec.deadLetterArn)) return;
  throw new TemplateError(
    nameOf(resource),
    `its role may not call sqs:SendMessage on its dead-letter queue ${spec.deadLetterArn}`,
  );
}
