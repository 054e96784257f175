import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { environments, type FunctionName } from '../shared/lambda/environment.ts';

/** The folder of each function's bundle: index.js, one CommonJS file, and its package.json. */
export type Bundles = Readonly<Record<FunctionName, string>>;

const root = resolve(import.meta.dirname, '..');

/**
 * Bundles every function of the contract: `<entries>/<name>.ts` becomes `<directory>/<name>/index.js`.
 *
 * One minified CommonJS file each, since it starts faster than ESM; without source map and with no path
 * inside, so that the asset's hash depends on the code alone and not on where it was checked out.
 *
 * @throws Error that names the entry files which are missing, or what the bundler says of a bad one
 */
export async function bundle(options: { entries?: string; directory?: string } = {}): Promise<Bundles> {
  const entries = resolve(options.entries ?? join(root, 'functions'));
  const directory = resolve(options.directory ?? join(root, 'build', 'functions'));
  const names = Object.keys(environments) as FunctionName[];
  await refuseMissing(names.map((name) => join(entries, `${name}.ts`)));
  const folders = await Promise.all(names.map((name) => bundleOne(name, entries, join(directory, name))));
  return Object.fromEntries(names.map((name, index) => [name, folders[index]])) as Bundles;
}

async function bundleOne(name: FunctionName, entries: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(entries, `${name}.ts`)],
    outfile: join(folder, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // Node's default order takes the CommonJS build of packages, which cannot be shaken: 1.6 times the size.
    mainFields: ['module', 'main'],
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  // Below a package.json that says "module", Node would read the CommonJS bundle as ESM and find no handler.
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  return folder;
}

async function refuseMissing(files: readonly string[]): Promise<void> {
  const found = await Promise.all(files.map((file) => stat(file).then(Boolean, () => false)));
  const missing = files.filter((_, index) => !found[index]);
  if (missing.length > 0) {
    throw new Error(`functions of the contract without an entry file: ${missing.join(', ')}`);
  }
}
