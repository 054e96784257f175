import { inflateRawSync } from 'node:zlib';
import { writeZip, type ZipFile } from '../unit/normalisation/zip-writer.ts';
import { oddities } from './mutate-text.ts';
import type { Random } from './random.ts';

/**
 * Changes a package from within: a part's XML, which parts there are, or what the directory says of them. The
 * checksums are right afterwards, so that a reader goes on to what was changed.
 */
export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  const files = filesIn(bytes);
  if (files === undefined || files.length === 0) return bytes;
  const at = random.below(files.length);
  const file = files[at] as ZipFile;
  const kind = random.below(12);
  if (kind === 0) files.splice(at, 1);
  else if (kind === 1)
    files.push({ ...file, name: random.pick([file.name, file.name.toUpperCase(), `/${file.name}`]) });
  else if (kind === 2) file.lies = lie(random);
  else if (kind === 3) file.content = (files[random.below(files.length)] as ZipFile).content;
  else if (kind === 4) return withFieldChanged(writeZip(files), random);
  else file.content = mutateXml(Buffer.from(file.content as Uint8Array).toString('utf8'), random);
  return writeZip(files);
}

function lie(random: Random): NonNullable<ZipFile['lies']> {
  const number = random.pick([0, 1, 2 ** 16, 2 ** 31, 2 ** 32 - 1, 2 ** 30, random.below(100_000)]);
  return random.pick([
    { bytes: number },
    { crc32: number },
    { flags: random.below(2 ** 16) },
    { method: random.below(100) },
    { bytes: number, flags: 8 },
    { tail: new Uint8Array(random.small(1_000)) },
  ]);
}

/** A number in the directory or in its end, changed. */
function withFieldChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const from = view.getUint32(bytes.length - 6, true);
  const at = Math.min(bytes.length - 4, from + random.below(bytes.length - from));
  view.setUint32(at, random.pick([0, 1, 0xffff, 0xffffffff, bytes.length, random.below(2 ** 31)]), true);
  return bytes;
}

type XmlChange = (xml: string, random: Random) => string;
const changes: readonly XmlChange[] = [
  (xml, random) => onOne(xml, /<[^>]*>/g, random, () => ''),
  (xml, random) => onOne(xml, /<[^>]*>/g, random, (tag) => tag + tag),
  (xml, random) => onOne(xml, /<[^>]*>/g, random, (tag) => tag.repeat(random.small(5_000))),
  (xml, random) => onOne(xml, /"[^"]*"/g, random, () => `"${random.pick(values)}"`),
  (xml, random) => onOne(xml, /"[^"]*"/g, random, (text) => text.slice(1)),
  (xml, random) => onOne(xml, /\d+/g, random, () => random.pick(values)),
  (xml, random) => onOne(xml, />[^<]+</g, random, () => `>${random.pick(values)}<`),
  (xml, random) => onOne(xml, />[^<]+</g, random, () => `>${escaped(random.pick(oddities))}<`),
  (xml, random) => onOne(xml, /<(\w+)[\s\S]*?<\/\1>/g, random, (whole) => whole.repeat(random.small(500))),
  (xml, random) => onOne(xml, /<(\w+)[\s\S]*?<\/\1>/g, random, () => ''),
  (xml, random) => xml.slice(0, random.below(xml.length + 1)),
  (xml, random) => inserted(xml, random, random.pick(pieces)),
  (xml, random) =>
    xml.replaceAll(random.pick(['<c ', '<v>', '<row', 'xmlns', 't="s"', 'r="']), random.pick(pieces)),
  (xml, random) => `${random.pick(['\uFEFF', '\n', '<!-- -->', '<!DOCTYPE a>', '\0'])}${xml}`,
  (xml, random) => onOne(xml, /<\/?(\w+)/g, random, (name) => name.replace(/(<\/?)/, '$1x:')),
];

export function mutateXml(xml: string, random: Random): string {
  return random.pick(changes)(xml, random).slice(0, 3_000_000);
}

const values = [
  '',
  '0',
  '-1',
  '1',
  '1048577',
  '99999999999',
  'A1',
  'XFD1048576',
  'A1:XFD1048576',
  'ZZZ1',
  'e',
  'inlineStr',
  's',
  'b',
  'd',
  'str',
  '1e308',
  '0.1',
  '_x0000_',
  '_xD800_',
  '__proto__',
  '../../x',
  'rId1',
  'true',
];
const pieces = [
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&#1114112;',
  '&nbsp;',
  ']]>',
  '<![CDATA[',
  '<![CDATA[x]]>',
  '<!--',
  '<?x',
  '"',
  '</row>',
  '<row r="5">',
  '<c r="A1" t="s">',
  '<v>0</v>',
  '<is><t>x</t></is>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<c/>',
  '<a:b xmlns:a="x"/>',
  '\u0000',
  '\uD800',
];

function onOne(xml: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const { 0: text, index } = random.pick(found);
  return xml.slice(0, index) + change(text) + xml.slice(index + text.length);
}

function inserted(xml: string, random: Random, piece: string): string {
  const at = random.below(xml.length + 1);
  return xml.slice(0, at) + piece + xml.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The files of a sound package, inflated; undefined when it is none any more. */
function filesIn(bytes: Uint8Array): ZipFile[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const files: ZipFile[] = [];
  try {
    const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    let at = buffer.readUInt32LE(end + 16);
    for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
      const [packed, name, extra, remark] = [
        buffer.readUInt32LE(at + 20),
        buffer.readUInt16LE(at + 28),
        buffer.readUInt16LE(at + 30),
        buffer.readUInt16LE(at + 32),
      ];
      const local = buffer.readUInt32LE(at + 42);
      const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      const content = buffer.subarray(from, from + packed);
      const deflate = buffer.readUInt16LE(at + 10) === 8;
      files.push({
        name: buffer.toString('utf8', at + 46, at + 46 + name),
        content: deflate ? inflateRawSync(content, { maxOutputLength: 8 * 2 ** 20 }) : content,
        deflate,
      });
      at += 46 + name + extra + remark;
    }
    return files;
  } catch {
    return undefined;
  }
}
