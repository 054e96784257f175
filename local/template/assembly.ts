import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { TemplateError } from './template-error.ts';

const Resource = v.looseObject({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
  DependsOn: v.optional(v.union([v.string(), v.array(v.string())]), []),
  Condition: v.optional(v.string()),
  Metadata: v.optional(v.looseObject({ 'aws:cdk:path': v.optional(v.string()) })),
});
const Template = v.looseObject({
  Parameters: v.optional(v.record(v.string(), v.looseObject({ Default: v.optional(v.unknown()) })), {}),
  Resources: v.record(v.string(), Resource),
  Outputs: v.optional(
    v.record(
      v.string(),
      v.looseObject({ Value: v.unknown(), Export: v.optional(v.object({ Name: v.unknown() })) }),
    ),
    {},
  ),
});
const Manifest = v.object({
  artifacts: v.optional(
    v.record(
      v.string(),
      v.looseObject({
        type: v.string(),
        properties: v.optional(
          v.looseObject({ templateFile: v.optional(v.string()), file: v.optional(v.string()) }),
        ),
        dependencies: v.optional(v.array(v.string()), []),
      }),
    ),
    {},
  ),
});
const Assets = v.object({
  files: v.optional(
    v.record(
      v.string(),
      v.object({
        source: v.object({ path: v.optional(v.string()), packaging: v.optional(v.string()) }),
        destinations: v.record(v.string(), v.object({ objectKey: v.string() })),
      }),
    ),
    {},
  ),
});

export type TemplateResource = v.InferOutput<typeof Resource>;
export type Template = v.InferOutput<typeof Template>;

/** One synthesised stack: its name, its template, and the folder behind each asset's S3 key. */
export type AssemblyStack = { name: string; template: Template; assets: ReadonlyMap<string, string> };

/**
 * Reads a cloud assembly (`cdk.out`), its stacks in the order in which they would be deployed.
 * @throws TemplateError when the folder is no assembly, or stacks depend on each other in a circle
 */
export function loadAssembly(folder: string): AssemblyStack[] {
  const root = resolve(folder);
  if (!existsSync(join(root, 'manifest.json'))) {
    throw new TemplateError(root, 'no cloud assembly here (manifest.json is missing): synthesise first');
  }
  const { artifacts } = read(root, 'manifest.json', Manifest);
  const assets = new Map<string, string>();
  for (const artifact of Object.values(artifacts)) {
    if (artifact.type === 'cdk:cloud-assembly')
      throw new TemplateError(root, 'nested assemblies are not supported');
    const file = artifact.properties?.file;
    if (artifact.type !== 'cdk:asset-manifest' || file === undefined) continue;
    for (const { source, destinations } of Object.values(read(root, file, Assets).files)) {
      if (source.packaging !== 'zip' || source.path === undefined) continue;
      for (const { objectKey } of Object.values(destinations))
        assets.set(objectKey, resolve(root, source.path));
    }
  }
  return inOrder(root, artifacts).map(([name, templateFile]) => ({
    name,
    template: read(root, templateFile, Template),
    assets,
  }));
}

/** The same stacks with the portal at another address: wherever they name its origin, they name this one. */
export function servedAt(url: string, origin: string, stacks: readonly AssemblyStack[]): AssemblyStack[] {
  const moved = (template: Template) =>
    JSON.parse(JSON.stringify(template).replaceAll(origin, url)) as Template;
  return stacks.map((stack) => ({ ...stack, template: moved(stack.template) }));
}

function inOrder(root: string, artifacts: v.InferOutput<typeof Manifest>['artifacts']): [string, string][] {
  const ordered: [string, string][] = [];
  const state = new Map<string, 'entered' | 'left'>();
  const visit = (id: string): void => {
    if (state.get(id) === 'left') return;
    if (state.get(id) === 'entered') throw new TemplateError(id, 'stacks depend on each other in a circle');
    state.set(id, 'entered');
    const artifact = artifacts[id];
    for (const needed of artifact?.dependencies ?? []) visit(needed);
    state.set(id, 'left');
    if (artifact?.type !== 'aws:cloudformation:stack') return;
    const file = artifact.properties?.templateFile;
    if (file === undefined) throw new TemplateError(root, `stack ${id} names no template`);
    const given = artifact.properties?.stackName;
    ordered.push([typeof given === 'string' ? given : id, file]);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return ordered;
}

function read<S extends v.GenericSchema>(root: string, file: string, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, JSON.parse(readFileSync(join(root, file), 'utf8')));
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new TemplateError(file, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
