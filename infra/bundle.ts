import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
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
  const { outputFiles } = await build({
    // One build for all: what functions share is read once. Nothing is shared between the results.
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(entries, `${name}.ts`)])),
    outdir: directory,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // Node's default order takes the CommonJS build of packages, which cannot be shaken: 1.6 times the size.
    mainFields: ['module', 'main'],
    // Otherwise whichever tsconfig.json lies above an entry file decides about strict mode.
    tsconfigRaw: { compilerOptions: { strict: true, target: 'es2024', verbatimModuleSyntax: true } },
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  await Promise.all(outputFiles.map(({ path, contents }) => putBundle(path, contents)));
  return Object.fromEntries(names.map((name) => [name, join(directory, name)])) as Bundles;
}

async function putBundle(path: string, contents: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // Below a package.json that says "module", Node would read the CommonJS bundle as ESM and find no handler.
  await put(folder, 'package.json', '{"type":"commonjs"}\n');
  await put(folder, 'index.js', contents);
}

/** In one step and made outside the folder, since another synthesis may be reading that at the same time. */
async function put(folder: string, name: string, contents: string | Uint8Array): Promise<void> {
  const made = `${folder}.${process.pid}.${name}`;
  await writeFile(made, contents);
  await rename(made, join(folder, name));
}

async function refuseMissing(files: readonly string[]): Promise<void> {
  const found = await Promise.all(files.map((file) => stat(file).then(Boolean, () => false)));
  const missing = files.filter((_, index) => !found[index]);
  if (missing.length > 0) {
    throw new Error(`functions of the contract without an entry file: ${missing.join(', ')}`);
  }
}
