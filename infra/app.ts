// The CDK app: `npm run synth` and `cdk deploy` (see cdk.json) run this file. What it is made of stands in
// diem-cau.ts; the settings come from `-c name=value` and are explained in settings.ts.
import process from 'node:process';
import { synthesise } from './synthesise.ts';

try {
  const started = performance.now();
  const { directory, stacks } = await synthesise({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const summary = `${directory}: ${stacks.data}, ${stacks.service}; AWS Solutions rules clean; ${seconds} s\n`;
  process.stderr.write(summary);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
