import type { Lineage } from '../../../shared/query/read-lineage.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { cellText } from '../../format/cells.ts';
import { momentText } from '../../format/days.ts';
import { bytesText, figureText } from '../../format/figures.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { type LineageView, readOf, stepAddress } from './lineage-view.ts';
import { words } from './words.ts';

/** The file that a figure was read from, and in which cells each part of it stands. */
export function FileAndCells({ view, lineage }: { view: LineageView; lineage: Lineage }) {
  const say = useWords(words);
  const language = useLanguage();
  const { cells, figure } = lineage;
  return (
    <section aria-labelledby="tep">
      <h2 id="tep">{say.cells}</h2>
      <FileFacts lineage={lineage} />
      {figure !== null && cells.length === 0 && <p>{say.noCells}</p>}
      {cells.length > 0 && (
        <DataTable
          caption={say.cellsCaption}
          rows={cells}
          rowKey={({ role }) => role}
          columns={[
            { key: 'role', head: say.part, names: true, cell: ({ role }) => say[role] },
            {
              key: 'cell',
              head: say.cell,
              cell: (cell) => (
                <a href={stepAddress(view, { unit: view.unit, area: view.area, role: cell.role })}>
                  {say.openCell(cellText(cell.at, language))}
                </a>
              ),
            },
            { key: 'raw', head: say.raw, cell: ({ raw }) => <code>{raw}</code> },
            {
              key: 'read',
              head: say.read,
              kind: 'number',
              cell: ({ role }) => figureText(readOf(figure, role) ?? '', language),
            },
          ]}
        />
      )}
    </section>
  );
}

/** The file itself, or the words of a nil return. */
export function FileFacts({ lineage }: { lineage: Lineage }) {
  const say = useWords(words);
  const language = useLanguage();
  const { file, nil } = lineage;
  if (file === null) {
    return nil ? (
      <p>
        {say.nil} “<span lang="vi">{nil.why}</span>”
      </p>
    ) : null;
  }
  return (
    <Facts
      facts={[
        [
          say.file,
          <>
            <FileName name={file.name} /> ({bytesText(file.bytes, language)})
          </>,
        ],
        [say.received, momentText(file.receivedAt, language)],
        [say.digest, <Digest key="sha" hex={file.sha256} />],
      ]}
    />
  );
}
