import { openDiskFile } from '../../cli/files/disk-file.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { asked, benchCatalog } from '../bench-catalog.ts';
import { countPages, type Measured, processorTime } from '../measured.ts';

/** Our engine, whole: the file is checked and its pages are packed as they are stored. */
export async function engine(path: string, rows: number): Promise<Measured> {
  const catalog = benchCatalog(rows);
  const start = processorTime();
  await using file = await openDiskFile(path, 'en');
  const request = { fileName: file.name, sha256: '', ...asked };
  const { report, pages } = await checkFile(file.source, request, { inflateRaw, catalog });
  const { packs, figures } = countPages(pages);
  const milliseconds = processorTime() - start;
  const found = report.findings[0];
  return {
    milliseconds,
    rows: report.counts.rowsUsed,
    packs,
    figures,
    said: found ? `${found.code} ${found.at?.cell ?? ''} ${found.got ?? ''}` : report.verdict,
  };
}
