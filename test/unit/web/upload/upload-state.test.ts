import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  mostRenewals,
  mostTries,
  nextUpload,
  pauseAfter,
  readyUpload,
  type Told,
  type Upload,
  type UploadEvent,
} from '../../../../web/upload/upload-state.ts';

const id = '0123456789abcdef0123456789abcdef';

function told(status: number, code: string, about: Told['about'] = {}): Told {
  return { status, code, detail: { vi: 'vì', en: 'because' }, about };
}
function api(status: number, code: string, online = true): UploadEvent {
  return { event: 'api', problem: told(status, code), online };
}
function storage(status: number, online = true): UploadEvent {
  return { event: 'storage', status, online };
}
function led(events: readonly UploadEvent[], from: Upload = readyUpload(null)): Upload {
  return events.reduce(nextUpload, from);
}

const begin: UploadEvent = { event: 'begin' };
const ticket: UploadEvent = { event: 'ticket', id };
const time: UploadEvent = { event: 'time' };
const sending = [begin, ticket];

describe('the way without trouble', () => {
  test('ticket, put, done', () => {
    expect(led([begin])).toMatchObject({ step: 'working', doing: 'open' });
    expect(led(sending)).toMatchObject({ step: 'working', doing: 'put', id });
    expect(led([...sending, storage(200)])).toEqual({ step: 'done', id, how: 'put' });
  });

  test('a file whose submission this tab remembers goes on in it', () => {
    expect(led([begin], readyUpload(id))).toMatchObject({ step: 'working', doing: 'renew', id });
  });
});

describe('a line that breaks', () => {
  test('the put is tried again after 1, 2, 4, 8, 16 s, then every 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 19].map(pauseAfter)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    const broken = led([...sending, storage(0)]);
    expect(broken).toMatchObject({ step: 'waiting', why: 'no-answer', doing: 'put', milliseconds: 1000, id });
    const again = led([time], broken);
    expect(again).toMatchObject({ step: 'working', doing: 'put', tries: 1 });
    expect(led([storage(503)], again)).toMatchObject({ step: 'waiting', why: 'busy', milliseconds: 2000 });
  });

  test('without a network it waits for one, however long, and no try is counted', () => {
    const offline = led([...sending, storage(0, false)]);
    expect(offline).toMatchObject({ step: 'offline', doing: 'put', tries: 0 });
    expect(led([time], offline)).toBe(offline);
    expect(led([{ event: 'online' }], offline)).toMatchObject({ step: 'working', doing: 'put' });
  });

  test('the connection that returns ends a wait at once', () => {
    expect(led([...sending, storage(0), { event: 'online' }])).toMatchObject({
      step: 'working',
      doing: 'put',
    });
  });

  test('after many tries a person decides, and it goes on in the same submission', () => {
    const failed = Array.from({ length: mostTries }, () => [storage(0), time]).flat();
    const over = led([...sending, ...failed]);
    expect(over).toEqual({ step: 'refused', id, trouble: { kind: 'gave-up' }, next: 'renew' });
    expect(led([begin], over)).toMatchObject({ step: 'working', doing: 'renew', id, tries: 0 });
  });

  test.each([408, 409, 429, 500, 503])('the storage’s %i is waited out', (status) => {
    expect(led([...sending, storage(status)])).toMatchObject({ step: 'waiting', doing: 'put' });
  });

  test('of a new submission whose answer was lost the same key is asked again', () => {
    const anew = led([begin, api(409, 'already-received'), { event: 'begin-anew' }]);
    expect(anew).toMatchObject({ doing: 'open-anew' });
    expect(led([api(0, 'offline'), time], anew)).toMatchObject({ step: 'working', doing: 'open' });
    expect(led([api(401, 'token-not-accepted'), { event: 'signed-in' }], anew)).toMatchObject({
      doing: 'open',
    });
  });
});

