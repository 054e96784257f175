/**
 * Sets the date of every entry of a ZIP archive to 1980-01-01, so that the same content gives the
 * same bytes on every day. Changes the archive in place and returns it.
 * @throws Error when the bytes do not end in a ZIP directory
 */
export function withFixedZipDates(archive: Buffer): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a ZIP archive');
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const local = archive.readUInt32LE(at + 42);
    archive.writeUInt32LE(firstDay, at + 12);
    archive.writeUInt32LE(firstDay, local + 10);
    const name = archive.readUInt16LE(at + 28);
    const extra = archive.readUInt16LE(at + 30);
    const remark = archive.readUInt16LE(at + 32);
    at += 46 + name + extra + remark;
  }
  return archive;
}

/** Time 00:00:00 in the lower half, date 1980-01-01 in the upper. */
const firstDay = 0x00210000;
