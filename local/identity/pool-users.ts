import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

const PoolUser = v.object({
  userName: v.string(),
  /** Another one for every user ever made, `sub` among them. */
  attributes: v.record(v.string(), v.string()),
  enabled: v.boolean(),
  groups: v.array(v.string()),
  /** True once a one-time password is set up. */
  totp: v.boolean(),
  /** What the user's app was given, in base 32, and the last time step whose code was used. */
  factor: v.optional(v.object({ secret: v.string(), lastStep: v.number() })),
  /** A secret that no right code was typed of yet. */
  pending: v.optional(v.object({ secret: v.string() })),
  /** How many wrong codes came since the last right one, and when the last did, by the clock of the stack. */
  wrong: v.optional(v.object({ count: v.number(), at: v.number() })),
  createdAt: v.number(),
});
export type PoolUser = v.InferOutput<typeof PoolUser>;

/** The users of the pool, in memory or in a file. */
export type PoolUsers = {
  /** In the order of their names. */
  all: () => PoolUser[];
  /** By name or, as Cognito also takes it, by `sub`. */
  find: (name: string) => PoolUser | undefined;
  make: (userName: string, attributes: Record<string, string>) => PoolUser;
  /** Writes down what was changed in a user that `find` gave. */
  keep: () => void;
  remove: (user: PoolUser) => void;
};

export function openPoolUsers(file: string | undefined): PoolUsers {
  const kept = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const users = new Map(v.parse(v.array(PoolUser), kept).map((user) => [user.userName, user]));
  const keep = () => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify([...users.values()]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const all = () => [...users.values()].sort((a, b) => (a.userName < b.userName ? -1 : 1));
  return {
    all,
    find: (name) => users.get(name) ?? all().find((user) => user.attributes.sub === name),
    make: (userName, attributes) => {
      const user: PoolUser = {
        userName,
        attributes: { sub: randomUUID(), ...attributes },
        enabled: true,
        groups: [],
        totp: false,
        createdAt: Math.floor(Date.now() / 1000),
      };
      users.set(userName, user);
      keep();
      return user;
    },
    keep,
    remove: (user) => {
      users.delete(user.userName);
      keep();
    },
  };
}
