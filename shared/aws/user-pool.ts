import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminDeleteUserAttributesCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  ListUsersInGroupCommand,
  ResourceNotFoundException,
  UserNotFoundException,
  UsernameExistsException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from '../accounts/account.ts';
import type { AccountDirectory, Member } from '../accounts/directory.ts';
import { type Role, roles } from '../submissions/rights.ts';

const unitAttribute = 'custom:unit';
/** Cognito's word for a one-time password from an app. */
const totp = 'SOFTWARE_TOKEN_MFA';
/** Cognito gives 60 members of a group at a time; a secretariat has a handful, a country's reporters some hundreds. */
const groupPagesAtMost = 20;

/** A user's groups are the roles, `custom:unit` is the unit. No SDK exception leaves this file but a fault. */
export function userPool(client: CognitoIdentityProviderClient, poolId: string): AccountDirectory {
  const of = (Username: string) => ({ UserPoolId: poolId, Username });
  const find = async (userName: string) => {
    const found = await ifThere(client.send(new AdminGetUserCommand(of(userName))));
    if (!found) return undefined;
    const groups = await ifThere(
      client.send(new AdminListGroupsForUserCommand({ ...of(userName), Limit: 60 })),
    );
    const mfa = found.UserMFASettingList?.includes(totp) ?? false;
    const names = (groups?.Groups ?? []).map((group) => group.GroupName);
    return groups && accountOf(userName, found.UserAttributes, found.Enabled, { mfa, groups: names });
  };
  return {
    find,
    page: (ask) => pageOf(client, poolId, ask, find),
    async make({ userName, email, unit }) {
      const UserAttributes = [
        { Name: 'email', Value: email },
        // Vouched for by the secretariat: the invitation itself goes there, and so does a lost password.
        { Name: 'email_verified', Value: 'true' },
        ...(unit === null ? [] : [{ Name: unitAttribute, Value: unit }]),
      ];
      const invitation = { UserAttributes, DesiredDeliveryMediums: ['EMAIL' as const] };
      try {
        await client.send(new AdminCreateUserCommand({ ...of(userName), ...invitation }));
        return 'made';
      } catch (error) {
        if (error instanceof UsernameExistsException) return 'exists';
        throw error;
      }
    },
    async bind(userName, unit) {
      if (unit === null) {
        const UserAttributeNames = [unitAttribute];
        await client.send(new AdminDeleteUserAttributesCommand({ ...of(userName), UserAttributeNames }));
      } else {
        const UserAttributes = [{ Name: unitAttribute, Value: unit }];
        await client.send(new AdminUpdateUserAttributesCommand({ ...of(userName), UserAttributes }));
      }
    },
    async give(userName, role) {
      await client.send(new AdminAddUserToGroupCommand({ ...of(userName), GroupName: role }));
    },
    async take(userName, role) {
      await client.send(new AdminRemoveUserFromGroupCommand({ ...of(userName), GroupName: role }));
    },
    async disable(userName) {
      await client.send(new AdminDisableUserCommand(of(userName)));
    },
    async enable(userName) {
      await client.send(new AdminEnableUserCommand(of(userName)));
    },
    async signOut(userName) {
      await client.send(new AdminUserGlobalSignOutCommand(of(userName)));
    },
    async dropFactor(userName) {
      try {
        await client.send(new AdminDeleteSoftwareTokenCommand(of(userName)));
      } catch (error) {
        // "when the user has no software token registration to delete": another reset was first.
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
    async remove(userName) {
      await ifThere(client.send(new AdminDeleteUserCommand(of(userName))));
    },
    holders: async (role) => (await membersOf(client, poolId, role)).map(({ userName }) => userName),
    members: (role) => membersOf(client, poolId, role),
  };
}

/**
 * Whether somebody may sign in now, and with a second factor, as the pre-token trigger asks.
 * @throws Error when there is no such user any more
 */
export async function signInStanding(
  client: CognitoIdentityProviderClient,
  poolId: string,
  userName: string,
): Promise<{ enabled: boolean; mfa: boolean }> {
  const user = await client.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: userName }));
  return { enabled: user.Enabled === true, mfa: user.UserMFASettingList?.includes(totp) ?? false };
}

/** Accounts that are looked up together: the trigger of signing in shares the pool's quota of reads. */
const atOnce = 5;

/** Cognito cannot search by an attribute of ours: a page of everybody is read, then the unit's are kept. */
async function pageOf(
  client: CognitoIdentityProviderClient,
  poolId: string,
  ask: { unit: string | null; limit: number; after: string | null },
  find: (userName: string) => Promise<Account | undefined>,
): Promise<{ items: Account[]; next: string | null } | 'cursor-unknown'> {
  try {
    const page = await client.send(
      new ListUsersCommand({
        UserPoolId: poolId,
        Limit: ask.limit,
        ...(ask.after === null ? {} : { PaginationToken: ask.after }),
      }),
    );
    const wanted = (page.Users ?? []).filter((user) => ask.unit === null || unitOf(user) === ask.unit);
    const items: Account[] = [];
    for (let from = 0; from < wanted.length; from += atOnce) {
      const names = wanted.slice(from, from + atOnce).map((user) => user.Username ?? '');
      const found = await Promise.all(names.map(find));
      // Who was removed between the two calls is not listed.
      items.push(...found.filter((account) => account !== undefined));
    }
    return { items, next: page.PaginationToken ?? null };
  } catch (error) {
    if (ask.after !== null && error instanceof InvalidParameterException) return 'cursor-unknown';
    throw error;
  }
}

async function membersOf(
  client: CognitoIdentityProviderClient,
  poolId: string,
  role: Role,
): Promise<Member[]> {
  const members: Member[] = [];
  let NextToken: string | undefined;
  for (let pages = 0; pages < groupPagesAtMost; pages += 1) {
    const asked = { UserPoolId: poolId, GroupName: role, Limit: 60, NextToken };
    const page = await client.send(new ListUsersInGroupCommand(asked));
    for (const user of page.Users ?? []) {
      if (!user.Enabled || !user.Username) continue;
      const email = user.Attributes?.find(({ Name }) => Name === 'email')?.Value ?? '';
      members.push({ userName: user.Username, email, unit: unitOf(user) || null });
    }
    NextToken = page.NextToken;
    if (!NextToken) return members;
  }
  throw new Error(`user pool: more than ${groupPagesAtMost} pages of ${role}`);
}

function accountOf(
  userName: string,
  attributes: AttributeType[] | undefined,
  enabled: boolean | undefined,
  { mfa, groups }: { mfa: boolean; groups: (string | undefined)[] },
): Account {
  const value = (name: string) => attributes?.find((attribute) => attribute.Name === name)?.Value;
  const subject = value('sub');
  if (!subject) throw new Error('user pool: a user without a subject');
  return {
    userName,
    subject,
    email: value('email') ?? '',
    unit: value(unitAttribute) || null,
    roles: roles.filter((role) => groups.includes(role)),
    enabled: enabled === true,
    mfa,
  };
}

function unitOf({ Attributes }: UserType): string | undefined {
  return Attributes?.find(({ Name }) => Name === unitAttribute)?.Value;
}

/** What a call answers, or undefined when there is no such user. */
async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}
