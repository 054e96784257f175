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
