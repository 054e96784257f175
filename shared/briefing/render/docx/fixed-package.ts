import { deflateSync, strFromU8, strToU8, unzipSync } from 'fflate';
import { type PackedEntry, packed, writeZip } from '../../../normalisation/output/write-zip.ts';

/**
 * A package whose bytes depend on its content alone. The library gives its parts' relations random names, writes the
 * clock's time into the properties and into the zip, and does the same in the workbook of each chart; here relations
 * are numbered, the times are left out (both are optional: ECMA-376 part 2, 11.1), and zips are written with one date.
 * Packing is JavaScript's own: a zlib may pack differently on another processor, and then the bytes would differ.
 * @param language of the charts' texts
 */
export async function fixedPackage(bytes: Uint8Array, language: 'vi-VN' | 'en-US'): Promise<Uint8Array> {
  const files = unzipSync(bytes);
  const names = relationNames(files);
  const entries: PackedEntry[] = [];
  for (const [path, content] of Object.entries(files)) {
    entries.push(await packedPart(path, await fixedPart(path, content, names, language)));
  }
  return writeZip(entries);
}

/** Random names of relations → numbered ones that no other relation of that part has. */
function relationNames(files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, content] of Object.entries(files)) {
    if (!path.endsWith('.rels')) continue;
    for (const [, id] of strFromU8(content).matchAll(/ Id="(rId[a-z0-9_-]{21})"/g)) {
      names.set(id as string, `rIdPart${names.size + 1}`);
    }
  }
  return names;
}

async function fixedPart(
  path: string,
  content: Uint8Array,
  names: ReadonlyMap<string, string>,
  language: string,
): Promise<Uint8Array> {
  if (path.endsWith('.xlsx')) return fixedWorkbook(content);
  if (!/\.(xml|rels)$/.test(path)) return content;
  const xml = strFromU8(content);
  if (path === 'docProps/core.xml')
    return strToU8(xml.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, ''));
  const named = xml.replace(/"(rId[a-z0-9_-]{21})"/g, (whole, id) =>
    names.has(id) ? `"${names.get(id)}"` : whole,
  );
  return strToU8(path.startsWith('word/charts/chart') ? fixedChart(named, language) : named);
}

/** The language of a chart's texts; every category's name is written, at the foot of the axis, not amid bars below zero. */
function fixedChart(xml: string, language: string): string {
  return xml
    .replace('<c:lang val="en-US"/>', `<c:lang val="${language}"/>`)
    .replace(/<a:(endParaRPr|rPr) lang="en-US"/g, `<a:$1 lang="${language}"`)
    .replace(/(<c:catAx>.*?<c:tickLblPos val=")nextTo"/s, '$1low"')
    .replace('<c:noMultiLvlLbl ', '<c:tickLblSkip val="1"/><c:noMultiLvlLbl ');
}

async function fixedWorkbook(content: Uint8Array): Promise<Uint8Array> {
  const entries = Object.entries(unzipSync(content)).map(([path, part]) => packedPart(path, part));
  return writeZip(await Promise.all(entries));
}

function packedPart(path: string, content: Uint8Array): Promise<PackedEntry> {
  return packed(path, content, async (bytes) => deflateSync(bytes, { level: 6 }));
}
