/** A text in both languages. */
export type Words = { vi: string; en: string };

/** The service that is looked at, from outside. */
export type Patient = {
  /** Where the API answers, with nothing behind. */
  url: string;
  /** The portal's origin; null when it is not known. */
  origin: string | null;
  /** Where the uploads bucket answers; null when it is not known. */
  uploads: string | null;
};

/** What a check found: all is well, or what is wrong and what to do, or why it could not be looked at. */
export type Finding =
  | { state: 'ok'; saw: string }
  | { state: 'failed'; saw: string; todo: Words }
  | { state: 'not-run'; why: Words };

/** One thing that must hold of a running service. */
export type Check = {
  /** Stable, for scripts. */
  name: string;
  run(patient: Patient): Promise<Finding>;
};

export const ok = (saw: string): Finding => ({ state: 'ok', saw });
export const failed = (saw: string, todo: Words): Finding => ({ state: 'failed', saw, todo });
export const notRun = (why: Words): Finding => ({ state: 'not-run', why });

export type Answer = { status: number; headers: Headers; text: string };

const timeoutMs = 10_000;

/** Asks once, follows nowhere. @throws Error with the network's own word when there is no answer in 10 s */
export async function ask(url: string, request: RequestInit = {}): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { ...request, redirect: 'manual', signal });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    throw new Error(cause?.code ?? cause?.message ?? message);
  }
}

/** The stable code of a problem (RFC 9457), or undefined when the answer is none of the service's own. */
export function problemCode({ headers, text }: Answer): string | undefined {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  return (JSON.parse(text) as { code?: string }).code;
}

/** Runs a check; what it throws is a finding too. */
export async function findingOf(check: Check, patient: Patient): Promise<Finding> {
  try {
    return await check.run(patient);
  } catch (error) {
    return failed((error as Error).message, {
      vi: 'Không nhận được câu trả lời đúng dạng: kiểm tra địa chỉ, mạng và nhật ký truy cập API.',
      en: 'No answer of the expected kind came: check the address, the network and the access log of the API.',
    });
  }
}
