import { createHmac } from 'node:crypto';

/**
 * What an app on the phone would show: RFC 6238 written once more, by the digits of its text, not by the code that is
 * looked at.
 * @param secret in base 32
 * @param steps so many of 30 seconds after now
 */
export function codeOf(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + steps, 4);
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest[19] as number) % 16;
  return String((digest.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0');
}

/** A code of no step near now. */
export function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps));
  const codes = ['000000', '111111', '222222', '333333', '444444', '555555', '666666'];
  return codes.find((code) => !near.includes(code)) as string;
}
