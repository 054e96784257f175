import process from 'node:process';
import type { Command } from './command.ts';
import { messageOf, UsageError } from './usage.ts';
import { makeFirst } from './users/first.ts';
import { type UsersOptions, usersOptions } from './users/options.ts';
import { accountTable, changeLines } from './users/print.ts';
import { accountsService, RefusedError } from './users/service.ts';

const help = `npx diem-cau users: tài khoản của người dùng, do Ban Thư ký lập và sửa (docs/accounts.md).
npx diem-cau users: the accounts, made and changed by the secretariat (docs/accounts.md).

  users list [--unit UNIT]
  users add NAME --email ADDRESS --role ROLE [--role ROLE …] [--unit UNIT] --why TEXT
  users set NAME [--unit UNIT | --no-unit] [--role ROLE …] [--enable | --disable] --why TEXT
  users reset-factor NAME --why TEXT
  users remove NAME --why TEXT
  users history NAME
  users first NAME --email ADDRESS [--pool ID]

  ROLE           reporter | approver (với đơn vị · with a unit), member | analyst | secretariat (không · without)
  UNIT           mã định danh theo thời gian, như province:82@2025 · an identity through time
  --url URL      địa chỉ API · where the API answers (DIEM_CAU_URL, http://127.0.0.1:4800)
  --token TOKEN  mã đăng nhập của Ban Thư ký · a token of the secretariat (DIEM_CAU_TOKEN)
  --pool ID      first: UserPoolId của stack Data; dùng khóa AWS của người vận hành, không dùng mã đăng nhập
                 first: UserPoolId of the Data stack, with the operator's AWS credentials instead of a token;
                 without it, the stack on this machine at --url
  --json         in kết quả dạng JSON · print the result as JSON
  --lang vi|en   ngôn ngữ in ra · the language of what is printed (vi)
  --help         trang này · this text

Exit status: 0 done · 1 refused by the service · 2 wrong option, or the service cannot be reached
`;

/** `npx diem-cau users …` */
export const usersCommand: Command = {
  name: 'users',
  summary: {
    vi: 'tài khoản: xem, lập, sửa, đặt lại xác thực hai yếu tố, xóa, lịch sử; tài khoản đầu tiên',
    en: 'accounts: list, add, set, reset a second factor, remove, history; the first one',
  },
  /** @returns the exit status: 0 done · 1 refused · 2 wrong option, or it could not run */
  async run(args) {
    try {
      const options = usersOptions(args, process.env);
      process.stdout.write(options === 'help' ? help : `${await answerOf(options)}\n`);
      return 0;
    } catch (error) {
      if (error instanceof UsageError) process.stderr.write(`users: ${error.message}\n\n${help}`);
      else process.stderr.write(`users: ${messageOf(error)}\n`);
      return error instanceof RefusedError ? 1 : 2;
    }
  },
};

/** Does it, and says what came of it. */
async function answerOf(options: UsersOptions): Promise<string> {
  const { action, json, lang } = options;
  const service = accountsService(options);
  if (action === 'list') {
    const accounts = await service.list();
    return json ? JSON.stringify(accounts, null, 2) : accountTable(accounts, lang);
  }
  if (action === 'history') {
    const changes = await service.history();
    return json ? JSON.stringify(changes, null, 2) : changeLines(changes, lang);
  }
  if (action === 'remove') {
    await service.remove();
    return json ? JSON.stringify({ removed: options.name }) : `${options.name}: ${removed[lang]}`;
  }
  if (action === 'reset-factor') {
    await service.resetFactor();
    return json ? JSON.stringify({ reset: options.name }) : `${options.name}: ${reset[lang]}`;
  }
  const account = action === 'first' ? await makeFirst(options) : await service[action]();
  return json ? JSON.stringify(account, null, 2) : accountTable([account], lang);
}

const reset = {
  vi: 'đã đặt lại xác thực hai yếu tố',
  en: 'the second factor is reset',
};
const removed = { vi: 'đã xóa tài khoản', en: 'the account is removed' };
