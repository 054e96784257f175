/**
 * The same workbook under another digest: with a comment behind its directory (PKWARE APPNOTE 4.3.16, "ZIP file
 * comment"), which no reader minds. What stands is not taken a second time, so a revision needs bytes of its own.
 */
export function otherBytes(workbook: Uint8Array, comment: string): Buffer {
  const bytes = Buffer.from(workbook);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new Error('not a ZIP archive without a comment');
  const text = Buffer.from(comment);
  bytes.writeUInt16LE(text.length, end + 20);
  return Buffer.concat([bytes, text]);
}
