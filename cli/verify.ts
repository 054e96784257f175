import process from 'node:process';
import type { Command } from './command.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import type { Lang } from './usage.ts';
import type { ChainSource } from './verify/chain-source.ts';
import { folderSource } from './verify/folder-source.ts';
import { type VerifyOptions, verifyOptions } from './verify/options.ts';
import { verificationText } from './verify/print.ts';
import { serviceSource } from './verify/service-source.ts';
import { holds, verifyChain } from './verify/verify-chain.ts';

const help = `npx diem-cau verify: kiểm chứng bản chốt của một phiên họp (docs/verify.md). Hai câu hỏi, trả lời riêng:
  1. Chuỗi dữ liệu có nguyên vẹn không: mọi tệp gốc, trang số liệu, tài liệu đúng với bảng kê mang tên bản chốt.
  2. Đọc lại mọi tệp gốc và tính lại, hôm nay có ra đúng những số liệu đó không.
npx diem-cau verify: verifies the snapshot of a meeting (docs/verify.md). Two questions, answered apart:
  1. Is the chain intact: every raw file, page and document is the one that the manifest names.
  2. Read from the raw files and computed again: do the same figures come out today.

  npx diem-cau verify [SNAPSHOT | MEETING] --api URL      hệ thống, của phân tích viên hoặc Ban Thư ký
                                                          a service, as an analyst or the secretariat
  npx diem-cau verify [SNAPSHOT | MEETING] --data DIR     thư mục của npm start -- --data DIR, khi không chạy
                                                          the folder of a stack that does not run

  SNAPSHOT | MEETING   tên bản chốt (64 ký tự) hoặc mã phiên họp; không ghi: phiên mới nhất có bản chốt
                   a snapshot's name or a meeting's id; without: the latest meeting that has one
${serviceHelp}
  --json           in kết quả dạng JSON, đủ mọi khác biệt · the result as JSON, with every difference
  --lang vi|en     ngôn ngữ in ra · the language of what is printed (vi)
  --help           trang này · this text

Exit status: 0 the chain is intact and, with the same engine, every figure agrees · 1 it is not so · 2 it could not run
`;

/** `npx diem-cau verify …` */
export const verifyCommand: Command = {
  name: 'verify',
  summary: {
    vi: 'kiểm chứng bản chốt: dữ liệu nguyên vẹn, và tính lại có trùng khớp không',
    en: 'verifies a snapshot: nothing was changed, and it comes out the same again',
  },
  /** @returns the exit status: 0 it holds · 1 it does not · 2 wrong option, or it could not run */
  async run(args) {
    // Whatever keeps it from running is 2: 1 says that something was verified and does not hold.
    let ran = false;
    const status = await runServiceCommand(
      'verify',
      help,
      () => {
        const options = verifyOptions(args, process.env);
        return options === 'help' ? options : { ...options, api: placeOf(options) };
      },
      async (options: VerifyOptions & { api: string }, lang) => {
        const end = await verify(options, lang);
        ran = end !== 2;
        return end;
      },
    );
    return status === 1 && !ran ? 2 : status;
  },
};

async function verify({ wanted, of, json }: VerifyOptions, lang: Lang): Promise<number> {
  const source: ChainSource = 'folder' in of ? await folderSource(of.folder) : serviceSource(of.service);
  try {
    const found = await source.find(wanted);
    if (!found) {
      process.stderr.write(`verify: ${words.none[lang](wanted)}\n`);
      return 2;
    }
    const verification = await verifyChain(found, { source, lang, progress: progressLines(lang) });
    process.stdout.write(
      `${json ? JSON.stringify(verification, null, 2) : verificationText(verification, lang)}\n`,
    );
    return holds(verification) ? 0 : 1;
  } finally {
    await source.close();
  }
}

function placeOf({ of }: VerifyOptions): string {
  return 'folder' in of ? of.folder : of.service.api;
}

/** A line on stderr a step and, of many reports, one for each tenth of them. */
function progressLines(lang: Lang) {
  let last = '';
  return (step: 'snapshot' | 'reports' | 'recompute', done: number, of: number, what: string) => {
    const key = `${step} ${Math.floor((done * 10) / of)}`;
    if (key === last) return;
    last = key;
    process.stderr.write(`${words.steps[step][lang]}${of > 1 ? ` ${done}/${of}` : ''} ${what}\n`);
  };
}

const words = {
  none: {
    vi: (wanted: string | null) => `không có bản chốt nào${wanted === null ? '' : ` là ${wanted}`}.`,
    en: (wanted: string | null) => `there is no snapshot${wanted === null ? '' : ` ${wanted}`}.`,
  },
  steps: {
    snapshot: { vi: 'Đọc bản chốt', en: 'Reading the snapshot' },
    reports: { vi: 'Đọc lại báo cáo', en: 'Reading reports again' },
    recompute: { vi: 'Tính lại', en: 'Computing again' },
  },
};