describe('a file that is there already', () => {
  test('412: the service is asked, until it says that it has the file', () => {
    const looking = led([...sending, storage(412)]);
    expect(looking).toMatchObject({ step: 'working', doing: 'look', id });
    const early = led([{ event: 'looked', isWaiting: true }], looking);
    expect(early).toMatchObject({ step: 'waiting', doing: 'look' });
    const late = led([time, { event: 'looked', isWaiting: false }], early);
    expect(late).toEqual({ step: 'done', id, how: 'was-there' });
  });

  test('no ticket is given for what has come before: it is done', () => {
    expect(led([begin, { event: 'arrived', id }])).toEqual({ step: 'done', id, how: 'was-there' });
  });

  test('no fresh ticket for a received file: it is done', () => {
    const renewing = led([begin], readyUpload(id));
    expect(led([api(409, 'already-received')], renewing)).toMatchObject({ doing: 'look', id });
  });

  test('sent before in another tab or on another day: said, and sent again only as a new submission', () => {
    const before = led([begin, api(409, 'already-received')]);
    expect(before).toMatchObject({ step: 'refused', trouble: { kind: 'sent-before' }, next: 'open-anew' });
    expect(led([begin], before)).toMatchObject({ step: 'working', doing: 'open-anew', id: null });
  });
});

describe('a ticket that is not accepted', () => {
  test('403: asked for anew, and the put goes on; not for ever', () => {
    const renewal = [storage(403), ticket];
    expect(led([...sending, storage(403)])).toMatchObject({ doing: 'renew', renewals: 1, id });
    expect(led([...sending, ...renewal])).toMatchObject({ doing: 'put', renewals: 1 });
    const refused = Array.from({ length: mostRenewals }, () => renewal).flat();
    expect(led([...sending, ...refused, storage(403)])).toMatchObject({
      step: 'refused',
      trouble: { kind: 'storage', status: 403 },
    });
  });

  test('400: the file is not what was announced; nothing is repeated', () => {
    expect(led([...sending, storage(400)])).toMatchObject({
      step: 'refused',
      trouble: { kind: 'storage', status: 400 },
    });
  });
});

describe('what the service refuses', () => {
  test.each(['not-allowed', 'period-not-open', 'unchanged-file', 'body-malformed'])(
    '%s stops it, with its words',
    (code) => {
      expect(led([begin, api(422, code)])).toMatchObject({
        step: 'refused',
        trouble: { kind: 'api', problem: { code } },
      });
    },
  );

  test('a session that is over: it waits, and goes on where it was', () => {
    const signedOut = led([begin, api(401, 'token-not-accepted')]);
    expect(signedOut).toMatchObject({ step: 'signed-out', doing: 'open' });
    expect(led([time], signedOut)).toBe(signedOut);
    expect(led([{ event: 'signed-in' }], signedOut)).toMatchObject({ step: 'working', doing: 'open' });
  });

  test('what was opened under the key was withdrawn: sent again it is a new submission', () => {
    expect(led([begin, api(409, 'was-withdrawn')])).toMatchObject({ doing: 'open-anew', id: null });
    const renewing = led([begin], readyUpload(id));
    expect(led([api(409, 'was-withdrawn')], renewing)).toMatchObject({
      step: 'refused',
      next: 'open-anew',
    });
  });

  test('a remembered submission that is not this person’s is left alone', () => {
    expect(led([begin, api(404, 'not-found')], readyUpload(id))).toMatchObject({ doing: 'open', id: null });
  });
});

test('stopped: nothing goes on by itself, and the next attempt uses the same submission', () => {
  const stopped = led([...sending, { event: 'stop' }]);
  expect(stopped).toEqual({ step: 'ready', id, wasStopped: true });
  expect(led([storage(200), time, { event: 'online' }], stopped)).toBe(stopped);
  expect(led([begin], stopped)).toMatchObject({ doing: 'renew', id });
});

test('whatever happens in whatever order: what is done stays done, and a put has its submission', () => {
  const events = fc.array(
    fc.oneof(
      fc.constantFrom<UploadEvent>(
        begin,
        ticket,
        time,
        { event: 'begin-anew' },
        { event: 'online' },
        { event: 'signed-in' },
        { event: 'stop' },
        { event: 'unreadable' },
        { event: 'looked', isWaiting: true },
      ),
      fc
        .tuple(fc.constantFrom(0, 200, 400, 403, 409, 412, 503), fc.boolean())
        .map(([status, online]) => storage(status, online)),
      fc
        .constantFrom('already-received', 'was-withdrawn', 'not-found', 'not-allowed')
        .map((code) => api(409, code)),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(events, (all) => {
      let upload = readyUpload(null);
      for (const event of all) {
        const next = nextUpload(upload, event);
        if (upload.step === 'done') expect(next).toBe(upload);
        if (next.step === 'working' && ['renew', 'look'].includes(next.doing)) expect(next.id).not.toBeNull();
        if (next.step === 'working') expect(next.tries).toBeLessThan(mostTries);
        upload = next;
      }
    }),
  );
});
