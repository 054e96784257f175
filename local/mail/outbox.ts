import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Addresses = v.array(v.string());
const Mail = v.object({
  /** As SES answers it. */
  id: v.string(),
  /** Business time, ISO 8601. */
  at: v.string(),
  from: v.string(),
  to: Addresses,
  cc: Addresses,
  bcc: Addresses,
  replyTo: Addresses,
  subject: v.string(),
  /** Empty where the mail has none. */
  text: v.string(),
  html: v.string(),
  headers: v.array(v.object({ Name: v.string(), Value: v.string() })),
});
/** A mail that would have been sent. */
export type Mail = v.InferOutput<typeof Mail>;

/** The mails of this stack, in memory or each in a file of a folder. */
export type Outbox = {
  /** Newest first. */
  all: () => Mail[];
  put: (mail: Omit<Mail, 'id'>) => Mail;
};

/** Opens the outbox, with what the folder holds of earlier runs. */
export function openOutbox(folder: string | undefined): Outbox {
  const mails = folder === undefined ? [] : readKept(folder);
  return {
    all: () => [...mails].reverse(),
    put: (given) => {
      const mail = { id: randomUUID(), ...given };
      if (folder !== undefined) {
        // The number keeps the order of mails of one moment.
        const name = `${String(mails.length + 1).padStart(6, '0')}-${mail.id}.json`;
        writeFileSync(join(folder, `${name}.new`), JSON.stringify(mail, undefined, 2), { mode: 0o600 });
        renameSync(join(folder, `${name}.new`), join(folder, name));
      }
      mails.push(mail);
      return mail;
    },
  };
}

function readKept(folder: string): Mail[] {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => v.parse(Mail, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
