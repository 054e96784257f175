import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Api } from './api.ts';
import type { Identity } from './identity.ts';
import type { Portal } from './portal.ts';
import { portalConfig } from './portal-config.ts';
import type { PortalFiles } from './portal-files.ts';
import type { Records } from './records.ts';
import type { Snapshots } from './snapshots.ts';
import type { DataStack, ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';
import type { Uploads } from './uploads.ts';

/** What a deployer, the portal and the command line need to know, in the stack that it belongs to. */
export function outputs(given: {
  data: DataStack;
  service: ServiceStack;
  identity: Identity;
  table: Table;
  uploads: Uploads;
  records: Records;
  snapshots: Snapshots;
  files: PortalFiles;
  api: Api;
  portal: Portal;
}): void {
  const output = (stack: Stack, name: string, value: string, description: string) =>
    new CfnOutput(stack, name, { value, description });
  const { apiDomain } = given.service.settings;
  const apiUrl = apiDomain === '' ? given.api.api.attrApiEndpoint : `https://${apiDomain}`;
  output(given.service, 'ApiUrl', apiUrl, 'Where the API answers');
  output(given.service, 'PortalOrigin', given.service.settings.portalOrigin, 'Where browsers may ask from');
  const portalDomain = given.portal.distribution.attrDomainName;
  output(given.service, 'PortalDomain', portalDomain, "What the CNAME record of the portal's name points to");
  const config = portalConfig(given.service, given.identity);
  output(given.service, 'PortalConfig', config, 'What the portal is told: config.json');
  output(given.data, 'PortalBucket', given.files.bucketName, 'The files of the portal');
  output(given.data, 'TableName', given.table.tableName, 'The table');
  output(given.data, 'UploadsBucket', given.uploads.bucketName, 'Files as provinces sent them');
  output(given.data, 'RecordsBucket', given.records.bucketName, 'Reports and lineage');
  output(given.data, 'SnapshotsBucket', given.snapshots.bucketName, 'Frozen figures');
  output(given.data, 'UserPoolId', given.identity.pool.userPoolId, 'The people who may sign in');
  output(given.data, 'SignInUrl', given.identity.domain.baseUrl(), 'Where people sign in');
  output(given.data, 'PortalClientId', given.identity.client.userPoolClientId, "The portal's public client");
}
