import { readConfig } from './config.ts';

let ahead: Promise<number> | undefined;

/** Business time in milliseconds since 1970: the stack's where its clock can be moved, else this machine's. */
export async function businessNow(): Promise<number> {
  ahead ??= readConfig().then(({ now }) => (now === null ? 0 : Date.parse(now) - Date.now()));
  return Date.now() + (await ahead);
}
