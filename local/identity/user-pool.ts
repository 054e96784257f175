import * as v from 'valibot';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { invalid } from './cognito-error.ts';

const Pool = v.object({
  Schema: v.optional(
    v.array(
      v.object({
        Name: v.optional(v.string(), ''),
        StringAttributeConstraints: v.optional(
          v.object({ MinLength: v.optional(v.string()), MaxLength: v.optional(v.string()) }),
        ),
      }),
    ),
    [],
  ),
  LambdaConfig: v.optional(
    v.strictObject({
      PreTokenGeneration: v.optional(v.string()),
      PreTokenGenerationConfig: v.optional(
        v.strictObject({
          LambdaArn: v.string(),
          LambdaVersion: v.literal('V2_0', 'only version V2_0 of the pre-token trigger runs here'),
        }),
      ),
    }),
  ),
});
const Group = v.object({ GroupName: v.string(), UserPoolId: v.string() });

/** The user pool of the template, as far as it acts here. */
export type UserPool = {
  resource: Resource;
  id: string;
  groups: readonly string[];
  /** The function to be asked before a token is written. */
  preTokenArn: string | undefined;
  /** @throws CognitoError when the pool's schema has no such attribute, or it may not be so long or short */
  checkAttribute: (name: string, value: string) => void;
};

/** Attributes that every pool has, of those that this service could set. */
const standard = ['email', 'email_verified', 'name', 'locale', 'phone_number', 'phone_number_verified'];

/**
 * The one user pool of the template, or undefined when it has none.
 * @throws TemplateError when there are more, or it asks for what does not run here
 */
export function userPoolOf(resources: Resources): UserPool | undefined {
  const [resource, ...others] = resources.list('AWS::Cognito::UserPool');
  if (!resource) return undefined;
  const [other] = others;
  if (other) throw new TemplateError(nameOf(other), 'a second user pool is not supported');
  const { Schema, LambdaConfig } = propertiesOf(resource, Pool);
  const custom = new Map(
    Schema.map((one) => [`custom:${one.Name.replace(/^custom:/, '')}`, one.StringAttributeConstraints]),
  );
  const groups = resources
    .list('AWS::Cognito::UserPoolGroup')
    .map((group) => propertiesOf(group, Group))
    .filter((group) => group.UserPoolId === resource.physicalId);
  return {
    resource,
    id: resource.physicalId,
    groups: groups.map((group) => group.GroupName),
    preTokenArn: LambdaConfig?.PreTokenGenerationConfig?.LambdaArn,
    checkAttribute: (name, value) => {
      if (standard.includes(name)) return;
      if (!custom.has(name)) {
        throw invalid(
          `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.`,
        );
      }
      const bounds = custom.get(name);
      if (value.length < Number(bounds?.MinLength ?? 0) || value.length > Number(bounds?.MaxLength ?? 2048)) {
        throw invalid(`Attributes did not conform to the schema: ${name}: the length is out of bounds`);
      }
    },
  };
}
