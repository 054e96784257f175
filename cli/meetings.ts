import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ApiClient, ApiError, type Person } from '../local/job/api-client.ts';
import type { ChangeView, StepView } from '../shared/meetings/read-calendar-records.ts';
import type { MeetingRequest } from '../shared/meetings/wanted-meeting.ts';
import type { MeetingView } from '../shared/query/read-meeting.ts';
import type { Command } from './command.ts';
import { type Action, type MeetingsOptions, meetingsOptions } from './meetings/options.ts';
import { aboutText, changesText, faultsText, listText, meetingText, stepsText } from './meetings/print.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { UsageError } from './usage.ts';

const help = `npx diem-cau meetings: lịch phiên họp (docs/meetings.md): xem, lập, dời, hủy. Lập và sửa là việc của Ban Thư ký.
npx diem-cau meetings: the calendar of meetings (docs/meetings.md): list, plan, move, cancel. Planning is the
secretariat's.

  meetings list                       mọi phiên họp, mới nhất trước · every meeting, newest first
  meetings show ID                    một phiên: các mốc, bước nào đã chạy, ai sửa · one: moments, steps, changes
  meetings plan FILE.json             lập phiên họp · plan a meeting
  meetings move ID FILE.json --why TEXT [--revision N]
                                      sửa thành đúng như tệp · make it what the file says
  meetings cancel ID --why TEXT       hủy · cancel it
  meetings schedule ID                đặt lại lịch các bước chưa chạy · set the schedules again of what did not run

  FILE.json        {"body", "number", "date", "theme": {"vi", "en"}, "asks": [{"form", "period"}],
                   "moments": {"cutOff": "2027-01-13T17:00:00", …}, …}: mốc nào để trống thì hệ thống tính
                   what is left out of the moments is computed
  --revision N     bản đã xem; không có thì lấy "revision" trong tệp, rồi bản hiện tại
                   the revision that was seen; else the file's "revision", else the present one
${serviceHelp}
  --json           in kết quả dạng JSON · print the answer as JSON
  --lang vi|en     ngôn ngữ in ra · the language of what is printed (vi)
  --help           trang này · this text

Mã thoát: 0 xong, mọi bước đã đặt lịch · 1 bị từ chối, hoặc có bước chưa đặt lịch · 2 không chạy được
Exit status: 0 done, every step is scheduled · 1 refused, or a step is not scheduled · 2 it could not run
`;

/** `npx diem-cau meetings …` */
export const meetingsCommand: Command = {
  name: 'meetings',
  summary: {
    vi: 'lịch phiên họp: xem, lập, dời, hủy; bước nào đã chạy',
    en: 'the calendar: list, plan, move, cancel meetings; what ran',
  },
  /** @returns the exit status: 0 done · 1 refused, or a step is not scheduled · 2 it could not run */
  run: (args) =>
    runServiceCommand(
      'meetings',
      help,
      () => meetingsOptions(args, process.env),
      async (options: MeetingsOptions) => {
        const client = new ApiClient(options.api);
        try {
          return await works[options.action](options, client, { token: options.service.token });
        } catch (error) {
          // What is wrong with the meeting is told before the refusal.
          const told =
            error instanceof ApiError ? [faultsText(error.fields, options.lang), aboutText(error.about)] : [];
          for (const text of told) if (text !== '') process.stderr.write(`${text}\n`);
          throw error;
        }
      },
    ),
};

type Work = (options: MeetingsOptions, client: ApiClient, person: Person) => Promise<number>;
type Planned = MeetingView & { computed: string[]; schedules: { isSet: boolean }[] };
type Page = { items: ChangeView[]; next: string | null };
type Steps = { items: StepView[] };

const works: Readonly<Record<Action, Work>> = {
  async list({ json, lang }, client, person) {
    const list = await client.get<{ items: MeetingView[] }>('/v1/meetings', person);
    return print(list, listText(list.items, lang), json);
  },
  async show({ id, json, lang }, client, person) {
    const path = `/v1/meetings/${id}`;
    const meeting = await client.get<MeetingView>(path, person);
    if (meeting.state === 'held') return print(meeting, meetingText(meeting, [], lang), json);
    const steps = await client.get<Steps>(`${path}/steps`, person);
    const changes = await everyChange(`${path}/changes`, client, person);
    const whole = { ...meeting, steps: steps.items, changes };
    const text = [
      meetingText(meeting, [], lang),
      stepsText(steps.items, lang),
      changesText(changes, lang),
    ].join('\n\n');
    print(whole, text, json);
    return steps.items.some(({ state }) => state === 'not-scheduled') ? 1 : 0;
  },
  async plan(options, client, person) {
    return tell(await client.post<Planned>('/v1/meetings', person, requestIn(options.file)), options);
  },
  async move(options, client, person) {
    const wanted: { revision?: unknown } = requestIn(options.file);
    const seen = options.revision ?? wanted.revision;
    const present = () => client.get<MeetingView>(`/v1/meetings/${options.id}`, person);
    const revision = seen ?? (await present()).revision;
    return change({ ...wanted, revision }, options, client, person);
  },
  async cancel(options, client, person) {
    const meeting = await client.get<MeetingView>(`/v1/meetings/${options.id}`, person);
    return change({ ...requestOf(meeting), state: 'cancelled' }, options, client, person);
  },
  async schedule(options, client, person) {
    const meeting = await client.get<MeetingView>(`/v1/meetings/${options.id}`, person);
    // Nothing of it changes, so no reason is kept.
    return change(requestOf(meeting), { ...options, why: options.action }, client, person);
  },
};

/** Every page of the changes of a meeting. */
async function everyChange(path: string, client: ApiClient, person: Person): Promise<ChangeView[]> {
  const changes: ChangeView[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${after}`;
    const page: Page = await client.get<Page>(`${path}${query}`, person);
    changes.push(...page.items);
    after = page.next;
  } while (after !== null);
  return changes;
}

async function change(
  wanted: object,
  options: MeetingsOptions,
  client: ApiClient,
  person: Person,
): Promise<number> {
  const body = { ...wanted, why: options.why };
  return tell(await client.replace<Planned>(`/v1/meetings/${options.id}`, person, body), options);
}

/** A meeting as one asks for it. @throws UsageError for a session that was held before the calendar was kept here */
function requestOf({
  id,
  revision,
  bodyCode,
  ...meeting
}: MeetingView): MeetingRequest & { revision: number } {
  const { number, date, theme, asks, moments, previous, constructed } = meeting;
  if (revision === null || moments === null || theme.en === null) throw new UsageError(`${id}: held`);
  const names = { vi: theme.vi, en: theme.en };
  return { body: bodyCode, number, date, theme: names, asks, moments, previous, constructed, revision };
}

/** @throws UsageError when the file cannot be read, or is no JSON */
function requestIn(path: string): object {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object;
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

/** @returns 1 where the Scheduler took a step's time no more */
function tell(meeting: Planned, { json, lang }: MeetingsOptions): number {
  print(meeting, meetingText(meeting, meeting.computed, lang), json);
  return meeting.schedules.every(({ isSet }) => isSet) ? 0 : 1;
}

function print(answer: object, text: string, json: boolean): number {
  process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : text}\n`);
  return 0;
}
