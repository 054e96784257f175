import type { App } from 'aws-cdk-lib';
import { AccessLogs } from './access-logs.ts';
import { Aggregate } from './aggregate.ts';
import { Api } from './api.ts';
import { ApiDomain } from './api-domain.ts';
import { Briefing } from './briefing.ts';
import type { Bundles } from './bundle.ts';
import { Catalog } from './catalog.ts';
import { EventBus } from './event-bus.ts';
import { Freeze } from './freeze.ts';
import { Identity } from './identity.ts';
import { Mail } from './mail.ts';
import { MeetingSchedules } from './meeting-schedules.ts';
import { Meetings } from './meetings.ts';
import { Normalise } from './normalise.ts';
import { OpenSubmission } from './open-submission.ts';
import { outputs } from './outputs.ts';
import { Portal } from './portal.ts';
import { PortalFiles } from './portal-files.ts';
import { PreviewCatalog } from './preview-catalog.ts';
import { Read, ReadPublic } from './read.ts';
import { Records } from './records.ts';
import { Remind } from './remind.ts';
import type { Settings } from './settings.ts';
import { SignSubmission } from './sign-submission.ts';
import { Snapshots } from './snapshots.ts';
import { DataStack, ServiceStack } from './stacks.ts';
import { Table } from './table.ts';
import { Uploads } from './uploads.ts';
import { Users } from './users.ts';
import { WorkSubmission } from './work-submission.ts';

/** The whole system: its modules in the order in which data meets them, each given the earlier ones. */
export function diemCau(app: App, settings: Settings, bundles: Bundles) {
  const data = new DataStack(app, settings, bundles);
  const table = new Table(data);
  const identity = new Identity(data, { table });
  const accessLogs = new AccessLogs(data);
  const uploads = new Uploads(data, { accessLogs, readerTimeout: Normalise.timeout });
  const records = new Records(data, { accessLogs });
  const snapshots = new Snapshots(data, { accessLogs });
  const files = new PortalFiles(data, { accessLogs });

  const service = new ServiceStack(app, settings, bundles);
  identity.preToken.alarmOnErrors(service.alarms);
  const openSubmission = new OpenSubmission(service, { table, uploads });
  new Normalise(service, { table, uploads, records });
  // Before signing, which announces itself in the queue of aggregation.
  const aggregate = new Aggregate(service, { table });
  const signSubmission = new SignSubmission(service, { table, aggregate });
  const workSubmission = new WorkSubmission(service, { table, uploads, aggregate });
  const schedules = new MeetingSchedules(service);
  const events = new EventBus(service);
  const mail = new Mail(service);
  const freeze = new Freeze(service, { table, snapshots, schedules, events });
  const remind = new Remind(service, { table, identity, aggregate, schedules, events, mail, freeze });
  const meetings = new Meetings(service, { table, schedules, freeze, remind });
  const briefing = new Briefing(service, { table, snapshots });
  const read = new Read(service, { table, uploads, records, snapshots });
  const readPublic = new ReadPublic(service, { table });
  const users = new Users(service, { table, identity });
  const previewCatalog = new PreviewCatalog(service, { table, uploads, records });
  const catalog = new Catalog(service, { table, aggregate, previewCatalog });
  const functions = {
    'open-submission': openSubmission,
    'sign-submission': signSubmission,
    'work-submission': workSubmission,
    briefing,
    read,
    'read-public': readPublic,
    users,
    catalog,
    meetings,
  };
  const api = new Api(service, { identity, functions });

  new ApiDomain(service, { api });
  const portal = new Portal(service, { files, api, identity, uploads, records, snapshots });

  outputs({ data, service, identity, table, uploads, records, snapshots, files, api, portal });
  return { data, service };
}
