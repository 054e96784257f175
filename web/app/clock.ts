import { readConfig } from './config.ts';

let ahead: Promise<number> | undefined;

/** Business time in milliseconds since 1970: the stack's where its clock can be moved, else this machine's. @throws as `readConfig` */
export async function businessNow(): Promise<number> {
  ahead ??= readConfig()
    .then(({ now }) => (now === null ? 0 : Date.parse(now) - Date.now()))
    .catch((fault) => {
      // Asked again the next time: the network may be there then.
      ahead = undefined;
      throw fault;
    });
  return Date.now() + (await ahead);
}
