import { Duration } from 'aws-cdk-lib';
import { claimsOf } from './claims.ts';
import type { Identity } from './identity.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';
import type { Table } from './table.ts';

/** The secretariat's accounts: made, bound to a unit, changed, removed, helped to a new phone, each with its trace. */
export class Users extends ServiceFunction<'users'> {
  constructor(service: ServiceStack, given: { table: Table; identity: Identity }) {
    super(service, {
      name: 'users',
      description:
        'Makes, binds, changes and removes accounts for the secretariat, resets second factors, tells the history',
      environment: {
        CLAIMS: claimsOf(service.settings),
        TABLE_NAME: given.table.tableName,
        USER_POOL_ID: given.identity.pool.userPoolId,
      },
      memoryMB: 512,
      timeout: Duration.seconds(25),
      errorsHurt: 'The secretariat cannot make or change accounts: new people cannot sign in.',
    });
    this.may(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], given.table.tableArn);
    this.may(
      [
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminDeleteSoftwareToken',
        'cognito-idp:AdminDeleteUser',
        'cognito-idp:AdminDeleteUserAttributes',
        'cognito-idp:AdminDisableUser',
        'cognito-idp:AdminEnableUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:AdminRemoveUserFromGroup',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:ListUsers',
        'cognito-idp:ListUsersInGroup',
      ],
      given.identity.pool.userPoolArn,
    );
  }
}
