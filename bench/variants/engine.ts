import { inflateRaw } from '../../shared/aws/inflate.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { asked, benchCatalog } from '../bench-catalog.ts';
import { countPages, type Measured, processorTime } from '../measured.ts';
import { reusedPieces } from '../reused-pieces.ts';

/** Our engine, whole: the file is checked and its pages are packed as they are stored. */
export async function engine(path: string, rows: number): Promise<Measured> {
  const catalog = benchCatalog(rows);
  const start = processorTime();
  await using source = await reusedPieces(path);
  const request = { fileName: 'a', sha256: '', ...asked };
  const { report, pages } = await checkFile(source, request, { inflateRaw, catalog });
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
