import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Bytes on their way in: they count as an object only when committed. */
export type Upload = {
  body: string;
  write: (part: Buffer) => Promise<void>;
  close: () => Promise<void>;
  discard: () => Promise<void>;
};

/** Where bytes live: they are streamed to disk, and never a whole body is held in memory there. */
export type Bodies = {
  sizeLimit: number;
  begin: () => Promise<Upload>;
  read: (body: string, start: number, end: number) => Readable;
  remove: (body: string) => void;
};

/** Bytes in memory: for a stack that keeps nothing. */
export function memoryBodies(): Bodies {
  const kept = new Map<string, Buffer>();
  return {
    sizeLimit: 512 * 1024 * 1024,
    begin: async () => {
      const body = randomUUID();
      const parts: Buffer[] = [];
      return {
        body,
        write: async (part) => void parts.push(part),
        close: async () => void kept.set(body, Buffer.concat(parts)),
        discard: async () => void kept.delete(body),
      };
    },
    read: (body, start, end) => Readable.from([kept.get(body)?.subarray(start, end + 1) ?? Buffer.alloc(0)]),
    remove: (body) => void kept.delete(body),
  };
}

/** Bytes in a folder, a file each. */
export function diskBodies(folder: string): Bodies {
  mkdirSync(folder, { recursive: true });
  return {
    sizeLimit: 5 * 1024 ** 3,
    begin: async () => {
      const body = randomUUID();
      const file = await open(join(folder, body), 'wx');
      return {
        body,
        write: async (part) => {
          await file.writeFile(part);
        },
        close: async () => {
          await file.sync();
          await file.close();
        },
        discard: async () => {
          await file.close().catch(() => undefined);
          rmSync(join(folder, body), { force: true });
        },
      };
    },
    read: (body, start, end) => createReadStream(join(folder, body), { start, end }),
    remove: (body) => rmSync(join(folder, body), { force: true }),
  };
}
