import { catalog } from '../../shared/catalog/catalog.ts';
import { nameOn, unitsOn } from '../../shared/catalog/unit.ts';
import { roleWords } from '../identity/role-words.ts';
import { escapeHtml } from './escape-html.ts';
import { localPage } from './page-shell.ts';

/** The page on which one picks who to be on this machine. Units are those of a local day, `YYYY-MM-DD`. */
export function whoPage(day: string, roles: readonly string[]): string {
  const units = unitsOn(catalog, 'province', day)
    .map((unit) => ({ id: unit.id, name: nameOn(unit, day).full }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  const options = units.map(
    ({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`,
  );
  const choices = roles.map((role) => {
    const { vi, en } = roleWords[role] ?? { vi: role, en: role };
    return `<label><input type="checkbox" name="role" value="${escapeHtml(role)}"> ${vi} <span lang="en">${escapeHtml(en)}</span></label>`;
  });
  return localPage({
    title: 'Điểm Cầu: chọn vai trò trên máy này',
    withScript: true,
    main: `<h1>Chọn vai trò <span lang="en">Who to be</span></h1>
<p>Trang này thay cho màn hình đăng nhập khi hệ thống chạy trên một máy. Mã đăng nhập chỉ có giá trị trên máy này.
<span lang="en">This page stands in for signing in while the service runs on one machine. Its tokens are good here only.</span></p>
<form id="who">
<label>Đơn vị <span lang="en">Unit</span>
<select name="unit"><option value="">Không thuộc đơn vị nào · No unit</option>${options.join('')}</select></label>
<fieldset><legend>Vai trò <span lang="en">Roles</span></legend>${choices.join('\n')}</fieldset>
<button>Lấy mã đăng nhập <span lang="en">Get a token</span></button>
</form>
<p id="problem" role="alert"></p>
<label>Mã đăng nhập (hết hạn sau một giờ) <span lang="en">Token (good for an hour)</span>
<textarea id="token" readonly rows="8"></textarea></label>
<p><a href="/_local/outbox.html">Hộp thư đi <span lang="en">Outbox</span></a></p>`,
  });
}

export const whoStyle = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff }
main { max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
[lang=en] { color: #595959; font-size: .85em }
label { display: block; margin: .75rem 0 }
fieldset label { margin: .25rem 0 }
select, textarea, label > input:not([type]) { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem }
textarea { font-family: ui-monospace, monospace; font-size: .85rem }
button { font: inherit; padding: .5rem 1rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
#problem { color: #b00020 }
h2 { margin-top: 2rem; font-size: 1.15rem }
`;

export const whoScript = `const form = document.getElementById('who');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const unit = data.get('unit');
  const answer = await fetch('/_local/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: data.getAll('role'), ...(unit ? { unit } : {}) }),
  });
  const body = await answer.json();
  document.getElementById('token').value = body.token ?? '';
  document.getElementById('problem').textContent = body.message ?? '';
});
`;
