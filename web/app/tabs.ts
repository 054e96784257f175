import type { Tokens } from './tokens.ts';

/** What tabs of this origin tell each other. No other site can listen; nothing of it is kept anywhere. */
type Message = { kind: 'session'; tokens: Tokens } | { kind: 'signed-out' } | { kind: 'ask' };

const channelName = 'diem-cau:session';
/** How long a tab waits for one that knows: they answer within a few milliseconds. */
const answerWithinMs = 150;

let channel: BroadcastChannel | undefined;
let answered: () => void = () => {};

/** Listens to the other tabs. @param on.asked what this tab would tell a new one */
export function hearTabs(on: {
  heard: (tokens: Tokens) => void;
  signedOut: () => void;
  asked: () => Tokens | null;
}): void {
  channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'session') {
      on.heard(data.tokens);
      answered();
    }
    if (data.kind === 'signed-out') on.signedOut();
    const tokens = data.kind === 'ask' ? on.asked() : null;
    if (tokens !== null) say({ kind: 'session', tokens });
  };
}

export function tellTabs(what: { tokens: Tokens } | 'signed-out'): void {
  say(what === 'signed-out' ? { kind: 'signed-out' } : { kind: 'session', tokens: what.tokens });
}

/** Asks whether somebody is signed in. Settles with the first answer, or when there is none in time. */
export async function askTabs(): Promise<void> {
  const heard = new Promise<void>((done) => {
    answered = done;
    setTimeout(done, answerWithinMs);
  });
  say({ kind: 'ask' });
  await heard;
}

function say(message: Message): void {
  channel?.postMessage(message);
}
