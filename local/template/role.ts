import * as v from 'valibot';
import { account } from './place.ts';
import { isAllowed, PolicyDocument, type PolicyStatement } from './policy.ts';
import { propertiesOf, type Resources } from './resources.ts';

const Role = v.object({
  AssumeRolePolicyDocument: PolicyDocument,
  Policies: v.optional(v.array(v.object({ PolicyDocument })), []),
});
const Policy = v.object({ PolicyDocument, Roles: v.optional(v.array(v.string()), []) });

/**
 * Whether a service may take a role of the template and do something with it.
 * @param service such as `scheduler.amazonaws.com`
 */
export function roleAllows(
  resources: Resources,
  roleArn: string,
  service: string,
  action: string,
  resource: string,
): boolean {
  const role = resources.byArn(roleArn);
  if (role?.type !== 'AWS::IAM::Role') return false;
  const { AssumeRolePolicyDocument, Policies } = propertiesOf(role, Role);
  const context = { 'aws:sourceaccount': account };
  // Conditions on who asks (`aws:SourceArn` of a schedule group) are not judged: the asker is known.
  const trust = AssumeRolePolicyDocument.Statement.map(
    ({ Condition: _unjudged, ...rest }) => rest as PolicyStatement,
  );
  const trusted = isAllowed(trust, { principal: service, action: 'sts:AssumeRole', resource: '*', context });
  const attached = resources
    .list('AWS::IAM::Policy')
    .map((policy) => propertiesOf(policy, Policy))
    .filter(({ Roles }) => Roles.includes(role.physicalId));
  const statements = [...Policies, ...attached].flatMap((one) => one.PolicyDocument.Statement);
  return trusted && isAllowed(statements, { principal: roleArn, action, resource, context });
}
