import process from 'node:process';
import { ApiClient, type Person, sha256Of } from '../local/job/api-client.ts';
import { contentTypeOf } from '../shared/submissions/content-type.ts';
import { askedFor, unitName } from './asked.ts';
import { reportText } from './check/report-text.ts';
import type { Command } from './command.ts';
import { type DiskFile, openDiskFile } from './files/disk-file.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { checkBefore } from './submit/check-before.ts';
import { follow } from './submit/follow.ts';
import { type SubmitOptions, submitOptions } from './submit/options.ts';
import { type Sent, type Slot, sendFile } from './submit/send-file.ts';
import { type Lang, UsageError } from './usage.ts';

const help = `npx diem-cau submit: kiểm tra tệp trên máy này, gửi lên hệ thống, đợi kết quả.
npx diem-cau submit: checks a file on this machine, sends it to the service, waits for the verdict.

  npx diem-cau submit TỆP --unit ĐƠN_VỊ --period KỲ [--form BIỂU_MẪU]
  npx diem-cau submit FILE --unit UNIT --period PERIOD [--form FORM]

  --unit, --period, --form   như lệnh check · as for check
${serviceHelp}
  --anyway         gửi cả khi kiểm tra trên máy thấy lỗi · send it even when the check here finds errors
  --again          nộp thành bản mới dù tệp này đã nộp · a new submission, though this file was sent before
  --wait SECONDS   đợi kết quả bao lâu (300) · how long to wait for the verdict
  --json, --all, --lang vi|en|both, --help

Chạy lại lệnh khi bị ngắt giữa chừng là an toàn: tệp không bị nộp hai lần.
Running the command again after an interruption is safe: the file is not submitted twice.

Exit status: 0 passed, also with warnings · 1 returned, or refused · 2 it could not run
`;

/** `npx diem-cau submit …` */
export const submitCommand: Command = {
  name: 'submit',
  summary: {
    vi: 'gửi tệp báo cáo lên hệ thống và đợi kết quả kiểm tra',
    en: 'sends a report file to the service and waits for its verdict',
  },
  /** @returns the exit status: 0 passed · 1 returned or refused · 2 wrong option, or it could not run */
  run: (args) => runServiceCommand('submit', help, () => submitOptions(args, process.env), submit),
};

async function submit(options: SubmitOptions, lang: Lang): Promise<number> {
  const asked = askedFor(options.asked, lang);
  await using file = await openDiskFile(options.file, lang);
  const client = { service: new ApiClient(options.api), person: { token: options.token } };
  const { report, slot, binding } = await checkBefore(file, asked, client);
  if (!binding) say(words.otherVersion[lang]);
  const unit = unitName(asked, lang);
  if (slot === null || (report.verdict === 'returned' && !options.anyway)) {
    const stopped = { sent: false, report };
    const text = options.json ? JSON.stringify(stopped, null, 2) : reportText(report, unit, options);
    process.stdout.write(`${text}\n`);
    say(`submit: ${words[slot === null ? 'noForm' : 'stopped'][lang]}`);
    return 1;
  }
  say(words.sending[lang](file.name, unit, file.source.size));
  const sent = await send({ ...client, file, sha256: report.file.sha256 }, slot, options);
  say(`${words.sent[sent.how][lang]} ${sent.id}`);
  return follow({ ...client, sent }, options, lang);
}

/** @throws UsageError when the file is not what was checked any more */
async function send(
  { service, person, file, sha256 }: { service: ApiClient; person: Person; file: DiskFile; sha256: string },
  slot: Slot,
  { again, lang }: SubmitOptions,
): Promise<Sent> {
  const body = await file.bytes();
  if (sha256Of(body) !== sha256) throw new UsageError(words.changed[lang === 'en' ? 'en' : 'vi'](file.path));
  const about = { ...slot, fileName: file.name, contentType: contentTypeOf(file.name), body };
  return sendFile(service, person, { file: about, sha256, again });
}

/** What goes on is told beside the answer, so that the answer alone can be piped on. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const words = {
  otherVersion: {
    vi: 'Hệ thống chạy phiên bản khác với lệnh này: kết quả kiểm tra trên máy chỉ để tham khảo.',
    en: 'The service runs another version than this command: what the check here says is not binding.',
  },
  changed: {
    vi: (path: string) => `${path}: tệp vừa bị sửa sau khi kiểm tra; hãy lưu, đóng tệp rồi chạy lại lệnh.`,
    en: (path: string) =>
      `${path}: the file was changed after it was checked; save and close it, then run the command again.`,
  },
  noForm: {
    vi: 'chưa gửi gì: không rõ đây là biểu mẫu nào; hãy thêm --form.',
    en: 'nothing was sent: it is not clear which form this is; add --form.',
  },
  stopped: {
    vi: 'chưa gửi gì: hãy sửa các lỗi trên rồi chạy lại, hoặc thêm --anyway nếu vẫn muốn gửi.',
    en: 'nothing was sent: mend the errors above and run it again, or add --anyway to send it nevertheless.',
  },
  sending: {
    vi: (name: string, unit: string, bytes: number) => `Gửi ${name} (${bytes} byte) của ${unit} …`,
    en: (name: string, unit: string, bytes: number) => `Sending ${name} (${bytes} bytes) of ${unit} …`,
  },
  sent: {
    put: { vi: 'Đã gửi. Mã bản nộp:', en: 'Sent. The submission:' },
    'was-there': {
      vi: 'Tệp đã tới nơi từ lần gửi trước. Mã bản nộp:',
      en: 'The file was there already. The submission:',
    },
    'submitted-before': {
      vi: 'Tệp này đã nộp trước đây (thêm --again để nộp thành bản mới). Mã bản nộp:',
      en: 'This file was submitted before (--again makes a new submission). The submission:',
    },
    stands: {
      vi: 'Tệp này trùng với bản đang có hiệu lực nên không gửi lại. Mã bản nộp:',
      en: 'This file is what stands already, so it was not sent again. The submission:',
    },
  },
};
