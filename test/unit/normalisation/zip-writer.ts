import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip; `lies` writes into the directory what is not so, or `tail` behind the packed bytes. */
export type ZipFile = {
  name: string;
  content: string | Uint8Array;
  deflate?: boolean;
  lies?: { bytes?: number; crc32?: number; flags?: number; method?: number; tail?: Uint8Array };
};

/** Writes a zip, independently of the reader under test. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflate = false, lies = {} } of files) {
    const bytes = Buffer.from(content as string);
    const packed = Buffer.concat([deflate ? deflateRawSync(bytes) : bytes, lies.tail ?? new Uint8Array()]);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(lies.flags ?? 0x800, 2);
    fields.writeUInt16LE(lies.method ?? (deflate ? 8 : 0), 4);
    fields.writeUInt32LE(lies.crc32 ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(lies.bytes ?? bytes.length, 18);
    fields.writeUInt16LE(title.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), fields, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, title);
    offset += 4 + 26 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
