import { createHash, randomUUID } from 'node:crypto';
import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import { askedFor, requireForm, unitName } from './asked.ts';
import type { Command } from './command.ts';
import { type NilOptions, nilOptions } from './nil/options.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import type { Lang } from './usage.ts';

const help = `npx diem-cau nil: báo cáo "không phát sinh": xác nhận trong kỳ không có gì phải báo cáo, không cần tệp.
npx diem-cau nil: a nil return: certifies that there is nothing to report for the period, without a file.

  npx diem-cau nil --unit ĐƠN_VỊ --period KỲ [--form BIỂU_MẪU] --why "LÝ DO"
  npx diem-cau nil --unit UNIT --period PERIOD [--form FORM] --why "REASON"

  --why            vì sao không phát sinh, từ 10 ký tự · why there is nothing, at least 10 characters
${serviceHelp}
  --again          lập bản mới dù đã lập với đúng lý do này · a new one, though one with this very reason was made
  --json, --lang vi|en|both, --help

Exit status: 0 it waits for the approver's signature · 1 refused · 2 it could not run
`;

/** `npx diem-cau nil …` */
export const nilCommand: Command = {
  name: 'nil',
  summary: {
    vi: 'báo cáo không phát sinh, không cần tệp',
    en: 'certifies that there is nothing to report, without a file',
  },
  /** @returns the exit status: 0 opened · 1 refused · 2 wrong option, or it could not run */
  run: (args) => runServiceCommand('nil', help, () => nilOptions(args, process.env), openNil),
};

async function openNil(options: NilOptions, lang: Lang): Promise<number> {
  const asked = askedFor(options.asked, lang);
  const form = requireForm(asked, lang);
  const about = { unit: asked.unit.id, form: form.code, period: asked.period.code, why: options.why };
  const service = new ApiClient(options.api);
  // The same command again, after an interruption, finds what it made.
  const made = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  const key = `nil-${options.again ? randomUUID() : made}`;
  const opened = await service.openNil({ token: options.token }, key, about);
  const text = options.json ? JSON.stringify(opened, null, 2) : opened.statement;
  process.stdout.write(`${text}\n`);
  if (options.json) return 0;
  process.stderr.write(
    `${words.opened[lang](unitName({ ...asked, form }, lang), opened.id, opened.sha256)}\n`,
  );
  return 0;
}

const words = {
  opened: {
    vi: (unit: string, id: string, sha256: string) =>
      `Đã lập báo cáo không phát sinh của ${unit}. Mã bản nộp: ${id}\nSHA-256: ${sha256}\nNgười phê duyệt của đơn vị xem lại và ký.`,
    en: (unit: string, id: string, sha256: string) =>
      `A nil return of ${unit} was made. The submission: ${id}\nSHA-256: ${sha256}\nThe unit's approver looks at it and signs.`,
  },
};
