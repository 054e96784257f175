import type { ApiClient, Person } from '../../../local/job/api-client.ts';
import type { Stack } from '../../../local/stack.ts';
import type { DraftView } from '../../../shared/publishing/read-draft.ts';
import { forms, indicators } from './forms.ts';

type Document = {
  version: string;
  indicators: { indicators: object[] };
  forms: { forms: object[] };
};

/** Publishes the forms of the two sessions, as the secretariat does it: a draft, its preview, the publication. */
export async function publishForms(stack: Stack, api: ApiClient, secretariat: Person): Promise<void> {
  const document = await api.get<Document>('/v1/catalog', secretariat);
  document.indicators.indicators.push(...indicators);
  document.forms.forms.push(...Object.values(forms));
  const draft = await api.post<DraftView>('/v1/catalog/drafts', secretariat, {
    ...document,
    version: '2098.1',
  });
  await stack.idle();
  await api.post(`/v1/catalog/drafts/${draft.id}/publish`, secretariat, {
    why: 'Biểu mẫu dựng cho kiểm thử: phiên họp lần thứ hai và thứ ba.',
  });
}
