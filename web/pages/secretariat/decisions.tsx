import { useLanguage, useWords } from '../../app/language.tsx';
import { useForms } from '../../app/use-forms.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { rightsWords } from './rights-words.ts';

type Decision = {
  allowed: boolean;
  why: string;
  by: string;
  at: string;
  forms?: readonly string[] | null;
  periods?: readonly string[] | null;
};

/** Who decided what, when and why, newest first. */
export function Decisions({ caption, decisions }: { caption: string; decisions: readonly Decision[] }) {
  const say = useWords(rightsWords);
  const language = useLanguage();
  const { nameOf } = useForms();
  if (decisions.length === 0) return <p class="soft">{say.noDecisions}</p>;
  return (
    <DataTable
      caption={caption}
      rows={[...decisions].reverse()}
      rowKey={({ at }) => at}
      columns={[
        { key: 'at', head: say.at, names: true, cell: ({ at }) => momentText(at, language) },
        { key: 'what', head: say.what, cell: ({ allowed }) => (allowed ? say.allowed : say.forbidden) },
        {
          key: 'of',
          head: say.of,
          cell: ({ forms, periods }) =>
            [
              ...(forms ?? []).map(nameOf),
              ...(periods ?? []).map((period) => periodText(period, language)),
            ].join(', ') || say.everything,
        },
        { key: 'by', head: say.by, cell: ({ by }) => <code>{by}</code> },
        { key: 'why', head: say.why, cell: ({ why }) => <span lang="vi">{why}</span> },
      ]}
    />
  );
}
