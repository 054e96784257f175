import type { ReadingFault } from '../reading-faults.ts';
import { rowOf, type VisitRecord } from '../records/byte-record.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw } from '../report.ts';
import type { Merge, Row, Sheet, Table } from '../table.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { type Package, partOf, scanPartBytes } from './read-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type Shared, SheetRecords, sheetElements } from './sheet-records.ts';
import { readStyles } from './styles.ts';
import { readWorkbook } from './workbook.ts';
import { XmlBytes } from './xml-bytes.ts';

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
    ...(await readSharedStrings(pack, workbook.sharedStrings)),
    ...(await readStyles(pack, workbook.styles)),
  };
  const sheets = workbook.sheets.map(({ name, hidden, path }) => {
    const entry = partOf(pack, path);
    if (!entry) throw new FileRefusal('workbook-damaged', path);
    return sheetOf(pack, entry, shared, { name, hidden });
  });
  return { container: 'xlsx', encoding: null, date1904: workbook.date1904, sheets, passedOver: [] };
}

function sheetOf(
  pack: Package,
  entry: ZipEntry,
  shared: Shared,
  { name, hidden }: { name: string; hidden: boolean },
): Sheet {
  let merges: readonly Merge[] = [];
  const scan = (visit: VisitRecord, pieceLength?: number) => {
    const records = new SheetRecords(shared, visit);
    merges = records.merges;
    return scanPartBytes(pack, entry, new XmlBytes(records, sheetElements), pieceLength);
  };
  return {
    name,
    hidden,
    async *rows(): AsyncGenerator<Row[]> {
      let rows: Row[] = [];
      for await (const _ of scan((record) => rows.push(rowOf(record)), 16_384)) {
        if (rows.length === 0) continue;
        yield rows;
        rows = [];
      }
      if (rows.length > 0) yield rows;
    },
    async records(visit) {
      for await (const _ of scan(visit));
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
