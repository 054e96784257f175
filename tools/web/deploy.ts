// `npm run deploy:web`: builds the portal and puts it where CloudFront serves it from. See --help.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { readOutputs } from '../../cli/doctor/stage.ts';
import { buildWeb } from './build-web.ts';
import { deployedConfig } from './deployed-config.ts';
import { uploadPortal } from './upload-portal.ts';

const help = `Builds the portal and uploads it to the bucket of a deployed stage, which CloudFront serves. Assets go first, index.html last;
old assets stay. config.json is made from the stack's outputs. Nothing has to be invalidated.

  npm run deploy:web -- --stage prod

  --stage NAME   the stage (dev)

Needs AWS credentials that may cloudformation:DescribeStacks, and s3:PutObject and s3:ListBucket on the bucket that the output
PortalBucket names.`;

try {
  const options = {
    stage: { type: 'string', default: 'dev' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) process.stdout.write(`${help}\n`);
  else await deploy(values.stage);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function deploy(stage: string): Promise<void> {
  const outputs = await readOutputs(stage);
  const [bucket, config] = [outputs.get('PortalBucket'), outputs.get('PortalConfig')];
  if (bucket === undefined || config === undefined) {
    throw new Error(`stage ${stage} has no portal here yet: npx cdk deploy --all -c stage=${stage}`);
  }
  const { directory } = await buildWeb();
  const client = new S3Client();
  try {
    const { put, stood } = await uploadPortal(client, bucket, directory, await deployedConfig(config));
    process.stdout.write(
      `${bucket}: ${put.length} files put, ${stood.length} stood already\n${outputs.get('PortalOrigin')}\n`,
    );
  } finally {
    client.destroy();
  }
}
