import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import { type BriefingKind, briefingKinds } from '../shared/briefing/briefing-name.ts';
import type { Command } from './command.ts';
import { writeNew } from './files/write-new.ts';
import { type ServiceOptions, serviceFlags, serviceHelp, serviceOptions } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { type Lang, langOf, parsedArgs, UsageError } from './usage.ts';

const help = `npx diem-cau briefing: tài liệu của một phiên họp đã chốt số liệu, thành tệp .html, .docx, .xlsx hoặc .csv.
npx diem-cau briefing: the briefing of a meeting whose figures are frozen, as .html, .docx, .xlsx or .csv.
Của thành viên, phân tích viên hoặc Ban Thư ký · for a member, an analyst or the secretariat.

  npx diem-cau briefing PHIÊN_HỌP -o TỆP [--lang en]
  npx diem-cau briefing MEETING -o FILE [--lang en]

  -o, --out FILE   ghi vào đâu; phần mở rộng nói loại tệp · where to write it; its extension says which kind
  --force          ghi đè tệp đã có · write over a file that is there
${serviceHelp}
  --lang vi|en     ngôn ngữ của tài liệu · the language of the briefing
  --help

Exit status: 0 written · 1 refused (the meeting is not frozen yet, or not a member, an analyst or the secretariat) · 2 it could not run
`;

type BriefingOptions = ServiceOptions & {
  meeting: string;
  kind: BriefingKind;
  out: string;
  force: boolean;
  lang: Lang;
};

/** `npx diem-cau briefing …` */
export const briefingCommand: Command = {
  name: 'briefing',
  summary: {
    vi: 'lấy tài liệu của một phiên họp đã chốt số liệu',
    en: 'gets the briefing of a meeting whose figures are frozen',
  },
  /** @returns the exit status: 0 written · 1 refused · 2 wrong option, or it could not run */
  run: (args) => runServiceCommand('briefing', help, () => optionsOf(args), getBriefing),
};

async function getBriefing(options: BriefingOptions, lang: Lang): Promise<number> {
  const { api, token, meeting, kind, out } = options;
  const path = `/v1/meetings/${encodeURIComponent(meeting)}/briefing.${kind}?lang=${lang}`;
  const bytes = await new ApiClient(api).file(path, { token });
  await writeNew(options, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const words = { vi: 'Đã ghi tài liệu phiên họp', en: 'The briefing of the meeting' };
  process.stderr.write(`${words[lang]} ${meeting}: ${out} · ${bytes.length} byte · SHA-256 ${sha256}\n`);
  return 0;
}

function optionsOf(args: readonly string[]): BriefingOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [meeting, ...more] = positionals;
  if (meeting === undefined || more.length > 0) throw new UsageError('PHIÊN_HỌP · MEETING (ubqg-11)');
  const { out, force } = values;
  const kind = briefingKinds.find((each) => extname(out ?? '').toLowerCase() === `.${each}`);
  if (out === undefined || !kind) throw new UsageError('-o TỆP · FILE: .html, .docx, .xlsx, .csv');
  return { ...serviceOptions(values, process.env), meeting, kind, out, force, lang: langOf(values.lang) };
}

function parsed(args: readonly string[]) {
  return parsedArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...serviceFlags,
      out: { type: 'string', short: 'o' },
      force: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'vi' },
      help: { type: 'boolean', default: false },
    },
  });
}
