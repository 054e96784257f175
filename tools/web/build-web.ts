import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const web = join(root, 'web');
/** The page of `/`, as a source. */
export const firstScreen = 'web/pages/overview/overview-page.tsx';

/** What was built: where it lies, and what each file is made of. */
export type BuiltWeb = { directory: string; meta: Metafile };

/**
 * Builds the portal into a folder of static files: `index.html`, `icon.svg`, and `assets/` whose names carry the hash of
 * their content, so that they may be kept for ever. First the worker that reads files, whose address the pages then name.
 * @throws Error with what the bundler says
 */
export async function buildWeb(directory = join(root, 'build', 'web')): Promise<BuiltWeb> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const worker = await build({
    ...common(directory),
    entryPoints: { 'check-worker': join(web, 'engine/check-worker.ts') },
  });
  const pages = await build({
    ...common(directory),
    entryPoints: { main: join(web, 'main.tsx'), style: join(web, 'style/main.css') },
    define: {
      CHECK_WORKER: JSON.stringify(addressOf(entryOf(worker.metafile, 'web/engine/check-worker.ts'))),
    },
  });
  await writeFile(join(directory, 'index.html'), await indexPage(pages.metafile));
  await copyFile(join(web, 'icon.svg'), join(directory, 'icon.svg'));
  return {
    directory,
    meta: {
      inputs: { ...worker.metafile.inputs, ...pages.metafile.inputs },
      outputs: { ...worker.metafile.outputs, ...pages.metafile.outputs },
    },
  };

  function addressOf(output: string): string {
    return `/${relative(directory, join(root, output)).replaceAll('\\', '/')}`;
  }

  async function indexPage(meta: Metafile): Promise<string> {
    const script = entryOf(meta, 'web/main.tsx');
    const style = entryOf(meta, 'web/style/main.css');
    // The first screen's own script comes along: found only by the router, it would cost its readers two round trips.
    const first = loadedAtOnce(meta, entryOf(meta, firstScreen));
    const atOnce = [...new Set([...loadedAtOnce(meta, script), ...first])].filter((path) => path !== script);
    const lines = [
      `<link rel="stylesheet" href="${addressOf(style)}">`,
      `<script type="module" src="${addressOf(script)}"></script>`,
      ...atOnce.map((path) => `<link rel="modulepreload" href="${addressOf(path)}">`),
    ];
    const page = await readFile(join(web, 'index.html'), 'utf8');
    return page.replace(/<!-- build:.*?-->/, lines.join('\n    '));
  }
}

/** The output that an entry file became. @throws Error when there is none */
export function entryOf(meta: Metafile, entry: string): string {
  const found = Object.entries(meta.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`nothing was built of ${entry}`);
  return found[0];
}

/** An output and whatever it imports at once, not on demand. */
export function loadedAtOnce(meta: Metafile, from: string): Set<string> {
  const loaded = new Set<string>();
  const follow = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of meta.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') follow(next);
    }
  };
  follow(from);
  return loaded;
}

function common(directory: string) {
  return {
    absWorkingDir: root,
    outdir: join(directory, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.topojson': 'file' },
    publicPath: '/assets',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  } satisfies BuildOptions;
}
