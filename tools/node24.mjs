// Runs a TypeScript file of this project under the Node that the project ships, or says what is wrong.
// Plain JavaScript that an old Node can read: `node tools/node24.mjs FILE [ARG ...]`.
import { pathToFileURL } from 'node:url';

const wanted = 24;
const have = Number(process.versions.node.split('.')[0]);
if (have < wanted) {
  process.stderr.write(
    `Điểm Cầu cần Node ${wanted}, nhưng đang chạy Node ${process.versions.node}.\n` +
      `Điểm Cầu needs Node ${wanted}, but this is Node ${process.versions.node}.\n` +
      `  Node ${wanted} comes with \`npm ci\` as a package for your platform (${process.platform}-${process.arch}).\n` +
      '  If it is missing: run `npm ci` again without --omit=optional and without --no-optional,\n' +
      '  and start with `npm start` (npm puts that Node first on the path), or install Node 24 yourself.\n',
  );
  process.exit(3);
}
const [file, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
