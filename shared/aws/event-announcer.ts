import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Announce } from '../meetings/events.ts';

/** Who all events are from. */
export const eventSource = 'diem-cau';

/** Tells events on EventBridge. @throws Error where one was not taken, which the answer says and no exception does */
export function eventAnnouncer(client: EventBridgeClient, bus: string): Announce {
  return async ({ type, detail }, at) => {
    const { FailedEntryCount = 0, Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: bus,
            Source: eventSource,
            DetailType: type,
            Time: new Date(at),
            Detail: JSON.stringify(detail),
          },
        ],
      }),
    );
    if (FailedEntryCount === 0) return;
    const codes = Entries.map(({ ErrorCode }) => ErrorCode).join(', ');
    throw new Error(`events: ${type} was not taken: ${codes}`);
  };
}
