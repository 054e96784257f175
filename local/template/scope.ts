import { createHash } from 'node:crypto';
import type { AssemblyStack, TemplateResource } from './assembly.ts';
import { type Resolved, resolveIntrinsics, type Scope } from './intrinsics.ts';
import { type Endpoints, type ResourceType, resourceTypes } from './resource-types.ts';

/**
 * What the intrinsics of one stack refer to: its parameters and resources, and what earlier stacks export.
 * A resource's name may itself be made of intrinsics; one that leads back to itself is an error.
 */
export function scopeOf(
  stack: AssemblyStack,
  endpoints: Endpoints,
  exported: Map<string, () => Resolved>,
): Scope {
  const entered = new Set<string>();
  const named = (id: string): [string, ResourceType] => {
    const resource = stack.template.Resources[id];
    const type = resource && resourceTypes[resource.Type];
    if (!type) throw new Error(`there is no resource ${id} in stack ${stack.name}`);
    if (entered.has(id)) throw new Error(`the name of ${id} depends on itself`);
    entered.add(id);
    try {
      const given = type.nameProperty && resource.Properties[type.nameProperty];
      const name = given ? resolveIntrinsics(given, scope) : physicalName(stack.name, id, resource, type);
      return [String(name), type];
    } finally {
      entered.delete(id);
    }
  };
  const scope: Scope = {
    stackName: stack.name,
    ref: (id) => {
      const parameter = stack.template.Parameters[id];
      if (parameter !== undefined) {
        if (typeof parameter.Default !== 'string') throw new Error(`parameter ${id} has no default`);
        return parameter.Default;
      }
      const [name, type] = named(id);
      return type.ref?.(name, endpoints) ?? name;
    },
    attribute: (id, attribute) => {
      const [name, type] = named(id);
      const make = type.attributes?.[attribute];
      if (make === undefined) throw new Error(`${id} has no attribute ${attribute} here`);
      return make(name, endpoints);
    },
    importValue: (name) => {
      const value = exported.get(name);
      if (value === undefined) throw new Error(`no earlier stack exports ${name}`);
      return value();
    },
  };
  return scope;
}

function physicalName(stack: string, id: string, resource: TemplateResource, type: ResourceType): string {
  const suffix = type.suffix?.(resource.Properties) ?? '';
  const limit = (type.nameLimit ?? 128) - suffix.length;
  const plain = type.lowerCase ? `${stack}-${id}`.toLowerCase() : `${stack}-${id}`;
  if (plain.length <= limit) return plain + suffix;
  return `${plain.slice(0, limit - 9)}-${createHash('sha256').update(plain).digest('hex').slice(0, 8)}${suffix}`;
}
