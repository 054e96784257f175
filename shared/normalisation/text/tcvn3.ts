/**
 * TCVN 5712-1:1993 (VN1), of which TCVN3 ("ABC", the fonts named .Vn…) is the part without control
 * characters and without capitals that bear a tone. Checked entry by entry against iconv-lite by a test.
 */

/** The letters at 0x80 to 0xFF. */
const upper =
  'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ' +
  'ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ' +
  '\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ' +
  '\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ' +
  'éẹềểễếệìỉỄẾỒĩíịò' +
  'Ổỏõóọồổỗốộờởỡớợù' +
  'ỖủũúụừửữứựỳỷỹýỵỐ';

/** The letters that stand where ASCII has control characters. */
const controls: ReadonlyMap<number, string> = new Map([
  [0x01, 'Ú'],
  [0x02, 'Ụ'],
  [0x04, 'Ừ'],
  [0x05, 'Ử'],
  [0x06, 'Ữ'],
  [0x11, 'Ứ'],
  [0x12, 'Ự'],
  [0x13, 'Ỳ'],
  [0x14, 'Ỷ'],
  [0x15, 'Ỹ'],
  [0x16, 'Ý'],
  [0x17, 'Ỵ'],
]);

/** What each byte means, by its value. */
export const tcvn3Letters: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? (controls.get(byte) ?? String.fromCharCode(byte)) : (upper[byte - 0x80] as string),
);

/** Characters whose byte bears a letter in VN1 that no .Vn font draws: `à` in a cell is not TCVN3. */
const notDrawn = /[\u00AF-\u00B4\u00BA\u00BF-\u00C5\u00CD\u00D9-\u00DB\u00E0\u00F0\u00FF]/;

/** True when a text holds a character that no .Vn font would draw as a letter. */
export function isBeyondTcvn3(text: string): boolean {
  return notDrawn.test(text);
}

/**
 * TCVN3 that was read as if it were Latin-1, as Excel stores it, in its true letters. U+00AD, the soft
 * hyphen, is the letter ư.
 */
export function tcvn3ToUnicode(text: string): string {
  return text
    .replace(/[\u00A1-\u00FF]/g, (letter) =>
      // What the fonts do not draw as letters are signs: the ² of m².
      notDrawn.test(letter) ? letter : (tcvn3Letters[letter.charCodeAt(0)] as string),
    )
    .normalize('NFC');
}
