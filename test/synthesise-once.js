import { spawnSync } from 'node:child_process';

/** Runs the project's own synthesis command into build/test-assembly, as `npm run synth` would. */
export default function synthesiseOnce() {
  const result = spawnSync(process.execPath, ['tools/node24.mjs', 'infra/app.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, CDK_OUTDIR: 'build/test-assembly' },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`synthesis failed:\n${result.stdout}${result.stderr}`);
}
