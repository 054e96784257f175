import { readFileSync } from 'node:fs';
import { addressOf, UsageError } from '../usage.ts';

/** Where the service answers, and who asks. The token is never printed, and never stands on a command line. */
export type ServiceOptions = { api: string; token: string };

/** The options of every command that asks the service. */
export const serviceFlags = {
  api: { type: 'string' },
  'token-file': { type: 'string' },
} as const;

/** The options that name a slot, and those of how an answer is shown. */
export const slotFlags = {
  unit: { type: 'string' },
  period: { type: 'string' },
  form: { type: 'string' },
} as const;
export const shownFlags = {
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'both' },
  help: { type: 'boolean', default: false },
} as const;

export const serviceHelp = `  --api URL        địa chỉ API · where the API answers (DIEM_CAU_URL, http://127.0.0.1:4800)
  --token-file FILE  tệp chứa mã đăng nhập; không có thì lấy DIEM_CAU_TOKEN. Mã không bao giờ ghi trên dòng lệnh
                   a file that holds the token; else DIEM_CAU_TOKEN. It never stands on the command line`;

/**
 * @throws UsageError without a token, or for an address that is neither TLS nor this machine: who listens on
 *   the way would have the token
 */
export function serviceOptions(
  values: { api?: string | undefined; 'token-file'?: string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): ServiceOptions {
  const api = addressOf('--api', values.api ?? environment.DIEM_CAU_URL ?? 'http://127.0.0.1:4800');
  const file = values['token-file'];
  const token = (file === undefined ? environment.DIEM_CAU_TOKEN : tokenIn(file))?.trim();
  if (!token) {
    throw new UsageError(
      'DIEM_CAU_TOKEN, --token-file: cần mã đăng nhập (ID token) · an ID token is needed (docs/accounts.md)',
    );
  }
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) {
    throw new UsageError(
      'DIEM_CAU_TOKEN, --token-file: đây không phải mã đăng nhập (JWT) · this is no token (JWT)',
    );
  }
  return { api, token };
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--token-file ${file}: ${(error as Error).message}`);
  }
}
