import { spawnSync } from 'node:child_process';

/**
 * Runs the project's own synthesis command into build/test-assembly, as `npm run synth` would, and builds the portal into
 * build/test-web.
 */
export default function synthesiseOnce() {
  run('synthesis', ['infra/app.ts'], { CDK_OUTDIR: 'build/test-assembly' });
  run('the portal', ['tools/web/build.ts', 'build/test-web']);
}

function run(what, args, env = {}) {
  const result = spawnSync(process.execPath, ['tools/node24.mjs', ...args], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${what} failed:\n${result.stdout}${result.stderr}`);
}
