import { tcvn3Letters } from './tcvn3.ts';

/** Encodings of one byte a letter that are read. */
export type ByteEncoding = 'windows-1258' | 'tcvn3';

/** The letters of windows-1258 at 0x80 to 0xFF, as the WHATWG Encoding Standard has them; a test compares. */
const windows1258 =
  '€\u0081‚ƒ„…†‡ˆ‰\u008A‹Œ\u008D\u008E\u008F\u0090‘’“”•–—˜™\u009A›œ\u009D\u009EŸ' +
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß' +
  'àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ';

/** VISCII at 0x80 to 0xFF: known to be recognised, not to be read. */
const viscii =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

const withAscii = (upper: string): readonly string[] =>
  Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] as string),
  );

/** What each byte means, by its value, before combining marks are composed. */
export const byteLetters: Readonly<Record<ByteEncoding | 'viscii', readonly string[]>> = {
  'windows-1258': withAscii(windows1258),
  tcvn3: tcvn3Letters,
  viscii: withAscii(viscii),
};

/** A text of single bytes, composed (NFC). */
export function decodeBytes(bytes: Uint8Array, letters: readonly string[]): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(letters[byte] as string);
  return parts.join('').normalize('NFC');
}
