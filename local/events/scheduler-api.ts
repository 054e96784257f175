import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { AwsError } from '../services/aws-error.ts';
import type { Resources } from '../template/resources.ts';
import { roleTrusts } from '../template/role.ts';
import { AnsweredTokens } from './answered-tokens.ts';
import { type Schedule, scheduleArn } from './schedule.ts';
import type { ScheduleBook } from './schedule-book.ts';
import { groupArn } from './schedule-delivery.ts';
import {
  invalid,
  readFilter,
  readName,
  readScheduleRequest,
  type ScheduleRequest,
  timeAsked,
} from './schedule-request.ts';

/** A call of the Scheduler's API: method, path below the service's root, query and body. */
export type SchedulerCall = {
  accessKeyId: string;
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
};

export type SchedulerApiPlace = {
  resources: Resources;
  book: ScheduleBook;
  access: Access;
  clock: BusinessClock;
  /** Told when a schedule was made, changed or removed. */
  changed: () => void;
};

const service = 'scheduler.amazonaws.com';

/** The API of EventBridge Scheduler, as far as this service uses it. @throws AwsError as AWS would refuse a call */
export class SchedulerApi {
  readonly #place: SchedulerApiPlace;
  readonly #tokens = new AnsweredTokens();

  constructor(place: SchedulerApiPlace) {
    this.#place = place;
  }

  answer(call: SchedulerCall): object {
    const name = /^\/schedules\/([^/]+)$/.exec(call.path)?.[1];
    if (call.method === 'GET' && call.path === '/schedules') return this.#list(call);
    if (name !== undefined) {
      const wanted = decodeURIComponent(name);
      if (call.method === 'POST') return this.#write(call, wanted, 'CreateSchedule');
      if (call.method === 'PUT') return this.#write(call, wanted, 'UpdateSchedule');
      if (call.method === 'GET') return this.#get(call, wanted);
      if (call.method === 'DELETE') return this.#delete(call, wanted);
    }
    throw new AwsError(404, 'UnknownOperationException', `${call.method} ${call.path} does not run here`);
  }

  #write(call: SchedulerCall, name: string, action: 'CreateSchedule' | 'UpdateSchedule'): object {
    const request = readScheduleRequest(name, call.body);
    this.#allow(call, action, request.GroupName, name);
    const { Target, ClientToken } = request;
    const context = { 'iam:passedtoservice': service };
    refuse(this.#place.access.judge(call.accessKeyId, 'iam:PassRole', Target.RoleArn, context));
    return this.#tokens.once(action, ClientToken, request, () => {
      const known = this.#find(request.GroupName, name, action === 'UpdateSchedule');
      if (known && action === 'CreateSchedule')
        throw new AwsError(409, 'ConflictException', `Schedule ${name} already exists.`);
      refuseOfTemplate(known);
      this.#checkRole(request);
      timeAsked(request, this.#place.clock.nowMs());
      const {
        Name: _name,
        GroupName: group,
        ClientToken: _token,
        ActionAfterCompletion,
        ...described
      } = request;
      const made = {
        ...withoutDates(described),
        group,
        name,
        deleteAfter: ActionAfterCompletion === 'DELETE',
      };
      const { arn } = this.#place.book.put(made, this.#place.clock.nowMs());
      this.#place.changed();
      return { ScheduleArn: arn };
    });
  }

  #get(call: SchedulerCall, name: string): object {
    const { GroupName } = readName({ Name: name, GroupName: call.query.groupName });
    this.#allow(call, 'GetSchedule', GroupName, name);
    const schedule = this.#find(GroupName, name, true) as Schedule;
    const { arn, group, deleteAfter, atMs: _at, ofTemplate: _of, name: _name, ...described } = schedule;
    const after = { ActionAfterCompletion: deleteAfter ? 'DELETE' : 'NONE' };
    return { Arn: arn, GroupName: group, Name: name, ...described, ...after, ...this.#dates(schedule) };
  }

  #delete(call: SchedulerCall, name: string): object {
    const { groupName: GroupName, clientToken: ClientToken } = call.query;
    const asked = readName({ Name: name, GroupName, ClientToken });
    this.#allow(call, 'DeleteSchedule', asked.GroupName, name);
    return this.#tokens.once('DeleteSchedule', asked.ClientToken, asked, () => {
      const schedule = this.#find(asked.GroupName, name, true) as Schedule;
      refuseOfTemplate(schedule);
      this.#place.book.remove(schedule);
      this.#place.changed();
      return {};
    });
  }

  #list(call: SchedulerCall): object {
    const { ScheduleGroup, NamePrefix = '', State, NextToken = '', MaxResults } = readFilter(call.query);
    this.#allow(call, 'ListSchedules', ScheduleGroup ?? '*', '*');
    if (ScheduleGroup !== undefined) this.#checkGroup(ScheduleGroup);
    const fitting = this.#place.book
      .all()
      .filter(({ group, name }) => (ScheduleGroup ?? group) === group && name.startsWith(NamePrefix))
      .filter((schedule) => (State ?? schedule.State) === schedule.State && schedule.arn > NextToken);
    const page = fitting.slice(0, MaxResults);
    return {
      Schedules: page.map((schedule) => {
        const { arn: Arn, group: GroupName, name: Name, State: state, Target } = schedule;
        return { Arn, GroupName, Name, State: state, Target: { Arn: Target.Arn }, ...this.#dates(schedule) };
      }),
      ...(fitting.length > page.length ? { NextToken: page.at(-1)?.arn } : {}),
    };
  }

  #allow({ accessKeyId }: SchedulerCall, action: string, group: string, name: string): void {
    refuse(this.#place.access.judge(accessKeyId, `scheduler:${action}`, scheduleArn(group, name)));
  }

  #find(group: string, name: string, mustBe: boolean): Schedule | undefined {
    this.#checkGroup(group);
    const schedule = this.#place.book.find(group, name);
    if (mustBe && !schedule)
      throw new AwsError(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);
    return schedule;
  }

  #checkGroup(group: string): void {
    if (group === 'default' || this.#place.resources.byArn(groupArn(group)) !== undefined) return;
    throw new AwsError(404, 'ResourceNotFoundException', `Schedule group ${group} does not exist.`);
  }

  #checkRole({ GroupName, Target }: ScheduleRequest): void {
    const role = this.#place.resources.byArn(Target.RoleArn);
    if (role?.type === 'AWS::IAM::Role' && roleTrusts(role, service, groupArn(GroupName))) return;
    throw invalid('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
  }

  #dates(schedule: Schedule): { CreationDate: number; LastModificationDate: number } {
    const { createdMs, changedMs } = this.#place.book.times(schedule);
    return { CreationDate: createdMs / 1000, LastModificationDate: changedMs / 1000 };
  }
}

/** Dates and keys are refused when the request is read; what is left of them is their absence. */
function withoutDates<T extends { StartDate?: unknown; EndDate?: unknown; KmsKeyArn?: unknown }>(
  described: T,
) {
  const { StartDate: _start, EndDate: _end, KmsKeyArn: _key, ...rest } = described;
  return rest;
}

function refuse(denial: string | undefined): void {
  if (denial !== undefined) throw new AwsError(403, 'AccessDeniedException', denial);
}

/** AWS would let it be changed behind the back of CloudFormation; here the next start would undo that. */
function refuseOfTemplate(schedule: Schedule | undefined): void {
  if (schedule?.ofTemplate !== true) return;
  throw new AwsError(409, 'ConflictException', `Schedule ${schedule.name} belongs to the template.`);
}
