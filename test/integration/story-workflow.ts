import { ApiClient, sha256Of } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';

const evidence = Buffer.from('%PDF-1.7 công văn đã ký');
type Ticket = { url: string; method: string; headers: Record<string, string> };

/**
 * What people do around a checked submission of the unit: a ticket asked for anew, question and answer,
 * evidence put and read, more time, one person for both, and the withdrawal.
 */
export async function tellOfWork(
  stack: Stack,
  about: { unit: string; form: string; period: string; checked: string; opened: string },
): Promise<void> {
  const api = new ApiClient(stack.url);
  const { unit, form, period } = about;
  const tokens = new Map<string, string>();
  for (const role of ['reporter', 'approver', 'analyst', 'secretariat']) {
    const own = role === 'reporter' || role === 'approver' ? { unit } : {};
    tokens.set(role, (await api.signIn({ ...own, roles: [role], subject: `${role}-work` })).token);
  }
  const ask = async <T>(role: string, method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(stack.url + path, {
      method,
      headers: { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T;
  };
  const why = 'Theo công văn của tỉnh.';
  const submission = `/v1/submissions/${about.checked}`;
  await ask('reporter', 'POST', `/v1/submissions/${about.opened}/ticket`);
  await ask('analyst', 'POST', `${submission}/return`, { question: 'Vì sao mẫu số giảm?' });
  await ask('reporter', 'POST', `${submission}/answers`, { answer: 'Do gộp thủ tục.', to: 1 });
  const file = {
    fileName: 'Công văn 123.pdf',
    bytes: evidence.byteLength,
    sha256: sha256Of(evidence),
    contentType: 'application/pdf',
  };
  const attached = await ask<{ upload: Ticket }>('reporter', 'POST', `${submission}/attachments`, {
    dispatch: '123/UBND-CĐS',
    evidence: file,
  });
  const { 'content-length': _length, ...headers } = attached.upload.headers;
  const put = await fetch(attached.upload.url, { method: 'PUT', headers, body: evidence });
  if (!put.ok) throw new Error(`the evidence was refused: ${put.status}`);
  await stack.idle();
  await ask('reporter', 'GET', `${submission}/attachments/1`);
  await ask('secretariat', 'POST', `/v1/slots/${unit}/${form}/${period}/extension`, {
    until: '2027-01-31',
    why,
  });
  await ask('secretariat', 'PUT', `/v1/units/${unit}/one-person`, { allowed: true, why });
  await ask('reporter', 'GET', `/v1/units/${unit}/one-person`);
  const gone = `/v1/units/province:52@2008/succession`;
  await ask('secretariat', 'PUT', gone, { allowed: true, why });
  await ask('analyst', 'GET', gone);
  await ask('reporter', 'POST', '/v1/submissions/nil', { unit, form, period, why });
  await ask('approver', 'POST', `${submission}/withdraw`, { why });
  await stack.idle();
}
