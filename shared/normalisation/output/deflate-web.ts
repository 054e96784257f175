import type { DeflateRaw } from './write-zip.ts';

/** Packs with what every browser and Node have. */
export const deflateWeb: DeflateRaw = async (bytes) => {
  const packed = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};
