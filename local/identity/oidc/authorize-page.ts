import { catalog } from '../../../shared/catalog/catalog.ts';
import { nameOn, unitsOn } from '../../../shared/catalog/unit.ts';
import { escapeHtml } from '../../control/escape-html.ts';
import { localPage } from '../../control/page-shell.ts';
import type { PoolUser } from '../pool-users.ts';
import { roleWords } from '../role-words.ts';
import { oidcPaths } from './oidc-paths.ts';

/** What the page shows. */
export type AuthorizePageContent = {
  /** The request to sign in, handed on as it came. */
  asked: URLSearchParams;
  users: readonly Pick<PoolUser, 'userName' | 'groups' | 'enabled'>[];
  roles: readonly string[];
  /** Units are those of a local day, `YYYY-MM-DD`. */
  day: string;
  /** What was wrong with the choice just made. */
  problem?: string;
};

/** The page on which one picks who to sign in as on this machine: forms and nothing else, so the keyboard does it all. */
export function authorizePage(content: AuthorizePageContent): string {
  const { asked, users, problem } = content;
  const handedOn = [...asked]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const form = (fields: string) =>
    `<form method="post" action="${oidcPaths.authorize}">${handedOn}${fields}</form>`;
  return page(`<h1>Đăng nhập <span lang="en">Sign in</span></h1>
<p>Trang này thay cho màn hình đăng nhập khi hệ thống chạy trên một máy: không có mật khẩu, chỉ chọn người.
<span lang="en">This page stands in for signing in while the service runs on one machine: no password, one picks who to be.</span></p>
${problem === undefined ? '' : `<p id="problem" role="alert">${escapeHtml(problem)}</p>`}
${users.length === 0 ? '' : form(userFields(users))}
${form(adHocFields(content))}`);
}

/** A request that cannot go on, nor go back: its address is not the client's. */
export function refusedPage(why: string): string {
  return page(`<h1>Yêu cầu đăng nhập không hợp lệ <span lang="en">This request to sign in is not valid</span></h1>
<p role="alert"><code>${escapeHtml(why)}</code></p>
<p><a href="/">Về cổng Điểm Cầu <span lang="en">Back to the portal</span></a></p>`);
}

function userFields(users: AuthorizePageContent['users']): string {
  const options = users.map(({ userName, groups, enabled }) => {
    const told = [groups.join(', '), ...(enabled ? [] : ['đã khóa · disabled'])].filter(Boolean).join('; ');
    return `<option value="${escapeHtml(userName)}">${escapeHtml(userName)} (${escapeHtml(told)})</option>`;
  });
  return `<h2>Tài khoản đã lập <span lang="en">An account of the user pool</span></h2>
<label>Tên đăng nhập <span lang="en">User name</span>
<select name="user_name">${options.join('')}</select></label>
<label>Mã dùng một lần, nếu tài khoản đã cài ứng dụng <span lang="en">One-time password, where the account has set up an app</span>
<input name="totp" maxlength="6" inputmode="numeric" autocomplete="one-time-code"></label>
<button name="as" value="user">Đăng nhập bằng tài khoản này <span lang="en">Sign in with it</span></button>`;
}

function adHocFields({ roles, day }: AuthorizePageContent): string {
  const units = unitsOn(catalog, 'province', day)
    .map((unit) => ({ id: unit.id, name: nameOn(unit, day).full }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map(({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`);
  const choices = roles.map((code) => {
    const { vi, en } = roleWords[code] ?? { vi: code, en: code };
    return `<label><input type="checkbox" name="role" value="${escapeHtml(code)}"> ${vi} <span lang="en">${escapeHtml(en)}</span></label>`;
  });
  return `<h2>Một vai trò để dùng thử <span lang="en">A role to try</span></h2>
<label>Đơn vị <span lang="en">Unit</span>
<select name="unit"><option value="">Không thuộc đơn vị nào · No unit</option>${units.join('')}</select></label>
<fieldset><legend>Vai trò <span lang="en">Roles</span></legend>${choices.join('\n')}</fieldset>
<label>Tên để phân biệt người này với người khác (không bắt buộc)
<span lang="en">A name that tells this person from others (optional)</span>
<input name="subject" maxlength="128" autocomplete="off"></label>
<button name="as" value="role">Đăng nhập với vai trò này <span lang="en">Sign in with this role</span></button>`;
}

function page(main: string): string {
  return localPage({ title: 'Điểm Cầu: đăng nhập trên máy này', main });
}
