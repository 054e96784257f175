import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../shared/normalisation/report.ts';
import { type Lang, UsageError } from '../usage.ts';

/** A file on disk, opened once: its digest and its figures are those of the same bytes. */
export type DiskFile = {
  path: string;
  /** The last part of the path: what the file is called, never trusted for the type. */
  name: string;
  source: ByteSource;
  /** Lower-case hex; the file is read as a stream. */
  sha256(): Promise<string>;
  /** The whole of it, to be sent. */
  bytes(): Promise<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
};

const pieceLength = 256 * 1024;

/**
 * Opens a file for reading.
 * @param onRead is told how many bytes came, piece by piece
 * @throws UsageError when there is none, it is a folder, or it may not be read
 */
export async function openDiskFile(
  path: string,
  lang: Lang,
  onRead: (bytes: number) => void = () => {},
): Promise<DiskFile> {
  const file = await opened(path, lang);
  const { size } = await file.stat();
  const read = async function* (from: number, to: number): AsyncGenerator<Uint8Array> {
    for (let at = from; at < to; ) {
      const piece = new Uint8Array(Math.min(pieceLength, to - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) throw new Error(words.shrank[lang](path));
      onRead(bytesRead);
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  };
  return {
    path,
    name: basename(path),
    source: { size, read },
    async sha256() {
      const hash = createHash('sha256');
      for await (const piece of read(0, size)) hash.update(piece);
      return hash.digest('hex');
    },
    async bytes() {
      const whole = new Uint8Array(size);
      let at = 0;
      for await (const piece of read(0, size)) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function opened(path: string, lang: Lang): Promise<FileHandle> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
  } catch (error) {
    const code = (error as { code?: string }).code;
    await file?.close();
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError(words.absent[lang](path));
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(words.closed[lang](path));
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  await file.close();
  throw new UsageError(words.folder[lang](path));
}

const words = {
  absent: {
    vi: (path: string) => `${path}: không có tệp này; hãy kiểm tra lại đường dẫn và tên tệp.`,
    en: (path: string) => `${path}: there is no such file; look at its folder and name again.`,
  },
  closed: {
    vi: (path: string) =>
      `${path}: không có quyền đọc tệp này; hãy cấp quyền đọc hoặc chép tệp sang nơi khác.`,
    en: (path: string) => `${path}: this file may not be read; allow it, or copy the file elsewhere.`,
  },
  folder: {
    vi: (path: string) => `${path}: đây là thư mục, không phải tệp; hãy chỉ ra từng tệp.`,
    en: (path: string) => `${path}: this is a folder, not a file; name the files in it.`,
  },
  shrank: {
    vi: (path: string) =>
      `${path}: tệp bị thay đổi trong lúc đọc; hãy đóng chương trình đang mở tệp rồi làm lại.`,
    en: (path: string) =>
      `${path}: the file changed while it was read; close what has it open and do it again.`,
  },
};
