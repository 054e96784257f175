'use strict';
// The inside of a function's process: takes invocations from the Lambda Runtime API, runs the handler,
// posts what it answers. Plain JavaScript, since it must start fast and needs no build.
const http = require('node:http');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { Worker } = require('node:worker_threads');

// The parent holds the other end of standard input: when it is gone, however it went, so is this process.
// A thread of its own watches it, since a handler in an endless loop leaves this one no turn.
const watching = `
const end = () => process.kill(process.pid, 'SIGKILL');
const input = new (require('node:net').Socket)({ fd: 0, readable: true, writable: false });
input.on('error', end).on('close', end).resume();
`;
// It also keeps this process alive while a handler waits for nothing at all, as the runtime of Lambda does.
new Worker(watching, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });

const [host, prefix = ''] = process.env.AWS_LAMBDA_RUNTIME_API.split(/(?=\/)/);
const [hostname, port] = host.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
let currentId;

/** @returns {Promise<{ headers: http.IncomingHttpHeaders, body: string }>} */
function call(method, route, headers, body) {
  return new Promise((resolve, reject) => {
    const target = `${prefix}/2018-06-01/runtime/${route}`;
    const request = http.request({ hostname, port, agent, method, path: target, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

function describe(error) {
  const isError =
    error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error);
  return {
    errorType: isError ? (error.name ?? 'Error') : typeof error,
    errorMessage: isError ? error.message : String(error),
    trace: isError && error.stack ? error.stack.split('\n') : [],
  };
}

function postError(route, description) {
  const headers = {
    'content-type': 'application/json',
    'lambda-runtime-function-error-type': description.errorType,
  };
  return call('POST', route, headers, JSON.stringify(description));
}

async function crash(type, error) {
  const description = { ...describe(error), errorType: type };
  console.error(JSON.stringify(description));
  const route = currentId === undefined ? 'init/error' : `invocation/${currentId}/error`;
  await postError(route, description).catch(() => undefined);
  process.exit(128);
}
process.on('uncaughtException', (error) => crash(describe(error).errorType, error));
process.on('unhandledRejection', (reason) => crash('Runtime.UnhandledPromiseRejection', reason));

async function loadHandler() {
  const dot = process.env._HANDLER.lastIndexOf('.');
  const file = path.resolve(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER.slice(0, dot));
  const name = process.env._HANDLER.slice(dot + 1);
  const found = ['.js', '.cjs', '.mjs']
    .map((end) => file + end)
    .find((one) => require('node:fs').existsSync(one));
  if (found === undefined) {
    const error = new Error(`Cannot find module '${path.basename(file)}'`);
    error.name = 'Runtime.ImportModuleError';
    throw error;
  }
  const module = found.endsWith('.mjs') ? await import(pathToFileURL(found).href) : require(found);
  if (typeof module[name] !== 'function') {
    const error = new Error(`${process.env._HANDLER} is undefined or not exported`);
    error.name = 'Runtime.HandlerNotFound';
    throw error;
  }
  return module[name];
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

async function serve(handler) {
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next', {});
    currentId = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    try {
      const answer = JSON.stringify((await handler(JSON.parse(body), contextOf(headers))) ?? null);
      await call('POST', `invocation/${currentId}/response`, { 'content-type': 'application/json' }, answer);
    } catch (error) {
      const description = describe(error);
      console.error(JSON.stringify({ ...description, requestId: currentId }));
      await postError(`invocation/${currentId}/error`, description);
    }
    currentId = undefined;
  }
}

loadHandler().then(serve, (error) => crash(describe(error).errorType, error));
