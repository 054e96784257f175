import { account, partition, region, urlSuffix } from './place.ts';

/** A JSON value after its intrinsic functions are resolved. */
export type Resolved = string | number | boolean | null | Resolved[] | { [key: string]: Resolved };

/** What an intrinsic function may ask of the stack in which it stands. */
export type Scope = {
  stackName: string;
  ref: (logicalId: string) => string;
  attribute: (logicalId: string, attribute: string) => string;
  importValue: (exportName: string) => Resolved;
};

/** `undefined` stands for a removed property (`AWS::NoValue`). */
type Maybe = Resolved | undefined;

/**
 * Resolves the intrinsic functions of CloudFormation in a value.
 * @throws Error that says which function cannot be resolved (the caller adds the logical id)
 */
export function resolveIntrinsics(value: unknown, scope: Scope): Resolved {
  return resolve(value, scope) ?? null;
}

function resolve(value: unknown, scope: Scope): Maybe {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value !== 'object') throw new Error(`a template holds no ${typeof value}`);
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? ['', undefined];
  if (entries.length === 1 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))) {
    const run = functions[name];
    // A policy statement of conditions only is no intrinsic: 'Condition' with an object stays as it is.
    if (run === undefined && !(name === 'Condition' && typeof argument === 'object')) {
      throw new Error(`the intrinsic function ${name} is not supported`);
    }
    if (run !== undefined) return run(argument, scope);
  }
  return Object.fromEntries(
    entries
      .map(([key, inner]) => [key, resolve(inner, scope)] as const)
      .filter((entry): entry is [string, Resolved] => entry[1] !== undefined),
  );
}

const functions: Record<string, (argument: unknown, scope: Scope) => Maybe> = {
  Ref: (argument, scope) => refer(text(argument, 'Ref'), scope),
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...attribute] =
      typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
    return scope.attribute(text(id, 'Fn::GetAtt'), text(resolve(attribute[0], scope), 'Fn::GetAtt'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, 'Fn::Join');
    const joined = list(resolve(parts, scope), 'Fn::Join').map((part) => text(part, 'Fn::Join'));
    return joined.join(text(separator, 'Fn::Join'));
  },
  'Fn::Sub': (argument, scope) => {
    const [pattern, given] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
    const names = resolve(given ?? {}, scope) as { [key: string]: Resolved };
    return text(pattern, 'Fn::Sub').replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(names, name)) return text(names[name], 'Fn::Sub');
      const [id = '', ...attribute] = name.split('.');
      return attribute.length === 0
        ? text(refer(id, scope), 'Fn::Sub')
        : scope.attribute(id, attribute.join('.'));
    });
  },
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(text(resolve(argument, scope), 'Fn::ImportValue')),
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, 'Fn::Select');
    const chosen = list(resolve(items, scope), 'Fn::Select')[Number(resolve(index, scope))];
    if (chosen === undefined) throw new Error(`Fn::Select: there is no item ${String(index)}`);
    return chosen as Resolved;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, 'Fn::Split');
    return text(resolve(whole, scope), 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
};

const pseudoParameters: Record<string, string> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': partition,
  'AWS::URLSuffix': urlSuffix,
};

function refer(name: string, scope: Scope): Maybe {
  if (name === 'AWS::NoValue') return undefined;
  if (name === 'AWS::StackName') return scope.stackName;
  if (name.startsWith('AWS::')) {
    const known = pseudoParameters[name];
    if (known === undefined) throw new Error(`the pseudo parameter ${name} is not supported`);
    return known;
  }
  return scope.ref(name);
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where} wants a list`);
  return value;
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${where} wants text`);
}
