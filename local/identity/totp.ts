import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238: "the default time step", and RFC 4226's digits as apps show them. */
const stepSeconds = 30;
const codeDigits = 6;
/** How many steps the phone's clock may be before or behind. */
const stepsEitherSide = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The one-time password of a time step (RFC 6238 with SHA-1, upon RFC 4226). */
export function codeOfStep(secret: Uint8Array, step: number, digits = codeDigits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The time step of a moment. @param at milliseconds since 1970 */
export function stepAt(at: number): number {
  return Math.floor(at / 1000 / stepSeconds);
}

/** The time step that a code is of, now or one before or after; undefined: it is wrong, or too old. */
export function stepOfCode(secret: Uint8Array, code: string, at: number): number | undefined {
  const now = stepAt(at);
  const steps = Array.from({ length: 2 * stepsEitherSide + 1 }, (_, i) => now - stepsEitherSide + i);
  return steps.find((step) => isSame(codeOfStep(secret, step), code));
}

/** RFC 4648, 6, without the padding, as apps take a secret. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** @throws RangeError at a letter that is none of the alphabet */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new RangeError(`${letter} is no letter of base 32`);
    return value.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
