import { awsPaths } from '../control/aws-paths.ts';
import { region } from '../template/place.ts';
import type { Endpoints } from '../template/resource-types.ts';
import type { FunctionSpec } from './function-spec.ts';

/** The credentials that Lambda gives a function: temporary ones, with a session token. */
export type FunctionCredentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

/**
 * The whole environment of a function's process: the template's variables, those that Lambda sets
 * (Lambda Developer Guide, "Defined runtime environment variables"), and the SDK's own settings for
 * where the services are. Nothing of the parent's environment comes in.
 */
export function functionEnvironment(
  spec: FunctionSpec,
  credentials: FunctionCredentials,
  endpoints: Endpoints,
  runtimeApi: string,
): Record<string, string> {
  const settings: Record<string, string | undefined> = {
    ...spec.variables,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${spec.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: spec.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${runtimeApi.slice(-16)}`,
    AWS_LAMBDA_LOG_FORMAT: spec.logFormat,
    AWS_LAMBDA_LOG_LEVEL: spec.logLevel,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `${endpoints.api}${awsPaths.cognito}`,
    AWS_ENDPOINT_URL_SCHEDULER: `${endpoints.api}${awsPaths.scheduler}`,
    AWS_ENDPOINT_URL_SESV2: `${endpoints.api}${awsPaths.ses}`,
    AWS_ENDPOINT_URL_EVENTBRIDGE: `${endpoints.api}${awsPaths.eventBridge}`,
    LAMBDA_TASK_ROOT: spec.folder,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: spec.handler,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    // Without a home the SDK would look for the settings of whoever runs this machine.
    HOME: spec.folder,
    USERPROFILE: spec.folder,
    // Windows starts no process without it.
    SYSTEMROOT: process.platform === 'win32' ? process.env.SYSTEMROOT : undefined,
  };
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
