import type { Account } from '../../shared/accounts/account.ts';
import type { AccountChange, AccountState } from '../../shared/accounts/directory.ts';

type Lang = 'vi' | 'en';

const words = {
  vi: {
    heads: ['Tài khoản', 'Thư điện tử', 'Đơn vị', 'Vai trò', 'Trạng thái', 'TOTP'],
    enabled: 'đang dùng',
    disabled: 'đã khóa',
    yes: 'có',
    no: 'chưa',
    none: 'Không có tài khoản nào.',
    made: 'lập',
    changed: 'sửa',
    'factor-reset': 'đặt lại xác thực hai yếu tố',
    removed: 'xóa',
  },
  en: {
    heads: ['Account', 'E-mail', 'Unit', 'Roles', 'State', 'TOTP'],
    enabled: 'enabled',
    disabled: 'disabled',
    yes: 'yes',
    no: 'no',
    none: 'There is no account.',
    made: 'made',
    changed: 'changed',
    'factor-reset': 'second factor reset',
    removed: 'removed',
  },
} as const;

/** Accounts as a table. */
export function accountTable(accounts: readonly Account[], lang: Lang): string {
  const text = words[lang];
  if (accounts.length === 0) return text.none;
  const rows = accounts.map((account) => [
    account.userName,
    account.email,
    account.unit ?? '–',
    account.roles.join(', ') || '–',
    account.enabled ? text.enabled : text.disabled,
    account.mfa ? text.yes : text.no,
  ]);
  const all = [text.heads, ...rows];
  const widths = text.heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Changes of an account, one a line: when, by whom, what became of it, why. */
export function changeLines(changes: readonly AccountChange[], lang: Lang): string {
  return changes
    .map(
      ({ at, by, change, after, why }) =>
        `${at}  ${by}  ${words[lang][change]}${stateText(after, lang)}  ${why}`,
    )
    .join('\n');
}

function stateText(state: AccountState | null, lang: Lang): string {
  if (state === null) return '';
  const enabled = state.enabled ? words[lang].enabled : words[lang].disabled;
  return `  [${state.unit ?? '–'}; ${state.roles.join(', ') || '–'}; ${enabled}]`;
}
