import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFunctionPool, type FunctionPool } from '../../../local/lambda/function-pool.ts';
import type { FunctionSpec } from '../../../local/lambda/function-spec.ts';
import { type RuntimeApi, startRuntimeApi } from '../../../local/lambda/runtime-api.ts';
import type { StackLogLine } from '../../../local/log.ts';
import { handlersFolder } from './fixture.ts';

const endpoints = { api: 'http://a', dynamodb: 'http://d', s3: 'http://s', sqs: 'http://q' };
const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 'secret', sessionToken: 'token' };
const lines: Pick<StackLogLine, 'stream' | 'text'>[] = [];
const pools: FunctionPool[] = [];
let runtimeApi: RuntimeApi;

function make(more: Partial<FunctionSpec> = {}): FunctionPool {
  const spec: FunctionSpec = {
    logicalId: 'Probe',
    name: 'probe',
    arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:probe',
    folder: handlersFolder,
    handler: 'probe.handler',
    runtime: 'nodejs24.x',
    timeoutSeconds: 10,
    memoryMb: 128,
    reservedConcurrency: undefined,
    variables: { GREETING: 'xin chào' },
    logGroup: '/aws/lambda/probe',
    logFormat: undefined,
    logLevel: undefined,
    deadLetterArn: undefined,
    ...more,
  };
  const log = (_source: string, stream: StackLogLine['stream'], text: string) =>
    void lines.push({ stream, text });
  const pool = createFunctionPool(spec, { runtimeApi, credentials, endpoints, log });
  pools.push(pool);
  return pool;
}
async function call(pool: FunctionPool, event: object) {
  const { ok, payload, requestId } = await pool.invoke(event);
  return { ok, requestId, answer: JSON.parse(payload) };
}

beforeAll(async () => {
  runtimeApi = await startRuntimeApi();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.stop()));
  await runtimeApi.stop();
});

describe('a function in a process of its own', () => {
  test('has the variables of its template, those of Lambda, and nothing of this process', async () => {
    const { answer } = await call(make(), { action: 'env' });
    const { AWS_LAMBDA_RUNTIME_API, AWS_LAMBDA_LOG_STREAM_NAME, _X_AMZN_TRACE_ID, ...rest } = answer;
    expect(AWS_LAMBDA_RUNTIME_API).toMatch(/^127\.0\.0\.1:\d+\//);
    expect(AWS_LAMBDA_LOG_STREAM_NAME).toContain('[$LATEST]');
    expect(_X_AMZN_TRACE_ID).toMatch(/^Root=1-/);
    expect(rest).toEqual({
      GREETING: 'xin chào',
      AWS_ACCESS_KEY_ID: 'ASIATEST',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
      AWS_REGION: 'ap-southeast-1',
      AWS_DEFAULT_REGION: 'ap-southeast-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: 'probe',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/probe',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://a/_local/cognito',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://d',
      AWS_ENDPOINT_URL_S3: 'http://s',
      AWS_ENDPOINT_URL_SQS: 'http://q',
      AWS_ENDPOINT_URL_SCHEDULER: 'http://a/_local/scheduler',
      AWS_ENDPOINT_URL_SESV2: 'http://a/_local/ses',
      AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://a/_local/eventbridge',
      LAMBDA_TASK_ROOT: handlersFolder,
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      _HANDLER: 'probe.handler',
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: handlersFolder,
      USERPROFILE: handlersFolder,
    });
  });

  test('gets the context of its call', async () => {
    const { answer, requestId } = await call(make({ timeoutSeconds: 100 }), { action: 'context' });
    expect(answer).toMatchObject({ functionName: 'probe', awsRequestId: requestId, memoryLimitInMB: '128' });
    expect(answer.invokedFunctionArn).toBe('arn:aws:lambda:ap-southeast-1:000000000000:function:probe');
    expect(answer.remaining).toBeGreaterThan(0);
    expect(answer.remaining).toBeLessThanOrEqual(100_000);
  });

  test('writes its log lines out', async () => {
    await call(make(), { action: 'say' });
    expect(lines).toContainEqual({ stream: 'stdout', text: 'tỉnh' });
    expect(lines).toContainEqual({ stream: 'stderr', text: 'lỗi' });
  });

  test('is used again, after an error of its handler too', async () => {
    const pool = make();
    const first = await call(pool, { action: 'pid' });
    const error = await call(pool, { action: 'throw' });
    const second = await call(pool, { action: 'pid' });
    expect(error).toMatchObject({
      ok: false,
      answer: { errorType: 'TypeError', errorMessage: 'không đọc được' },
    });
    expect(second.answer).toBe(first.answer);
  });

  test('is replaced when it has ended', async () => {
    const pool = make();
    const first = await call(pool, { action: 'pid' });
    const end = await call(pool, { action: 'exit' });
    const second = await call(pool, { action: 'pid' });
    expect(end.answer).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${end.requestId} Error: Runtime exited with error: exit status 7`,
    });
    expect(second.ok).toBe(true);
    expect(second.answer).not.toBe(first.answer);
  });

  test('is killed when its time is over', async () => {
    const pool = make({ timeoutSeconds: 1 });
    const pid = (await call(pool, { action: 'pid' })).answer;
    const { ok, answer, requestId } = await call(pool, { action: 'hang' });
    expect({ ok, answer }).toEqual({
      ok: false,
      answer: {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
      },
    });
    await pool.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('ends when it takes more memory than it has', async () => {
    const { ok, answer } = await call(make({ memoryMb: 128 }), { action: 'memory' });
    expect(ok).toBe(false);
    expect(answer.errorType).toBe('Runtime.ExitError');
  });

  test('reports an error that nobody caught', async () => {
    const { answer } = await call(make(), { action: 'stray' });
    expect(answer).toMatchObject({ errorType: 'RangeError', errorMessage: 'stray' });
  });

  test('reports a module that cannot be loaded, or is not there', async () => {
    const broken = await call(make({ handler: 'broken.handler' }), {});
    expect(broken.answer).toMatchObject({ errorType: 'Error', errorMessage: 'the module cannot be loaded' });
    const missing = await call(make({ handler: 'nowhere.handler' }), {});
    expect(missing.answer).toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      errorMessage: "Cannot find module 'nowhere'",
    });
    const unnamed = await call(make({ handler: 'probe.other' }), {});
    expect(unnamed.answer).toMatchObject({ errorType: 'Runtime.HandlerNotFound' });
  });

  test('may answer with six megabytes and not more, and be asked with no more', async () => {
    const pool = make();
    const { answer } = await call(pool, { action: 'long' });
    expect(answer.errorType).toBe('Function.ResponseSizeTooLarge');
    const asked = await call(pool, { action: 'echo', filler: 'x'.repeat(7 * 1024 * 1024) });
    expect(asked.answer.errorType).toBe('RequestEntityTooLargeException');
  });

  test('runs at once as often as its reserved concurrency says, the rest wait', async () => {
    const two = make({ reservedConcurrency: 2 });
    const pids = await Promise.all(
      Array.from({ length: 6 }, async () => (await call(two, { action: 'wait', ms: 30 })).answer),
    );
    expect(new Set(pids).size).toBe(2);
    const none = await call(make({ reservedConcurrency: 0 }), { action: 'pid' });
    expect(none).toMatchObject({ ok: false, answer: { errorType: 'TooManyRequestsException' } });
  });

  test('leaves nothing running when it is stopped in the middle', async () => {
    const pool = make();
    const pid = (await call(pool, { action: 'pid' })).answer;
    const under = pool.invoke({ action: 'hang' });
    await pool.stop();
    expect((await under).ok).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
