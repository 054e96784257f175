declare module 'dynalite' {
  import type { Server } from 'node:http';

  type Options = { createTableMs?: number; deleteTableMs?: number; updateTableMs?: number; path?: string };
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default function dynalite(options: Options): Server;
}
