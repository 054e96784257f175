import type { ReadingFault } from '../reading-faults.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw } from '../report.ts';
import type { Merge, Row, Sheet, Table } from '../table.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { type Package, partOf, scanPart } from './read-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type Shared, SheetScanner } from './sheet-scanner.ts';
import { readNumberFormats } from './styles.ts';
import { readWorkbook } from './workbook.ts';

/**
 * Opens a workbook: directory, sheets, styles and shared texts are read; the sheets' rows when asked for.
 * @throws FileRefusal when the zip is not a workbook, is damaged, encrypted or too large
 */
export async function openXlsx(source: ByteSource, inflateRaw: InflateRaw): Promise<Table> {
  const entries = await readDirectory(source);
  const other = otherKind(entries);
  if (other) throw new FileRefusal(...other);
  const pack: Package = { source, entries, inflateRaw };
  const workbook = await readWorkbook(pack);
  if (!workbook) throw new FileRefusal('container-zip', 'zip');
  const shared = {
    strings: await readSharedStrings(pack, workbook.sharedStrings),
    formats: await readNumberFormats(pack, workbook.styles),
  };
  const sheets = workbook.sheets.map(({ name, hidden, path }) => {
    const entry = partOf(pack, path);
    if (!entry) throw new FileRefusal('workbook-damaged', path);
    return sheetOf(pack, entry, shared, { name, hidden });
  });
  return { container: 'xlsx', encoding: null, sheets, passedOver: [] };
}

function sheetOf(
  pack: Package,
  entry: ZipEntry,
  shared: Shared,
  { name, hidden }: { name: string; hidden: boolean },
): Sheet {
  let merges: readonly Merge[] = [];
  return {
    name,
    hidden,
    async *rows(): AsyncGenerator<Row[]> {
      const scanner = new SheetScanner(shared);
      merges = scanner.merges;
      for await (const _ of scanPart(pack, entry, scanner)) {
        const rows = scanner.takeRows();
        if (rows.length > 0) yield rows;
      }
      const rest = scanner.takeRows();
      if (rest.length > 0) yield rest;
    },
    merges: () => merges,
  };
}

/** What a zip is that is not a workbook of XML parts, as far as its names tell. */
function otherKind(entries: ReadonlyMap<string, ZipEntry>): [ReadingFault, string] | undefined {
  if (entries.has('xl/workbook.bin')) return ['container-xlsb', 'xlsb'];
  if (entries.has('word/document.xml')) return ['container-word', 'docx'];
  if (entries.has('ppt/presentation.xml')) return ['container-presentation', 'pptx'];
  if (entries.has('content.xml') && (entries.has('mimetype') || entries.has('meta-inf/manifest.xml'))) {
    return ['container-ods', 'ods'];
  }
  return undefined;
}
