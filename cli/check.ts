import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import type { Catalog } from '../shared/catalog/catalog.ts';
import { type CatalogDocument, catalogOf } from '../shared/catalog/document.ts';
import { type Context, ContextError, readContext } from '../shared/normalisation/context.ts';
import { findingsCsv } from '../shared/normalisation/findings-csv.ts';
import type { Report } from '../shared/normalisation/report.ts';
import { type AskedFor, askedFor, unitName } from './asked.ts';
import { handBack } from './check/hand-back.ts';
import { type CheckOptions, checkOptions } from './check/options.ts';
import { reportText } from './check/report-text.ts';
import type { Command } from './command.ts';
import { checkDiskFile } from './files/check-disk-file.ts';
import { type DiskFile, openDiskFile } from './files/disk-file.ts';
import { progressOf } from './files/progress.ts';
import type { ServiceOptions } from './service/options.ts';
import { troubleOf } from './service/trouble.ts';
import { checkBefore } from './submit/check-before.ts';
import { type Lang, messageOf, UsageError } from './usage.ts';

const help = `npx diem-cau check: kiểm tra tệp báo cáo trên máy này, không gửi tệp đi đâu.
npx diem-cau check: checks report files on this machine, and sends no file anywhere.

  npx diem-cau check TỆP … --unit ĐƠN_VỊ --period KỲ [--form BIỂU_MẪU]
  npx diem-cau check FILE … --unit UNIT --period PERIOD [--form FORM]

  --unit UNIT      mã, tên hoặc mã định danh của đơn vị: 52, H21, "Gia Lai", province:52@2025
                   the unit's code, name or id; a code is read as the period has it
  --period PERIOD  kỳ báo cáo · the period: 2026-Q3
  --form FORM      biểu mẫu; không ghi thì nhận theo nội dung tệp · the form; else the file's content tells it
  --context FILE   tài liệu đối chiếu của hệ thống (GET /v1/contexts/…): số liệu kỳ trước, lần gửi trước
                   what the service compares with: the figures that stood last, the attempt before
  --catalog FILE   danh mục khác (npx diem-cau catalog export), thay cho danh mục đi kèm · another catalogue
  --api URL        hỏi hệ thống tài liệu đối chiếu đó (cần mã đăng nhập): kết quả như hệ thống sẽ kết luận
                   asks the service for it (needs a token), so that this says what the service would say
  --token-file FILE, DIEM_CAU_TOKEN   như lệnh submit · as for submit
  --json           in báo cáo dạng JSON (nhiều tệp: một mảng) · the report as JSON (several files: an array)
  --csv            in các lỗi, cảnh báo dạng CSV · the findings as CSV
  --workbook OUT.xlsx  ghi lại tệp với các ô có lỗi được đánh dấu · the file with its findings marked in it
  --all            liệt kê mọi ô, không rút gọn · every cell, none left out
  --lang vi|en|both  ngôn ngữ in ra (both) · the language of what is printed
  --help           trang này · this text

Exit status: 0 passed, also with warnings · 1 a file is returned · 2 it could not run
`;

/** `npx diem-cau check …` */
export const checkCommand: Command = {
  name: 'check',
  summary: {
    vi: 'kiểm tra tệp báo cáo trên máy này trước khi gửi',
    en: 'checks report files on this machine before they are sent',
  },
  /** @returns the exit status: 0 passed · 1 returned · 2 wrong option, or it could not run */
  async run(args) {
    try {
      const options = checkOptions(args, process.env);
      if (options === 'help') {
        process.stdout.write(help);
        return 0;
      }
      return await checkAll(options);
    } catch (error) {
      const usage = error instanceof UsageError ? '\n\nnpx diem-cau check --help' : '';
      process.stderr.write(`check: ${messageOf(error)}${usage}\n`);
      return 2;
    }
  },
};

type Asked = {
  asked: AskedFor;
  context: Context | null;
  catalog: Catalog | undefined;
  service: ServiceOptions | null;
  lang: Lang;
};

/** Checks every file, also when one of them cannot be read. @returns the exit status */
async function checkAll(options: CheckOptions): Promise<number> {
  const lang: Lang = options.lang === 'en' ? 'en' : 'vi';
  const catalog = options.catalog === undefined ? undefined : catalogIn(options.catalog);
  const asked = askedFor(options.asked, lang, catalog && { catalog });
  const context = options.context === undefined ? null : contextIn(options.context);
  const reports: Report[] = [];
  let status = 0;
  for (const path of options.files) {
    const report = await checkOne(
      path,
      { asked, context, catalog, service: options.service, lang },
      options.workbook,
    );
    if (!report) {
      status = 2;
      continue;
    }
    if (report.verdict === 'returned') status = Math.max(status, 1);
    // A list is one document, so it waits for its end; texts are told as they come.
    reports.push(report);
    const between = path === options.files[0] ? '' : '\n';
    if (options.print === 'text') {
      process.stdout.write(`${between}${reportText(report, unitName(asked, lang), options)}\n`);
    }
  }
  if (options.print === 'csv') process.stdout.write(reports.map(findingsCsv).join(''));
  if (options.print === 'json') {
    const document = options.files.length === 1 ? reports[0] : reports;
    if (document !== undefined) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  }
  return status;
}

/** @returns undefined when the file could not be read, which is said */
async function checkOne(
  path: string,
  given: Asked,
  workbook: string | undefined,
): Promise<Report | undefined> {
  const { lang, service } = given;
  let progress = progressOf(path, 0);
  try {
    await using file = await openDiskFile(path, lang, (bytes) => progress.add(bytes));
    progress = progressOf(path, file.source.size);
    const report = await reportOn(file, given);
    progress.end();
    if (workbook !== undefined) process.stderr.write(`${await handBack(file, report, workbook, lang)}\n`);
    return report;
  } catch (error) {
    progress.end();
    // It would be the same for every file.
    if (error instanceof ContextError) throw new UsageError(`--context: ${error.message}`);
    process.stderr.write(
      `check: ${service ? troubleOf(error, service.api, lang).message : messageOf(error)}\n`,
    );
    return undefined;
  }
}

/** Held against what the service has, where it is asked; else against the context that was given, or none. */
async function reportOn(file: DiskFile, given: Asked): Promise<Report> {
  const { asked, context, catalog, service, lang } = given;
  if (service === null) return (await checkDiskFile(file, asked, context, catalog)).report;
  const { api, token } = service;
  const parts = { service: new ApiClient(api), person: { token } };
  const { report, binding } = await checkBefore(file, asked, parts);
  if (!binding) process.stderr.write(`check: ${otherVersion[lang]}\n`);
  return report;
}

const otherVersion = {
  vi: 'hệ thống chạy phiên bản khác nên không đối chiếu được; kết luận của hệ thống có thể khác.',
  en: 'the service runs another version, so nothing could be compared; its verdict may differ.',
};

/** @throws UsageError when the document cannot be read, or is no catalogue */
function catalogIn(path: string): Catalog {
  try {
    return catalogOf(JSON.parse(readFileSync(path, 'utf8')) as CatalogDocument);
  } catch (error) {
    throw new UsageError(`--catalog ${path}: ${(error as Error).message}`);
  }
}

/** @throws UsageError when the document cannot be read, or is no context */
function contextIn(path: string): Context {
  try {
    return readContext(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`--context ${path}: ${(error as Error).message}`);
  }
}
