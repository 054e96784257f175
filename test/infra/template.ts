import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Properties = { [key: string]: Json };
export type Resource = {
  /** The logical id without its hash: `NormaliseFunction`. */
  id: string;
  type: string;
  stack: 'data' | 'service';
  properties: Properties;
  metadata: Properties;
  dependsOn: string[];
  deletionPolicy: string | undefined;
};
type TemplateFile = {
  Resources: Record<
    string,
    {
      Type: string;
      Properties?: Properties;
      Metadata?: Properties;
      DependsOn?: string[];
      DeletionPolicy?: string;
    }
  >;
  Outputs?: Record<string, { Value: Json; Export?: { Name: string } }>;
};

/** Both templates, read as a person would: references become `<logical id>.<attribute>`, without hashes. */
export class Templates {
  readonly resources: Resource[];
  readonly text: string;
  readonly outputs: string[];
  private readonly told: ReadonlyMap<string, Json>;
  private readonly exported = new Map<string, Json>();

  constructor(texts: { data: string; service: string }) {
    this.text = texts.data + texts.service;
    const files = { data: JSON.parse(texts.data), service: JSON.parse(texts.service) } as Record<
      'data' | 'service',
      TemplateFile
    >;
    const outputs = Object.values(files).flatMap((file) => Object.entries(file.Outputs ?? {}));
    const own = outputs.filter(([, output]) => output.Export === undefined);
    this.outputs = own.map(([name]) => name);
    this.told = new Map(own.map(([name, { Value }]) => [name, Value]));
    for (const [, output] of outputs) {
      if (output.Export !== undefined) this.exported.set(output.Export.Name, output.Value);
    }
    this.resources = (['data', 'service'] as const).flatMap((stack) =>
      Object.entries(files[stack].Resources).map(([id, resource]) => ({
        id: plain(id),
        type: resource.Type,
        stack,
        properties: resource.Properties ?? {},
        metadata: resource.Metadata ?? {},
        dependsOn: (resource.DependsOn ?? []).map(plain),
        deletionPolicy: resource.DeletionPolicy,
      })),
    );
  }

  /** What an output tells the deployer, with its references by name. */
  output(name: string): string {
    return this.read(this.told.get(name));
  }

  of(type: string): Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The one resource of this type and name. */
  one(type: string, id: string): Resource {
    const found = this.of(type).find((resource) => resource.id === id);
    if (found === undefined) throw new Error(`the templates have no ${type} ${id}`);
    return found;
  }

  /** A value with its references resolved by name, across the stacks too. */
  read(value: Json | undefined): string {
    if (value === null || typeof value !== 'object') return String(value);
    if (Array.isArray(value)) return value.map((each) => this.read(each)).join(' ');
    if (typeof value.Ref === 'string') return plain(value.Ref);
    if ('Fn::GetAtt' in value) return (value['Fn::GetAtt'] as string[]).map(plain).join('.');
    if ('Fn::ImportValue' in value) return this.read(this.exported.get(value['Fn::ImportValue'] as string));
    if ('Fn::Join' in value) {
      const [separator, parts] = value['Fn::Join'] as [string, Json[]];
      return parts.map((part) => this.read(part)).join(separator);
    }
    return JSON.stringify(value);
  }

  /** The statements of a policy document, with actions and resources as lists of text. */
  statements(document: Json | undefined): Statement[] {
    const { Statement: statements } = document as { Statement: Properties[] };
    return statements.map((statement) => ({
      effect: statement.Effect as Statement['effect'],
      actions: list(statement.Action).map((action) => this.read(action)),
      resources: list(statement.Resource).map((resource) => this.read(resource)),
      principal: JSON.stringify(statement.Principal),
      condition:
        statement.Condition === undefined ? '' : this.readCondition(statement.Condition as Properties),
    }));
  }

  private readCondition(condition: Properties): string {
    const parts = Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys as Properties).map(([key, value]) => `${operator} ${key} ${this.read(value)}`),
    );
    return parts.join('; ');
  }
}

export type Statement = {
  effect: 'Allow' | 'Deny';
  actions: string[];
  resources: string[];
  principal: string;
  condition: string;
};

/** What `cdk deploy -c name=value` would deploy: runs the app as the CDK does, and reads both templates. */
export async function templatesOf(settings: Record<string, string> = {}): Promise<Templates> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-synth-'));
  try {
    await promisify(execFile)(process.execPath, ['infra/app.ts'], {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(settings) },
    });
    const read = (stack: string) =>
      readFile(join(folder, `DiemCau-${settings.stage ?? 'dev'}-${stack}.template.json`), 'utf8');
    return new Templates({ data: await read('Data'), service: await read('Service') });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A logical id without the hash that the CDK puts at its end. */
function plain(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}

export function list(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
