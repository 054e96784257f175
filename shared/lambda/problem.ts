import { type FieldFault, fieldFaults, Refusal, refusals } from '../refusal.ts';

/** An RFC 9457 problem: a stable code, both languages, and every wrong field. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: { vi: string; en: string };
  fields?: readonly { field: string; fault: FieldFault; message: { vi: string; en: string } }[];
  /** What is in the way, where the caller may know: of `unchanged-file` the version that stands and since when. */
  about?: Readonly<Record<string, string | number>>;
};

/** The problem that an error is answered with. A fault is a 500 that carries nothing of its inside. */
export function problemOf(error: unknown): { status: number; body: Problem } {
  if (error instanceof Refusal) {
    const { status, vi, en } = refusals[error.code];
    const body = problem(error.code, status, { vi, en }, error.fields);
    return { status, body: error.about ? { ...body, about: error.about } : body };
  }
  const detail = {
    vi: 'Hệ thống gặp lỗi. Hãy thử lại sau; nếu lặp lại, báo cho bộ phận vận hành.',
    en: 'The service failed. Try again later; if it persists, tell its operators.',
  };
  return { status: 500, body: problem('fault', 500, detail, []) };
}

function problem(
  code: string,
  status: number,
  detail: Problem['detail'],
  fields: readonly { field: string; fault: FieldFault }[],
): Problem {
  const body = { type: `urn:diem-cau:problem:${code}`, title: detail.en, status, code, detail };
  if (fields.length === 0) return body;
  return { ...body, fields: fields.map((wrong) => ({ ...wrong, message: fieldFaults[wrong.fault] })) };
}
