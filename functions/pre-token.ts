import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { signInStanding } from '../shared/aws/user-pool.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { preTokenHandler } from '../shared/lambda/pre-token.ts';

environmentOf('pre-token', process.env);
const client = new CognitoIdentityProviderClient();

export const handler = preTokenHandler({
  catalog,
  standing: (poolId, userName) => signInStanding(client, poolId, userName),
});
