import type { FunctionSpec } from './function-spec.ts';
import { payloadLimit } from './runtime-api.ts';
import { type InvocationResult, startWorker, type Worker, type WorkerPlace } from './worker.ts';

/** A function that can be called; its processes are kept warm and used again. */
export type FunctionPool = {
  spec: FunctionSpec;
  /** Runs the function; waits when all its processes are busy. Never rejects: failures are results. */
  invoke: (event: unknown, requestId?: string) => Promise<InvocationResult>;
  state: () => FunctionState;
  /** Whether it takes no call any more; one that was under way then has failed for no fault of its own. */
  isStopped: () => boolean;
  stop: () => Promise<void>;
};
export type FunctionState = {
  running: number;
  waiting: number;
  processes: number;
  calls: number;
  failures: number;
};

/** Processes of one function on one machine, whatever its concurrency in AWS. */
const processLimit = 4;

/** Makes a function's pool; no process starts before the first call. */
export function createFunctionPool(spec: FunctionSpec, place: WorkerPlace): FunctionPool {
  const limit = Math.min(processLimit, spec.reservedConcurrency ?? processLimit);
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let calls = 0;
  let failures = 0;
  let stopped = false;

  // A process counts until it has really ended, so that a stop waits for it.
  const forget = (worker: Worker) => void worker.kill().then(() => all.delete(worker));
  const takeWorker = (): Worker => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (worker.alive()) return worker;
      forget(worker);
    }
    const worker = startWorker(spec, place);
    all.add(worker);
    return worker;
  };
  const run = async (event: string, requestId?: string): Promise<InvocationResult> => {
    const worker = takeWorker();
    const startedMs = Date.now();
    const result = await worker.invoke(event, requestId);
    report(spec, place, result, Date.now() - startedMs);
    if (worker.alive()) idle.push(worker);
    else forget(worker);
    return result;
  };
  const inTurn = async (payload: string, requestId?: string): Promise<InvocationResult> => {
    // A turn is handed on from call to call, so that no third one slips in between.
    if (running < limit) running += 1;
    else await new Promise<void>((go) => waiting.push(go));
    const result = stopped
      ? failure('Sandbox.Stopped', 'the stack is stopping')
      : await run(payload, requestId);
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
    return result;
  };
  return {
    spec,
    invoke: async (event, requestId) => {
      const payload = JSON.stringify(event);
      calls += 1;
      const result = refuse(payload, limit, stopped) ?? (await inTurn(payload, requestId));
      if (!result.ok) failures += 1;
      return result;
    },
    state: () => ({ running, waiting: waiting.length, processes: all.size, calls, failures }),
    isStopped: () => stopped,
    stop: async () => {
      stopped = true;
      for (const go of waiting.splice(0)) go();
      await Promise.all([...all].map((worker) => worker.kill()));
    },
  };
}

function refuse(payload: string, limit: number, stopped: boolean): InvocationResult | undefined {
  if (stopped) return failure('Sandbox.Stopped', 'the stack is stopping');
  if (limit === 0) return failure('TooManyRequestsException', 'Rate Exceeded.');
  if (Buffer.byteLength(payload) > payloadLimit) {
    return failure('RequestEntityTooLargeException', `the event is longer than ${payloadLimit} bytes`);
  }
  return undefined;
}

function failure(errorType: string, errorMessage: string): InvocationResult {
  return { ok: false, requestId: '', payload: JSON.stringify({ errorType, errorMessage }) };
}

function report(
  spec: FunctionSpec,
  place: WorkerPlace,
  { ok, requestId, payload }: InvocationResult,
  ms: number,
) {
  const error = ok ? '' : ` Status: error ${payload.slice(0, 2000)}`;
  place.log(spec.logicalId, 'platform', `REPORT RequestId: ${requestId} Duration: ${ms} ms${error}`);
}
