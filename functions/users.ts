import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { accountTable } from '../shared/aws/account-table.ts';
import { serviceCatalogs } from '../shared/aws/service-catalogs.ts';
import { Table } from '../shared/aws/table.ts';
import { userPool } from '../shared/aws/user-pool.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { usersHandler } from '../shared/lambda/users.ts';

const environment = environmentOf('users', process.env);
const table = new Table(new DynamoDBClient(), environment.TABLE_NAME);
const records = accountTable(table);
const directory = userPool(new CognitoIdentityProviderClient(), environment.USER_POOL_ID);

export const handler = usersHandler(
  { directory, records },
  { catalogs: serviceCatalogs(table), identify: identityReader(environment.CLAIMS) },
);
