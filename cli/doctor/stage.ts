import process from 'node:process';
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { type Finding, failed, ok, type Patient } from './check.ts';

/** What the deployed stacks say of themselves: who the patient is, and how the stacks are. */
export type Stage = { patient: Patient | null; findings: { name: string; finding: Finding }[] };

/**
 * Reads the two stacks of a stage; needs `cloudformation:DescribeStacks` and nothing else. Region and
 * credentials come from where the SDK finds them.
 * @throws Error when CloudFormation cannot be asked (no credentials, no Region, no right)
 */
export async function readStage(stage: string): Promise<Stage> {
  const client = new CloudFormationClient();
  try {
    const names = { data: `DiemCau-${stage}-Data`, service: `DiemCau-${stage}-Service` };
    const data = await stackOf(client, names.data);
    const service = await stackOf(client, names.service);
    const findings = [
      { name: `stack ${names.data}`, finding: statusOf(data, stage) },
      { name: `stack ${names.service}`, finding: statusOf(service, stage) },
      ...(data === undefined ? [] : [{ name: 'termination-protection', finding: protectionOf(data) }]),
    ];
    const url = outputOf(service, 'ApiUrl');
    const bucket = outputOf(data, 'UploadsBucket');
    const region = await client.config.region();
    const uploads = bucket === undefined ? null : bucketAddress(bucket, region);
    const origin = outputOf(service, 'PortalOrigin') ?? null;
    return { patient: url === undefined ? null : { url, origin, uploads }, findings };
  } finally {
    client.destroy();
  }
}

/** The outputs of both stacks of a stage; of a stack that is not there, none. @throws Error as `readStage` */
export async function readOutputs(stage: string): Promise<Map<string, string>> {
  const client = new CloudFormationClient();
  try {
    const stacks = [
      await stackOf(client, `DiemCau-${stage}-Data`),
      await stackOf(client, `DiemCau-${stage}-Service`),
    ];
    const outputs = stacks.flatMap((stack) => stack?.Outputs ?? []);
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } finally {
    client.destroy();
  }
}

async function stackOf(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0];
  } catch (error) {
    const isMissing = error instanceof CloudFormationServiceException && /does not exist/.test(error.message);
    if (isMissing) return undefined;
    throw error;
  }
}

/** In these states the stack is what the last deployment asked for. */
const settled = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'];

function statusOf(stack: Stack | undefined, stage: string): Finding {
  if (stack === undefined) {
    return failed('not there', {
      vi: `Chưa triển khai trong vùng và tài khoản này: npx cdk deploy --all -c stage=${stage}`,
      en: `Not deployed in this Region and account: npx cdk deploy --all -c stage=${stage}`,
    });
  }
  const status = stack.StackStatus ?? '';
  if (settled.includes(status)) return ok(status);
  return failed(status, {
    vi: 'Lần triển khai cuối chưa xong hoặc đã bị quay lui: xem sự kiện của ngăn xếp trong CloudFormation, sửa rồi triển khai lại.',
    en: "The last deployment is not finished or was rolled back: see the stack's events in CloudFormation, mend, deploy again.",
  });
}

function protectionOf(stack: Stack): Finding {
  if (stack.EnableTerminationProtection) return ok('on');
  return failed('off', {
    vi: 'Ngăn xếp dữ liệu có thể bị xóa nhầm: triển khai lại ngăn xếp Data để bật bảo vệ.',
    en: 'The data stack could be deleted by mistake: deploy the Data stack again to protect it.',
  });
}

/** Where a bucket answers; an endpoint of one's own is named as for the SDK and the AWS CLI. */
function bucketAddress(bucket: string, region: string): string {
  const own = process.env.AWS_ENDPOINT_URL_S3;
  return own ? `${own.replace(/\/+$/, '')}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
}

function outputOf(stack: Stack | undefined, name: string): string | undefined {
  return stack?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
}
