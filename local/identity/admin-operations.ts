import * as v from 'valibot';
import { type AdminOperation, type AdminPlace, asked, OfUser, userOf } from './admin-call.ts';
import { CognitoError, invalid } from './cognito-error.ts';
import type { PoolUser } from './pool-users.ts';
import { dropToken } from './software-token.ts';
import type { UserPool } from './user-pool.ts';

const Attributes = v.optional(v.array(v.object({ Name: v.string(), Value: v.optional(v.string(), '') })), []);
const InGroup = v.object({ ...OfUser, GroupName: v.string() });
const Limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 60);
const totp = 'SOFTWARE_TOKEN_MFA';

/** The calls that run here: those that this service makes. */
export const adminOperations: Readonly<Record<string, AdminOperation>> = {
  AdminCreateUser: asked(v.object({ ...OfUser, UserAttributes: Attributes }), (ask, { pool, users }) => {
    if (users.find(ask.Username)) {
      throw new CognitoError('UsernameExistsException', 'User account already exists');
    }
    for (const { Name, Value } of ask.UserAttributes) pool.checkAttribute(Name, Value);
    const given = Object.fromEntries(ask.UserAttributes.map(({ Name, Value }) => [Name, Value]));
    return { User: described(users.make(ask.Username, given)) };
  }),
  AdminGetUser: asked(v.object(OfUser), (ask, { users }) => {
    const user = userOf(ask.Username, users);
    const { Attributes: UserAttributes, ...rest } = described(user);
    const mfa = user.totp ? { UserMFASettingList: [totp], PreferredMfaSetting: totp } : {};
    return { ...rest, UserAttributes, ...mfa };
  }),
  AdminUpdateUserAttributes: asked(
    v.object({ ...OfUser, UserAttributes: Attributes }),
    (ask, { pool, users }) => {
      const user = userOf(ask.Username, users);
      for (const { Name, Value } of ask.UserAttributes) pool.checkAttribute(Name, Value);
      for (const { Name, Value } of ask.UserAttributes) user.attributes[Name] = Value;
      users.keep();
      return {};
    },
  ),
  AdminDeleteUserAttributes: asked(
    v.object({ ...OfUser, UserAttributeNames: v.array(v.string()) }),
    (ask, { users }) => {
      const user = userOf(ask.Username, users);
      for (const name of ask.UserAttributeNames) {
        if (name === 'sub') throw invalid('sub cannot be deleted');
        delete user.attributes[name];
      }
      users.keep();
      return {};
    },
  ),
  AdminAddUserToGroup: asked(InGroup, ({ Username, GroupName }, { pool, users }) => {
    requireGroup(GroupName, pool);
    const user = userOf(Username, users);
    if (!user.groups.includes(GroupName)) user.groups.push(GroupName);
    users.keep();
    return {};
  }),
  AdminRemoveUserFromGroup: asked(InGroup, ({ Username, GroupName }, { pool, users }) => {
    requireGroup(GroupName, pool);
    const user = userOf(Username, users);
    user.groups = user.groups.filter((name) => name !== GroupName);
    users.keep();
    return {};
  }),
  AdminListGroupsForUser: asked(v.object(OfUser), ({ Username }, { pool, users }) => ({
    Groups: userOf(Username, users).groups.map((GroupName) => ({ GroupName, UserPoolId: pool.id })),
  })),
  AdminDisableUser: asked(v.object(OfUser), (ask, place) => setEnabled(ask.Username, false, place)),
  AdminEnableUser: asked(v.object(OfUser), (ask, place) => setEnabled(ask.Username, true, place)),
  AdminUserGlobalSignOut: asked(v.object(OfUser), ({ Username }, { users, grants }) => {
    grants.revokeOf(userOf(Username, users).userName);
    return {};
  }),
  AdminDeleteSoftwareToken: asked(v.object(OfUser), ({ Username }, { users }) => {
    const user = userOf(Username, users);
    if (!user.totp && user.factor === undefined) {
      throw new CognitoError('ResourceNotFoundException', 'User has no software token.');
    }
    dropToken(user);
    users.keep();
    return {};
  }),
  AdminDeleteUser: asked(v.object(OfUser), ({ Username }, { users }) => {
    users.remove(userOf(Username, users));
    return {};
  }),
  ListUsers: asked(
    v.object({ UserPoolId: v.string(), Limit, PaginationToken: v.optional(v.string()) }),
    (ask, { users }) => {
      const { page, next } = pageOf(users.all(), ask.Limit, ask.PaginationToken);
      return { Users: page.map(described), ...(next === undefined ? {} : { PaginationToken: next }) };
    },
  ),
  ListUsersInGroup: asked(
    v.object({ UserPoolId: v.string(), GroupName: v.string(), Limit, NextToken: v.optional(v.string()) }),
    (ask, { pool, users }) => {
      requireGroup(ask.GroupName, pool);
      const members = users.all().filter((user) => user.groups.includes(ask.GroupName));
      const { page, next } = pageOf(members, ask.Limit, ask.NextToken);
      return { Users: page.map(described), ...(next === undefined ? {} : { NextToken: next }) };
    },
  ),
};

function setEnabled(name: string, enabled: boolean, { users }: AdminPlace): object {
  userOf(name, users).enabled = enabled;
  users.keep();
  return {};
}

function requireGroup(name: string, { groups }: UserPool): void {
  if (!groups.includes(name)) throw new CognitoError('ResourceNotFoundException', 'Group not found.');
}

function pageOf(users: readonly PoolUser[], limit: number, token: string | undefined) {
  const after = token === undefined ? '' : Buffer.from(token, 'base64').toString();
  if (token !== undefined && !users.some(({ userName }) => userName === after)) {
    throw invalid('Invalid pagination token');
  }
  const rest = users.filter(({ userName }) => userName > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    next: rest.length > limit && last ? Buffer.from(last.userName).toString('base64') : undefined,
  };
}

function described({ userName, attributes, enabled, createdAt }: PoolUser) {
  return {
    Username: userName,
    Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    Enabled: enabled,
    UserStatus: 'CONFIRMED',
    UserCreateDate: createdAt,
    UserLastModifiedDate: createdAt,
  };
}
