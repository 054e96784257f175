import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { accountTable } from '../shared/aws/account-table.ts';
import { Table } from '../shared/aws/table.ts';
import { userPool } from '../shared/aws/user-pool.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { identityReader } from '../shared/lambda/identity.ts';
import { usersHandler } from '../shared/lambda/users.ts';

const environment = environmentOf('users', process.env);
const records = accountTable(new Table(new DynamoDBClient(), environment.TABLE_NAME));
const directory = userPool(new CognitoIdentityProviderClient(), environment.USER_POOL_ID);

export const handler = usersHandler(
  { catalog, directory, records },
  identityReader(environment.CLAIMS, catalog),
);
