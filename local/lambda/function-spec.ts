import { existsSync } from 'node:fs';
import * as v from 'valibot';
import type { AssemblyStack } from '../template/assembly.ts';
import { nameOf, propertiesOf, type Resource } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';

const FunctionProperties = v.object({
  Handler: v.string(),
  Runtime: v.pipe(v.string(), v.startsWith('nodejs')),
  Code: v.object({ S3Key: v.string() }),
  Timeout: v.optional(v.number(), 3),
  MemorySize: v.optional(v.number(), 128),
  Environment: v.optional(v.object({ Variables: v.optional(v.record(v.string(), v.string()), {}) })),
  ReservedConcurrentExecutions: v.optional(v.number()),
  Role: v.optional(v.string()),
  DeadLetterConfig: v.optional(v.object({ TargetArn: v.string() })),
  LoggingConfig: v.optional(
    v.object({
      LogGroup: v.optional(v.string()),
      LogFormat: v.optional(v.string()),
      ApplicationLogLevel: v.optional(v.string()),
    }),
  ),
  Layers: v.optional(v.pipe(v.array(v.string()), v.maxLength(0, 'layers are not supported')), []),
});

/** All that is needed to run a function, from its template. */
export type FunctionSpec = {
  logicalId: string;
  name: string;
  arn: string;
  /** The folder of its asset. */
  folder: string;
  handler: string;
  runtime: string;
  timeoutSeconds: number;
  memoryMb: number;
  reservedConcurrency: number | undefined;
  variables: Record<string, string>;
  logGroup: string;
  logFormat: string | undefined;
  logLevel: string | undefined;
  deadLetterArn: string | undefined;
};

/**
 * Reads a function's properties and finds its code in the assembly.
 * @throws TemplateError when its asset is missing, or a property is not one that runs here
 */
export function functionSpec(resource: Resource, stacks: readonly AssemblyStack[]): FunctionSpec {
  const properties = propertiesOf(resource, FunctionProperties);
  const folder = stacks.find(({ name }) => name === resource.stack)?.assets.get(properties.Code.S3Key);
  if (folder === undefined || !existsSync(folder)) {
    throw new TemplateError(nameOf(resource), `its code ${properties.Code.S3Key} is not in the assembly`);
  }
  return {
    logicalId: resource.logicalId,
    name: resource.physicalId,
    arn: resource.arn ?? '',
    folder,
    handler: properties.Handler,
    runtime: properties.Runtime,
    timeoutSeconds: properties.Timeout,
    memoryMb: properties.MemorySize,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    variables: properties.Environment?.Variables ?? {},
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.physicalId}`,
    logFormat: properties.LoggingConfig?.LogFormat,
    logLevel: properties.LoggingConfig?.ApplicationLogLevel,
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
  };
}
