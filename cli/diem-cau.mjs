#!/usr/bin/env node
// The command line's door, in JavaScript that an old Node can read: under Node 24 or later it opens, under
// an older one it starts itself again with the Node 24 that `npm ci` brought, or says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const wanted = 24;
const isNewEnough = Number(process.versions.node.split('.')[0]) >= wanted;

if (isNewEnough) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const shipped = shippedNode();
  if (shipped === undefined || process.env.DIEM_CAU_RESTARTED === '1') {
    process.stderr.write(
      `Điểm Cầu cần Node ${wanted}, nhưng đang chạy Node ${process.versions.node}. Hãy chạy \`npm ci\` trong thư mục dự án, không bỏ các gói tùy chọn.\n` +
        `Điểm Cầu needs Node ${wanted}, but this is Node ${process.versions.node}. Run \`npm ci\` in the project's folder, without leaving out optional packages.\n`,
    );
    process.exitCode = 3;
  } else {
    const { status, signal } = spawnSync(
      shipped,
      [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
      {
        stdio: 'inherit',
        // Whatever stands in that place, it is asked once only.
        env: { ...process.env, DIEM_CAU_RESTARTED: '1' },
      },
    );
    process.exitCode = signal === null && status !== null ? status : 1;
  }
}

/** Node 24 as the package of this platform holds it. */
function shippedNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  const paths = names.map((name) =>
    fileURLToPath(new URL(`../node_modules/${name}/${file}`, import.meta.url)),
  );
  return paths.find((path) => existsSync(path));
}
