import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ApiClient, ApiError } from '../local/job/api-client.ts';
import { builtInFiles } from '../shared/catalog/catalog.ts';
import { type CatalogDocument, documentOf } from '../shared/catalog/document.ts';
import type { PublicationView } from '../shared/publishing/publish-catalog.ts';
import type { DraftView } from '../shared/publishing/read-draft.ts';
import { type Action, type CatalogOptions, catalogOptions } from './catalog/options.ts';
import { catalogText, draftText, versionsText } from './catalog/print.ts';
import { waitForPreview } from './catalog/wait-for-preview.ts';
import type { Command } from './command.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { UsageError } from './usage.ts';

const help = `npx diem-cau catalog: danh mục (đơn vị, chỉ tiêu, biểu mẫu …): xem, soạn dự thảo, kiểm tra, công bố
(docs/catalogue.md). Soạn và công bố là việc của Ban Thư ký.
npx diem-cau catalog: the catalogue (units, indicators, forms …): read, draft, preview, publish
(docs/catalogue.md). Drafting and publishing are the secretariat's.

  catalog show [--version V]            tóm tắt · in a few lines
  catalog export [--version V] > FILE   toàn văn, để sửa · the whole document, to be edited
  catalog versions                      các lần công bố · every publication
  catalog draft FILE                    nộp dự thảo, đợi kiểm tra lại các báo cáo · hand a draft in, wait for its preview
  catalog preview ID                    xem dự thảo và kết quả kiểm tra · a draft and what it would break
  catalog publish ID --why TEXT [--accept SUBMISSION] …

  --built-in       show, export: danh mục đi kèm phần mềm · the catalogue that the code brings
  --accept ID      chấp nhận đích danh một báo cáo sẽ không đạt · accept a report that would fail, by name
  --wait SECONDS   đợi kiểm tra bao lâu (600) · how long to wait for the preview
${serviceHelp}
  --json           in kết quả dạng JSON · print the answer as JSON
  --lang vi|en     ngôn ngữ in ra · the language of what is printed (vi)
  --help           trang này · this text

Exit status: 0 done, nothing is broken · 1 faulty, refused, or a report would fail · 2 it could not run
`;

/** `npx diem-cau catalog …` */
export const catalogCommand: Command = {
  name: 'catalog',
  summary: {
    vi: 'danh mục: xem, soạn dự thảo, kiểm tra trước, công bố',
    en: 'the catalogue: show, draft, preview, publish',
  },
  /** @returns the exit status: 0 done · 1 faulty, refused, or a report would fail · 2 it could not run */
  run: (args) =>
    runServiceCommand(
      'catalog',
      help,
      () => catalogOptions(args, process.env),
      (options: CatalogOptions) => works[options.action](options),
    ),
};

type Versions = { current: string; items: PublicationView[]; next: string | null };

const works: Readonly<Record<Action, (options: CatalogOptions) => Promise<number>>> = {
  async show(options) {
    const document = await documentAsked(options);
    return print(document, catalogText(document, options.lang), options);
  },
  async export(options) {
    const document = await documentAsked(options);
    return print(document, '', { json: true });
  },
  async versions(options) {
    const { client, person } = serviceOf(options);
    const ask = (after: string | null) =>
      client.get<Versions>(`/v1/catalog/versions${after === null ? '' : `?after=${after}`}`, person);
    const list = await ask(null);
    while (list.next !== null) {
      const { items, next } = await ask(list.next);
      list.items.push(...items);
      list.next = next;
    }
    return print(list, versionsText(list, options.lang), options);
  },
  async draft(options) {
    const { client, person } = serviceOf(options);
    const draft = await client.post<DraftView>('/v1/catalog/drafts', person, documentIn(options.name));
    return tell(await waitForPreview(draft, client, person, options), options);
  },
  async preview(options) {
    const { client, person } = serviceOf(options);
    const draft = await client.get<DraftView>(`/v1/catalog/drafts/${options.name}`, person);
    return tell(await waitForPreview(draft, client, person, options), options);
  },
  async publish(options) {
    const { client, person } = serviceOf(options);
    const path = `/v1/catalog/drafts/${options.name}`;
    const { why, accept: acceptFailing, lang } = options;
    try {
      const publication = await client.post<PublicationView>(`${path}/publish`, person, {
        why,
        acceptFailing,
      });
      const { version } = publication;
      return print(publication, versionsText({ current: version, items: [publication] }, lang), options);
    } catch (error) {
      const names = error instanceof ApiError && error.code === 'failures-not-accepted';
      // Which ones they are is told before the refusal.
      if (names) process.stderr.write(`${draftText(await client.get<DraftView>(path, person), lang)}\n`);
      throw error;
    }
  },
};

function serviceOf({ service }: CatalogOptions) {
  if (!service) throw new UsageError('--api');
  return { client: new ApiClient(service.api), person: { token: service.token } };
}

async function documentAsked(options: CatalogOptions): Promise<CatalogDocument> {
  if (options.service === null) return documentOf(builtInFiles);
  const { client, person } = serviceOf(options);
  const { version } = options;
  const path = version === undefined ? '/v1/catalog' : `/v1/catalog/versions/${encodeURIComponent(version)}`;
  return client.get<CatalogDocument>(path, person);
}

/** @throws UsageError when the file cannot be read, or is no JSON */
function documentIn(path: string): object {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object;
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

function print(answer: object, text: string, { json }: Pick<CatalogOptions, 'json'>): number {
  process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : text}\n`);
  return 0;
}

/** @returns 1 where the draft cannot be published as it is, or its preview has not ended */
function tell(view: DraftView, options: CatalogOptions): number {
  print(view, draftText(view, options.lang), options);
  const isSound = view.state === 'published' || view.state === 'checked';
  return isSound && view.preview?.failing.length === 0 ? 0 : 1;
}
