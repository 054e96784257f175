// `npm run build:web`: the portal as static files. See --help.
import { relative, resolve } from 'node:path';
import process from 'node:process';
import { buildWeb } from './build-web.ts';

const help = `Builds the portal into static files: index.html, icon.svg, and assets/ named by the hash of their content.

  npm run build:web [-- FOLDER]     into FOLDER (build/web), which is emptied first`;

const [folder] = process.argv.slice(2);
if (folder?.startsWith('-')) {
  process.stdout.write(`${help}\n`);
  process.exitCode = folder === '--help' ? 0 : 2;
} else {
  const { directory, meta } = await buildWeb(folder === undefined ? undefined : resolve(folder));
  const bytes = Object.values(meta.outputs).reduce((sum, output) => sum + output.bytes, 0);
  process.stdout.write(
    `${relative(process.cwd(), directory)}: ${Object.keys(meta.outputs).length} files, ${bytes} byte\n`,
  );
}
