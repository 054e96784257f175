import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';
import type { Endpoints } from '../template/resource-types.ts';
import { type FunctionCredentials, functionEnvironment } from './function-environment.ts';
import type { FunctionSpec } from './function-spec.ts';
import { type Invocation, payloadLimit, type RuntimeApi } from './runtime-api.ts';

/** What a call came to: the handler's answer, or the error as Lambda reports it, both as JSON. */
export type InvocationResult = { ok: boolean; requestId: string; payload: string };

/** One process of a function; it takes one invocation at a time. */
export type Worker = {
  /** Becomes false when its process has ended. */
  alive: () => boolean;
  /** @param requestId that of the first try, where it is tried again */
  invoke: (event: string, requestId?: string) => Promise<InvocationResult>;
  kill: () => Promise<void>;
};

/** What every function process shares. */
export type WorkerPlace = {
  runtimeApi: RuntimeApi;
  credentials: FunctionCredentials;
  endpoints: Endpoints;
  log: Log;
};

/** The longest time that loading a function may take (Lambda Developer Guide: the init phase, 10 s). */
const initSeconds = 10;
const client = fileURLToPath(new URL('./runtime-client.cjs', import.meta.url));

type Call = { invocation: Invocation; startedMs: number; settle: (ok: boolean, payload: string) => void };

/** Starts a process for a function: its own environment, its heap limit, its place at the Runtime API. */
export function startWorker(spec: FunctionSpec, place: WorkerPlace): Worker {
  const seatName = randomUUID();
  const { seats, address } = place.runtimeApi;
  let deliver: ((invocation: Invocation) => void) | undefined;
  let call: Call | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const child = spawnFunction(
    spec,
    functionEnvironment(spec, place.credentials, place.endpoints, `${address}/${seatName}`),
  );
  pipeLines(child.stdout, (line) => place.log(spec.logicalId, 'stdout', line));
  pipeLines(child.stderr, (line) => place.log(spec.logicalId, 'stderr', line));

  const expire = (seconds: number) => {
    if (call)
      call.settle(
        false,
        fault('Sandbox.Timedout', call, `Task timed out after ${seconds.toFixed(2)} seconds`),
      );
    child.kill('SIGKILL');
  };
  const handOver = () => {
    if (!deliver || !call) return;
    clearTimeout(timer);
    call.invocation.deadlineMs = Date.now() + spec.timeoutSeconds * 1000;
    timer = setTimeout(expire, spec.timeoutSeconds * 1000, spec.timeoutSeconds);
    deliver(call.invocation);
    deliver = undefined;
  };
  seats.set(seatName, {
    next: (give) => {
      deliver = give;
      handOver();
    },
    response: (_id, payload) => {
      const tooLong = `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).`;
      if (payload !== 'too-long') call?.settle(true, payload);
      else if (call) call.settle(false, fault('Function.ResponseSizeTooLarge', call, tooLong));
    },
    error: (_id, payload) => call?.settle(false, payload),
  });
  const exited = endOf(child).then((how) => {
    ended = true;
    seats.delete(seatName);
    if (call) call.settle(false, fault('Runtime.ExitError', call, `Runtime exited with error: ${how}`));
  });
  return {
    alive: () => !ended && child.exitCode === null && child.signalCode === null && !child.killed,
    invoke: (event, requestId = randomUUID()) =>
      new Promise((resolve) => {
        const settle = (ok: boolean, payload: string) => {
          clearTimeout(timer);
          call = undefined;
          resolve({ ok, requestId, payload });
        };
        call = {
          invocation: { requestId, arn: spec.arn, deadlineMs: 0, event },
          startedMs: Date.now(),
          settle,
        };
        const patience = initSeconds + spec.timeoutSeconds;
        if (!deliver) timer = setTimeout(expire, patience * 1000, patience);
        handOver();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function spawnFunction(spec: FunctionSpec, env: Record<string, string>) {
  // Lambda leaves a tenth of the memory to what is not the heap.
  const heapMb = Math.max(32, Math.floor(spec.memoryMb * 0.9));
  return spawn(process.execPath, [`--max-old-space-size=${heapMb}`, client], {
    cwd: spec.folder,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  }) satisfies ChildProcess;
}

/** How a process ended, in Lambda's words; one that could not be started ended too. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) =>
      done(signal === null ? `exit status ${code}` : `signal: ${signal}`),
    );
  });
}

function pipeLines(stream: Readable, write: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', write);
}

function fault(errorType: string, { invocation }: Call, what: string): string {
  return JSON.stringify({ errorType, errorMessage: `RequestId: ${invocation.requestId} Error: ${what}` });
}
