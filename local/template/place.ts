/** The place that the templates are resolved for: the account is one that AWS never gives out. */
export const region = 'ap-southeast-1';
export const account = '000000000000';
export const partition = 'aws';
export const urlSuffix = 'amazonaws.com';

/** An ARN in this place; S3 buckets and IAM leave region or account out. */
export function arn(
  service: string,
  resource: string,
  left: { region?: false; account?: false } = {},
): string {
  const where = left.region === false ? '' : region;
  const whose = left.account === false ? '' : account;
  return `arn:${partition}:${service}:${where}:${whose}:${resource}`;
}
