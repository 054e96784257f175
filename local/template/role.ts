import * as v from 'valibot';
import { account } from './place.ts';
import { isAllowed, PolicyDocument, type PolicyStatement } from './policy.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from './resources.ts';
import { TemplateError } from './template-error.ts';

const Role = v.object({
  AssumeRolePolicyDocument: PolicyDocument,
  Policies: v.optional(v.array(v.object({ PolicyDocument })), []),
  ManagedPolicyArns: v.optional(v.array(v.string()), []),
  PermissionsBoundary: v.optional(v.string()),
});
const Policy = v.object({ PolicyDocument, Roles: v.optional(v.array(v.string()), []) });

/** A service that asks, and on behalf of what it does. */
export type AskingService = { /** Such as `scheduler.amazonaws.com`. */ name: string; sourceArn: string };

/** Whether a service may take a role of the template and do something with it. */
export function roleAllows(
  resources: Resources,
  roleArn: string,
  service: AskingService,
  action: string,
  resource: string,
): boolean {
  const role = resources.byArn(roleArn);
  if (role?.type !== 'AWS::IAM::Role') return false;
  const asked = { principal: roleArn, action, resource, context };
  return (
    roleTrusts(role, service.name, service.sourceArn) && isAllowed(policiesOfRole(resources, role), asked)
  );
}

/**
 * Whether a service may take a role.
 * @param sourceArn on behalf of what, as the ARN of a schedule group
 */
export function roleTrusts(role: Resource, service: string, sourceArn?: string): boolean {
  const trust = propertiesOf(role, Role).AssumeRolePolicyDocument.Statement;
  const asked = { ...context, ...(sourceArn === undefined ? {} : { 'aws:sourcearn': sourceArn }) };
  return isAllowed(trust, { principal: service, action: 'sts:AssumeRole', resource: '*', context: asked });
}

/**
 * Every statement of a role: its own, and those of the policies that are attached to it.
 * @throws TemplateError when it has others, which cannot be read from a template
 */
export function policiesOfRole(resources: Resources, role: Resource): PolicyStatement[] {
  const { Policies, ManagedPolicyArns, PermissionsBoundary } = propertiesOf(role, Role);
  if (ManagedPolicyArns.length > 0)
    throw new TemplateError(nameOf(role), `managed policies are not supported: ${ManagedPolicyArns}`);
  if (PermissionsBoundary !== undefined)
    throw new TemplateError(nameOf(role), 'permissions boundaries are not supported');
  const attached = resources
    .list('AWS::IAM::Policy')
    .map((policy) => propertiesOf(policy, Policy))
    .filter(({ Roles }) => Roles.includes(role.physicalId));
  return [...Policies, ...attached].flatMap((one) => one.PolicyDocument.Statement);
}

const context = { 'aws:sourceaccount': account };
