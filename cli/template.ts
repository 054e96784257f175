import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import { catalog } from '../shared/catalog/catalog.ts';
import { templateOf } from '../shared/normalisation/output/template.ts';
import { refusals } from '../shared/refusal.ts';
import { type AskedFor, askedFor, requireForm, unitName } from './asked.ts';
import type { Command } from './command.ts';
import { writeNew } from './files/write-new.ts';
import { type ServiceOptions, serviceFlags, serviceOptions } from './service/options.ts';
import { troubleOf } from './service/trouble.ts';
import { type Lang, langOf, messageOf, parsedArgs, UsageError } from './usage.ts';

const help = `npx diem-cau template: biểu mẫu trống của một đơn vị, một kỳ, để nhập trong Excel.
npx diem-cau template: the form of a unit and a period as a workbook to be filled in.

  npx diem-cau template --unit ĐƠN_VỊ --period KỲ [--form BIỂU_MẪU] -o TỆP.xlsx
  npx diem-cau template --unit UNIT --period PERIOD [--form FORM] -o FILE.xlsx

  --unit, --period, --form   như lệnh check · as for check
  -o, --out FILE   ghi vào đâu · where to write it
  --force          ghi đè tệp đã có · write over a file that is there
  --api URL        lấy biểu mẫu từ hệ thống, có sẵn số liệu kỳ trước và nhiệm vụ của đơn vị; cần mã đăng nhập
                   from the service, with the figures that stood last and the unit's tasks; needs a token
  --token-file FILE, DIEM_CAU_TOKEN   như lệnh submit · as for submit
  --lang vi|en, --help

Không có --api thì làm ngay trên máy này, không cần mạng. · Without --api it is made here, without a network.

Exit status: 0 written · 1 refused by the service · 2 it could not run
`;

type TemplateOptions = {
  asked: AskedFor;
  out: string;
  force: boolean;
  service: ServiceOptions | null;
  lang: Lang;
};

/** `npx diem-cau template …` */
export const templateCommand: Command = {
  name: 'template',
  summary: {
    vi: 'tạo biểu mẫu trống để nhập số liệu trong Excel',
    en: 'makes the form as a workbook to be filled in',
  },
  /** @returns the exit status: 0 written · 1 refused · 2 wrong option, or it could not run */
  async run(args) {
    let options: TemplateOptions | 'help';
    try {
      options = optionsOf(args);
    } catch (error) {
      process.stderr.write(`template: ${messageOf(error)}\n\nnpx diem-cau template --help\n`);
      return 2;
    }
    if (options === 'help') {
      process.stdout.write(help);
      return 0;
    }
    const { lang, service } = options;
    try {
      await writeNew(options, await bytesOf(options));
      const words = { vi: 'Đã ghi biểu mẫu của', en: 'The form of' };
      process.stderr.write(`${words[lang]} ${unitName(options.asked, lang)}: ${options.out}\n`);
      return 0;
    } catch (error) {
      const { status, message } = troubleOf(error, service?.api ?? '', lang);
      process.stderr.write(`template: ${message}\n`);
      return status;
    }
  },
};

async function bytesOf({ asked, service, lang }: TemplateOptions): Promise<Uint8Array> {
  const form = requireForm(asked, lang);
  const { unit, period } = asked;
  if (form.about) throw new UsageError(refusals['no-template'][lang]);
  if (service === null) return templateOf({ form, unit, period, last: null, tasks: null, catalog });
  const query = new URLSearchParams({ unit: unit.id, period: period.code });
  const person = { token: service.token };
  return new ApiClient(service.api).file(`/v1/forms/${form.code}/template.xlsx?${query}`, person);
}

function optionsOf(args: readonly string[]): TemplateOptions | 'help' {
  const { values } = parsed(args);
  if (values.help) return 'help';
  const { unit, period, form, out, force, api } = values;
  if (unit === undefined || period === undefined) throw new UsageError('--unit, --period');
  if (out === undefined) throw new UsageError('-o TỆP.xlsx · FILE.xlsx');
  const lang = langOf(values.lang);
  const service = api === undefined ? null : serviceOptions(values, process.env);
  return { asked: askedFor({ unit, period, form }, lang), out, force, service, lang };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    options: {
      ...serviceFlags,
      unit: { type: 'string' },
      period: { type: 'string' },
      form: { type: 'string' },
      out: { type: 'string', short: 'o' },
      force: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
