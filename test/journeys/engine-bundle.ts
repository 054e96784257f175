import { build, type Metafile } from 'esbuild';

/** The engine as a page loads it: modules by path, and what each is made of. */
export type EngineBundle = {
  files: ReadonlyMap<string, Uint8Array>;
  /** The module that a page imports. */
  entry: string;
  meta: Metafile;
};

/** Bundles the engine for a browser. @throws Error when something in it asks for what only Node has */
export async function bundleEngine(): Promise<EngineBundle> {
  const result = await build({
    entryPoints: ['web/engine/check-here.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    outdir: 'engine',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const files = new Map(
    result.outputFiles.map(({ path, contents }) => [`/engine/${path.split('/').at(-1)}`, contents]),
  );
  return { files, entry: '/engine/check-here.js', meta: result.metafile };
}

/** What a page has loaded once it imported the entry: it, and whatever it imports at once. */
export function loadedAtOnce({ meta, entry }: EngineBundle): string[] {
  const loaded = new Set<string>();
  const follow = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of meta.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') follow(next);
    }
  };
  follow(entry.slice(1));
  return [...loaded];
}
