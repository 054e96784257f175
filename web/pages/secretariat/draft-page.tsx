import { useEffect } from 'preact/hooks';
import type { DraftView } from '../../../shared/publishing/read-draft.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Area } from './area.tsx';
import { catalogueWords } from './catalogue-words.ts';
import { PublishDraft } from './publish-draft.tsx';

const lookAgainMilliseconds = 3_000;

/** A draft: what is wrong with it, what it changes, which standing reports it would break, and its publication. */
export function DraftPage({ id }: { id: string }) {
  const say = useWords(catalogueWords);
  const { answer, reload } = useAnswer<DraftView>(`/v1/catalog/drafts/${encodeURIComponent(id)}`);
  const isChecking = answer.state === 'ready' && answer.value.state === 'checking';
  useEffect(() => {
    if (!isChecking) return;
    const timer = setInterval(reload, lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [isChecking, reload]);
  const version = answer.state === 'ready' ? answer.value.version : null;
  return (
    <Area title={say.draftTitle(version ?? say.noVersion)} above={<a href="/thu-ky/danh-muc">{say.title}</a>}>
      <Answered answer={answer} reload={reload}>
        {(draft) => <Draft draft={draft} />}
      </Answered>
    </Area>
  );
}

function Draft({ draft }: { draft: DraftView }) {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const kinds = { faulty: 'error', outdated: 'warning', published: 'success', checking: 'info' } as const;
  return (
    <>
      <Notice kind={kinds[draft.state as 'faulty'] ?? 'info'} live>
        <p>{say.states[draft.state]}</p>
      </Notice>
      <Facts
        facts={[
          [say.base, draft.base],
          [say.handedIn, `${momentText(draft.at, language)}, ${draft.by}`],
        ]}
      />
      {draft.faults.length > 0 && (
        <DataTable
          caption={say.faults}
          rows={draft.faults}
          rowKey={({ code, path }, index) => `${code} ${path} ${index}`}
          columns={[
            {
              key: 'place',
              head: say.place,
              names: true,
              cell: ({ section, entry, path }) => (
                <code>{[section, entry, path].filter(Boolean).join(' · ')}</code>
              ),
            },
            { key: 'fault', head: say.fault, cell: ({ message }) => message[language] },
            { key: 'got', head: say.got, cell: ({ got }) => got && <code>{got}</code> },
            {
              key: 'expected',
              head: say.expected,
              cell: ({ expected }) => expected && <code>{expected}</code>,
            },
          ]}
        />
      )}
      <DataTable
        caption={say.diff}
        rows={draft.diff}
        rowKey={({ section, entry }) => `${section} ${entry}`}
        empty={say.same}
        columns={[
          {
            key: 'entry',
            head: say.entry,
            names: true,
            cell: ({ entry, names }) => names?.[language] ?? <code>{entry}</code>,
          },
          { key: 'change', head: say.changed, cell: ({ words }) => words[language] },
        ]}
      />
      {draft.preview && <Preview draft={draft} preview={draft.preview} />}
    </>
  );
}

function Preview({ draft, preview }: { draft: DraftView; preview: NonNullable<DraftView['preview']> }) {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const { nameOf } = useForms();
  const { counts, failing } = preview;
  return (
    <>
      <h2>{say.preview}</h2>
      <p role="status">{say.progress(preview.done, preview.of)}</p>
      {preview.of !== null && preview.state === 'running' && (
        <progress value={preview.done} max={preview.of} aria-label={say.preview} />
      )}
      {preview.state === 'complete' && counts.failing === 0 && <p>{say.noneFails}</p>}
      {counts.failingAlready > 0 && <p>{say.failingAlready(counts.failingAlready)}</p>}
      {preview.newWarnings > 0 && <p>{say.warnings(preview.newWarnings)}</p>}
      {failing.length > 0 && (
        <DataTable
          caption={say.failing(counts.failing)}
          rows={failing}
          rowKey={({ submission }) => submission}
          columns={[
            { key: 'unit', head: say.unit, names: true, cell: ({ name }) => name[language] },
            {
              key: 'report',
              head: say.report,
              cell: ({ form, period, submission, fileName }) => (
                <>
                  <a href={`/ban-nop/${submission}`}>
                    <FileName name={fileName} />
                  </a>
                  , {nameOf(form)}, {periodText(period, language)}
                </>
              ),
            },
            {
              key: 'finding',
              head: say.finding,
              cell: ({ findings }) => findings.map(({ message }) => message[language]).join(' '),
            },
          ]}
        />
      )}
      {draft.state === 'checked' && <PublishDraft draft={draft} failing={failing} />}
    </>
  );
}
