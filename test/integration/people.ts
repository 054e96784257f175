import { ApiClient, type Person } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { Identity } from '../../shared/submissions/rights.ts';

/** An answer of the API: its status, and its body as JSON. */
export type Answer<T> = { status: number; body: T };
export type Problem = { code: string };

/** Reports are sent and signed by people who are told apart by a word: `reporter of province:52@2025`. */
export class People {
  readonly #stack: Stack;
  readonly #api: ApiClient;
  readonly #signedIn = new Map<string, Promise<Person>>();
  #asked = 0;

  constructor(stack: Stack) {
    this.#stack = stack;
    this.#api = new ApiClient(stack.url);
  }

  /** Calls the API as somebody of a unit (null: of none) with one role. */
  async call<T = Problem>(
    [role, unit]: readonly [Identity['roles'][number], string | null],
    route: string,
    body?: object,
    key?: string,
  ): Promise<Answer<T>> {
    const [method, path] = route.split(' ') as [string, string];
    const { token } = await this.#person(role, unit);
    const answer = await fetch(this.#stack.url + path, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  /** Opens and puts a file as a reporter of `by`, and waits until it was read. */
  async submit(
    by: string,
    slot: { unit: string; form: string; period: string },
    body: Uint8Array,
  ): Promise<SubmissionView> {
    const reporter = await this.#person('reporter', by);
    this.#asked += 1;
    const file = { ...slot, fileName: 'bao-cao.csv', contentType: 'text/csv', body };
    const ticket = await this.#api.open(reporter, `people-${this.#asked}`, file);
    await this.#api.put(ticket, body);
    await this.#stack.idle();
    return this.#api.get<SubmissionView>(`/v1/submissions/${ticket.id}`, reporter);
  }

  /** Signs what an approver of `by` sees of a submission, every warning explained. */
  async sign<T = Problem>(by: string, id: string, why = ''): Promise<Answer<T>> {
    const approver = ['approver', by] as const;
    const { body } = await this.call<SubmissionView>(approver, `GET /v1/submissions/${id}`);
    const { sha256, warnings, standingVersion: replaces } = body;
    const explanations = Object.fromEntries((warnings ?? []).map((code) => [code, 'Đúng như nguồn.']));
    const content = { sha256, explanations, replaces, why };
    const answer = await this.call<T>(approver, `POST /v1/submissions/${id}/sign`, content);
    await this.#stack.idle();
    return answer;
  }

  #person(role: Identity['roles'][number], unit: string | null): Promise<Person> {
    const subject = `${role} of ${unit ?? 'the centre'}`;
    const known =
      this.#signedIn.get(subject) ??
      this.#api.signIn({ ...(unit === null ? {} : { unit }), roles: [role], subject });
    this.#signedIn.set(subject, known);
    return known;
  }
}
