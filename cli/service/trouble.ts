import { ApiError } from '../../local/job/api-client.ts';
import { localTimeOf } from '../../shared/catalog/period.ts';
import { refusals } from '../../shared/refusal.ts';
import { type Lang, messageOf, UsageError } from '../usage.ts';

/** What went wrong with a service, as a person can act on it, and the exit status that it means. */
export type Trouble = { status: 1 | 2; message: string };

/**
 * @param api the address that was asked; a signed URL is never part of a message
 */
export function troubleOf(error: unknown, api: string, lang: Lang): Trouble {
  if (error instanceof UsageError) return { status: 2, message: error.message };
  if (error instanceof ApiError) return { status: statusOf(error), message: ofAnswer(error, lang) };
  // (`fetch` may come from another realm, so its TypeError is known by what it says.)
  if ((error as Partial<Error>)?.message === 'fetch failed') {
    return { status: 2, message: words.unreachable[lang](api, messageOf(error)) };
  }
  return { status: 2, message: messageOf(error) };
}

/** Refused for what was asked: 1. Not able to ask at all, or the service is ill: 2. */
function statusOf({ status }: ApiError): 1 | 2 {
  return status === 401 || status === 429 || status === 0 || status >= 500 ? 2 : 1;
}

function ofAnswer({ code, status, message, about }: ApiError, lang: Lang): string {
  if (status === 401) return words.token[lang];
  if (status === 429) return words.often[lang];
  if (status === 0) return words.noAnswer[lang];
  const refusal = (refusals as Readonly<Record<string, { vi: string; en: string }>>)[code];
  const more = code === 'was-withdrawn' ? ' (--again)' : code === 'unchanged-file' ? standsSince(about) : '';
  if (refusal) return `${status} ${code}: ${refusal[lang]}${more}`;
  if (message.startsWith('PUT')) return words.put[lang](status);
  if (status >= 500) return words.ill[lang](status);
  return message;
}

/** ` (v2, 2026-09-22 10:00:00)`: which version stands, and since when, in Viet Nam. */
function standsSince({ version, signedAt }: ApiError['about']): string {
  return typeof signedAt === 'string' ? ` (v${version}, ${localTimeOf(signedAt).replace('T', ' ')})` : '';
}

const words = {
  unreachable: {
    vi: (api: string, why: string) =>
      `${api} không trả lời (${why}). Hãy kiểm tra --api và mạng; trên máy này: npm start.`,
    en: (api: string, why: string) =>
      `${api} does not answer (${why}). Check --api and the network; on this machine: npm start.`,
  },
  token: {
    vi: '401: mã đăng nhập không đúng hoặc đã hết hạn. Hãy đăng nhập lại, lấy mã mới rồi làm lại; việc đang dở sẽ tiếp tục.',
    en: '401: the token is wrong or has expired. Sign in again for a new one and repeat the command; it goes on where it stopped.',
  },
  often: {
    vi: '429: quá nhiều yêu cầu cùng lúc. Hãy đợi một phút rồi làm lại.',
    en: '429: too many requests at once. Wait a minute, then do it again.',
  },
  noAnswer: {
    vi: 'Kho tệp không trả lời. Hãy kiểm tra mạng rồi chạy lại đúng lệnh này; tệp không bị nộp hai lần.',
    en: 'The store of files does not answer. Check the network and repeat this very command; the file is not submitted twice.',
  },
  put: {
    vi: (status: number) =>
      `${status}: kho tệp không nhận tệp này. Tệp có thể đã bị sửa trong lúc gửi; hãy chạy lại lệnh.`,
    en: (status: number) =>
      `${status}: the store did not take this file. It may have been changed meanwhile; run the command again.`,
  },
  ill: {
    vi: (status: number) =>
      `${status}: hệ thống gặp lỗi. Hãy thử lại sau ít phút; nếu lặp lại, báo bộ phận vận hành.`,
    en: (status: number) =>
      `${status}: the service failed. Try again in some minutes; if it persists, tell its operators.`,
  },
};
