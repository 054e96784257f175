import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { Table } from '../shared/aws/table.ts';
import { signInStanding } from '../shared/aws/user-pool.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { preTokenHandler } from '../shared/lambda/pre-token.ts';

const environment = environmentOf('pre-token', process.env);
const client = new CognitoIdentityProviderClient();

export const handler = preTokenHandler({
  catalogs: serviceCatalogs(new Table(new DynamoDBClient(), environment.TABLE_NAME)),
  standing: (poolId, userName) => signInStanding(client, poolId, userName),
});
