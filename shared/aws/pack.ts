import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Page, Page1, Summable, SummedPage } from '../observations/page.ts';
import { storedAs } from './stored.ts';
import { summedPage } from './sum-page.ts';

/** A page as the table keeps it: zstd of its JSON. */
export function packed(page: Page): Uint8Array {
  return zstdCompressSync(JSON.stringify(page));
}

/** As large as nearly every page is: what comes out is not joined from pieces. */
const inOnePiece = { chunkSize: 131_072 };

/** Pages that are unpacked as they are taken, each time anew. */
export function unpackedOf(packs: readonly Uint8Array[]): Iterable<Page | Page1> {
  return {
    *[Symbol.iterator]() {
      for (const bytes of packs) yield unpacked(bytes);
    },
  };
}

/** The same, to be added up: columns of these indicators may be given as their sums. */
export function summedOf(
  packs: readonly Uint8Array[],
  summable: Summable,
): Iterable<Page | SummedPage | Page1> {
  return {
    *[Symbol.iterator]() {
      for (const bytes of packs) {
        const json = zstdDecompressSync(bytes, inOnePiece);
        yield summedPage(json, summable) ?? storedAs<Page | Page1>(json.toString(), 'page/2', 'page/1');
      }
    },
  };
}

function unpacked(bytes: Uint8Array): Page | Page1 {
  return storedAs<Page | Page1>(zstdDecompressSync(bytes, inOnePiece).toString(), 'page/2', 'page/1');
}
