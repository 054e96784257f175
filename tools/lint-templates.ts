// `npm run lint:templates`: cfn-lint over the synthesised templates, where it is installed. No part of `npm test`,
// since it is a Python program that a machine need not have.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { synthesise } from '../infra/synthesise.ts';

if (spawnSync('cfn-lint', ['--version']).status !== 0) {
  process.stdout.write('cfn-lint not installed\n');
} else {
  const { directory } = await synthesise({ outdir: 'build/lint-assembly' });
  const templates = readdirSync(directory).filter((name) => name.endsWith('.template.json'));
  const files = templates.map((name) => join(directory, name));
  // Warnings are shown; only errors fail.
  const options = ['--non-zero-exit-code', 'error', '--regions', 'ap-southeast-1'];
  const { status } = spawnSync('cfn-lint', [...options, '--', ...files], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  if (status === 0) process.stdout.write(`cfn-lint: no error in ${templates.join(', ')}\n`);
}
