import * as v from 'valibot';
import type { AssemblyStack, TemplateResource } from './assembly.ts';
import { type Resolved, resolveIntrinsics, type Scope } from './intrinsics.ts';
import { type Endpoints, resourceTypes } from './resource-types.ts';
import { scopeOf } from './scope.ts';
import { TemplateError } from './template-error.ts';

/** A resource with every intrinsic resolved to what it is on this machine. */
export type Resource = {
  stack: string;
  logicalId: string;
  /** `Stack/Construct/Resource`, where the template tells it. */
  path: string | undefined;
  type: string;
  /** What `Ref` answers. */
  physicalId: string;
  arn: string | undefined;
  properties: { [key: string]: Resolved };
  dependsOn: string[];
};

/** The resources of all stacks of an assembly. */
export type Resources = {
  all: readonly Resource[];
  list: (type: string) => Resource[];
  /** @throws TemplateError when no resource, or more than one, answers to it */
  find: (logicalIdOrPath: string) => Resource;
  byArn: (arn: string) => Resource | undefined;
};

/**
 * Resolves an assembly for this machine. Physical names follow from stack and logical id alone, so that
 * data that was kept is found again.
 * @throws TemplateError that names the resource whose type or intrinsic is not supported
 */
export function resolveResources(stacks: readonly AssemblyStack[], endpoints: Endpoints): Resources {
  const exported = new Map<string, () => Resolved>();
  const all: Resource[] = [];
  for (const stack of stacks) {
    for (const [id, resource] of Object.entries(stack.template.Resources))
      checkSupported(stack.name, id, resource);
    const scope = scopeOf(stack, endpoints, exported);
    for (const { Value, Export } of Object.values(stack.template.Outputs)) {
      if (Export === undefined) continue;
      exported.set(String(resolveIntrinsics(Export.Name, scope)), () => resolveIntrinsics(Value, scope));
    }
    for (const id of Object.keys(stack.template.Resources)) all.push(resourceOf(stack, id, scope));
  }
  const byArn = new Map(
    all.flatMap((resource) => (resource.arn === undefined ? [] : [[resource.arn, resource]])),
  );
  return {
    all,
    list: (type) => all.filter((resource) => resource.type === type),
    find: (wanted) => find(all, wanted),
    byArn: (arn) => byArn.get(arn),
  };
}

/**
 * A resource's properties as typed data.
 * @throws TemplateError that names the resource and the property
 */
export function propertiesOf<S extends v.GenericSchema>(resource: Resource, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, resource.properties);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new TemplateError(nameOf(resource), `${v.getDotPath(issue) ?? 'properties'}: ${issue.message}`);
}

/** How an error names a resource. */
export function nameOf(resource: Pick<Resource, 'stack' | 'logicalId'>): string {
  return `${resource.stack}/${resource.logicalId}`;
}

function checkSupported(stack: string, id: string, { Type, Condition }: TemplateResource): void {
  if (!Object.hasOwn(resourceTypes, Type)) {
    throw new TemplateError(
      `${stack}/${id}`,
      `resource type ${Type} is not supported by the one-machine stack`,
    );
  }
  if (Condition !== undefined && Type !== 'AWS::CDK::Metadata') {
    throw new TemplateError(`${stack}/${id}`, 'conditional resources are not supported');
  }
}

function resourceOf(stack: AssemblyStack, logicalId: string, scope: Scope): Resource {
  const source = stack.template.Resources[logicalId] as TemplateResource;
  try {
    const hasArn = resourceTypes[source.Type]?.attributes?.Arn !== undefined;
    return {
      stack: stack.name,
      logicalId,
      path: source.Metadata?.['aws:cdk:path'],
      type: source.Type,
      physicalId: scope.ref(logicalId),
      arn: hasArn ? scope.attribute(logicalId, 'Arn') : undefined,
      properties: resolveIntrinsics(source.Properties, scope) as { [key: string]: Resolved },
      dependsOn: [source.DependsOn].flat(),
    };
  } catch (error) {
    throw new TemplateError(
      `${stack.name}/${logicalId}`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function find(all: readonly Resource[], wanted: string): Resource {
  const path = wanted.replace(/^\//, '');
  const found = all.filter(
    (resource) =>
      resource.logicalId === wanted ||
      nameOf(resource) === path ||
      resource.path === path ||
      resource.path === `${path}/Resource`,
  );
  if (found.length === 1 && found[0]) return found[0];
  const how = found.length === 0 ? 'there is no such resource' : 'more than one resource answers to this';
  throw new TemplateError(wanted, how);
}
