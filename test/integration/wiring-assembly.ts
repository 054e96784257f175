import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assembly } from './service.ts';

type TemplateResource = { Type: string; Properties: Record<string, unknown>; DependsOn?: unknown };

/** The resources of both synthesised stacks, by logical id, to be changed in place. */
export type SynthesisedResources = Record<string, TemplateResource>;

/**
 * Writes a copy of the synthesised assembly with its templates changed; the assets stay where they are.
 * @returns the copy's folder, and how to be rid of it
 */
export function changedAssembly(change: (resources: SynthesisedResources) => void): {
  folder: string;
  [Symbol.dispose]: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-wiring-'));
  const files = readdirSync(assembly).filter((name) => name.endsWith('.json'));
  for (const name of files) cpSync(join(assembly, name), join(folder, name));
  for (const name of files.filter((one) => one.endsWith('.assets.json'))) pointToAssets(join(folder, name));
  const names = files.filter((one) => one.endsWith('.template.json'));
  const templates = names.map((name) => [name, readJson(join(folder, name))] as const);
  const owners = new Map(
    templates.flatMap(([name, { Resources }]) => Object.keys(Resources).map((id) => [id, name])),
  );
  const all: SynthesisedResources = Object.assign({}, ...templates.map(([, { Resources }]) => Resources));
  change(all);
  for (const [name, template] of templates) {
    const isHere = ([id]: [string, unknown]) => (owners.get(id) ?? names.at(-1)) === name;
    const Resources = Object.fromEntries(Object.entries(all).filter(isHere));
    writeFileSync(join(folder, name), JSON.stringify({ ...template, Resources }));
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** The one resource of a type that fits. @throws Error when there is none, or more than one */
export function only(
  resources: SynthesisedResources,
  type: string,
  fits: (id: string, text: string) => boolean,
): [id: string, resource: TemplateResource] {
  const found = Object.entries(resources).filter(
    ([id, resource]) => resource.Type === type && fits(id, JSON.stringify(resource.Properties)),
  );
  const [first] = found;
  if (found.length !== 1 || !first) throw new Error(`${found.length} resources of type ${type} fit`);
  return first;
}

function pointToAssets(file: string): void {
  const manifest = readJson(file) as unknown as { files: Record<string, { source: { path: string } }> };
  for (const { source } of Object.values(manifest.files)) source.path = resolve(assembly, source.path);
  writeFileSync(file, JSON.stringify(manifest));
}

function readJson(file: string): { Resources: SynthesisedResources } {
  return JSON.parse(readFileSync(file, 'utf8'));
}
