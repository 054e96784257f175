import type { Role } from '../submissions/rights.ts';
import type { Account } from './account.ts';

/** The people who may sign in, wherever they are kept. */
export type AccountDirectory = {
  find(userName: string): Promise<Account | undefined>;
  /** One page, of one unit or of all; it may be empty and not the last. */
  page(ask: {
    unit: string | null;
    limit: number;
    after: string | null;
  }): Promise<{ items: Account[]; next: string | null } | 'cursor-unknown'>;
  /** Makes an account without roles and invites the person by e-mail. */
  make(account: Pick<Account, 'userName' | 'email' | 'unit'>): Promise<'made' | 'exists'>;
  bind(userName: string, unit: string | null): Promise<void>;
  give(userName: string, role: Role): Promise<void>;
  take(userName: string, role: Role): Promise<void>;
  /** Nobody signs in any more, and running sessions are not renewed. */
  disable(userName: string): Promise<void>;
  enable(userName: string): Promise<void>;
  /** No running session is renewed, and none may change its own account any more. */
  signOut(userName: string): Promise<void>;
  /**
   * Forgets what was set up: no code of it is right any more, and the password alone signs in. Forgetting what is not
   * there any more is no fault.
   */
  dropFactor(userName: string): Promise<void>;
  /** Removing what is not there any more is no fault. */
  remove(userName: string): Promise<void>;
  /** Who holds a role and may sign in. */
  holders(role: Role): Promise<string[]>;
  /** The same, with where mails reach them and whom they act for. */
  members(role: Role): Promise<Member[]>;
};

/** What a list of a role's holders tells of each. */
export type Member = Pick<Account, 'userName' | 'email' | 'unit'>;

/** What an account was to become, and what it was before. */
export type AccountChange = {
  schema: 'account-change/1';
  change: 'made' | 'changed' | 'factor-reset' | 'removed';
  userName: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The subject of who decided it. */
  by: string;
  why: string;
  before: AccountState | null;
  after: AccountState | null;
};
export type AccountState = Pick<Account, 'subject' | 'email' | 'unit' | 'roles' | 'enabled'>;

/** The secretariat's accounts that are being taken away, so that two cannot take away each other. */
export type Leaving = { version: number; names: readonly string[] };

export type AccountRecords = {
  /** Changes are appended before they are done: none is without its trace. */
  append(change: AccountChange): Promise<void>;
  /** Newest first. */
  history(
    userName: string,
    ask: { limit: number; after: string | null },
  ): Promise<{ items: AccountChange[]; next: string | null }>;
  leaving(): Promise<Leaving>;
  /** @param next its version is one more than the one it was made from */
  moveLeaving(next: Leaving): Promise<'moved' | 'somebody-was-first'>;
};

export type AccountParts = { directory: AccountDirectory; records: AccountRecords };

/** What of an account a change may alter or record. */
export function stateOf({ subject, email, unit, roles, enabled }: Account): AccountState {
  return { subject, email, unit, roles, enabled };
}
