import { ApiClient } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import type { DraftView } from '../../shared/publishing/read-draft.ts';

/** A change of the catalogue: drafted, held against every standing report, published, read. */
export async function tellOfCatalog(stack: Stack): Promise<void> {
  const { token } = await new ApiClient(stack.url).signIn({ subject: 'catalogue', roles: ['secretariat'] });
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(stack.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const document = await ask<{ version: string; scorecards: { scorecards: { source: string }[] } }>(
    'GET',
    '/v1/catalog',
  );
  await ask('GET', `/v1/catalog/versions/${document.version}`);
  for (const scorecard of document.scorecards.scorecards) scorecard.source += ' (2099)';
  const draft = await ask<DraftView>('POST', '/v1/catalog/drafts', { ...document, version: '2099.1' });
  await stack.idle();
  const { preview } = await ask<DraftView>('GET', `/v1/catalog/drafts/${draft.id}`);
  if (preview?.state !== 'complete' || !preview.of)
    throw new Error('the story has no standing report to preview');
  await ask('POST', `/v1/catalog/drafts/${draft.id}/publish`, { why: 'Ghi rõ nguồn của bộ chỉ số.' });
  await ask('GET', '/v1/catalog/versions');
  await stack.idle();
}
