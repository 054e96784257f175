import { roleNames } from '../../web/app/role-names.ts';

/** What the pages of this machine call the roles that one can be: as the portal does. */
export const roleWords: Readonly<Record<string, { vi: string; en: string }>> = Object.fromEntries(
  Object.entries(roleNames.vi).map(([role, vi]) => [
    role,
    { vi, en: roleNames.en[role as keyof typeof roleNames.en] },
  ]),
);
