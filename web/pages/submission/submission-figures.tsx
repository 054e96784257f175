import { useState } from 'preact/hooks';
import type { ObservationsView } from '../../../shared/query/read-lineage.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import type { SubmissionFiguresView } from '../../../shared/query/read-submission-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { figureText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';
import { type ChangedFigure, changedFigures } from '../report/changed-figures.ts';
import { slotQuery } from '../report/slot-address.ts';
import { useIndicatorNames } from '../report/use-names.ts';

const words = {
  vi: {
    title: 'Số liệu đọc được',
    beside: (n: number) => `Số liệu đọc được, so với bản thứ ${n} đang có hiệu lực`,
    replaces: (n: number, changed: string) =>
      `Khi được ký, bản này thay bản thứ ${n}. Có ${changed} chỉ tiêu khác với bản đó.`,
    same: (n: number) => `Không có chỉ tiêu nào khác với bản thứ ${n}.`,
    all: 'Hiện cả những chỉ tiêu không đổi',
    indicator: 'Chỉ tiêu',
    here: 'Bản này',
    there: (n: number) => `Bản thứ ${n}`,
    change: 'So sánh',
    changed: 'khác',
    equal: 'không đổi',
    none: 'Biểu này báo cáo về các đơn vị hoặc địa bàn khác nên không có số liệu của cả đơn vị ở đây.',
    noneChanged: 'Không có chỉ tiêu nào khác.',
    gone: 'không có trong bản này',
    added: 'không có trong bản đó',
  },
  en: {
    title: 'The figures that were read',
    beside: (n: number) => `The figures that were read, beside version ${n}, which stands`,
    replaces: (n: number, changed: string) =>
      `Once signed, it replaces version ${n}. ${changed} indicators differ from that one.`,
    same: (n: number) => `No indicator differs from version ${n}.`,
    all: 'Show indicators that are the same too',
    indicator: 'Indicator',
    here: 'This one',
    there: (n: number) => `Version ${n}`,
    change: 'Comparison',
    changed: 'differs',
    equal: 'the same',
    none: 'This form is about other units or areas, so there are no figures of the unit as a whole here.',
    noneChanged: 'No indicator differs.',
    gone: 'not in this one',
    added: 'not in that one',
  },
};

/** What an approver confirms, figure by figure, and what it changes of the version that stands. */
export function SubmissionFigures({ submission }: { submission: SubmissionView }) {
  const { id, state, standingVersion } = submission;
  const isOver = state.startsWith('signed') || state === 'superseded' || state === 'withdrawn';
  const against = isOver || standingVersion === 0 ? null : standingVersion;
  const here = useAnswer<SubmissionFiguresView>(`/v1/submissions/${id}/observations`);
  const there = useAnswer<ObservationsView>(
    against === null ? null : `/v1/observations?${slotQuery(submission)}`,
  );
  return (
    <Answered answer={here.answer} reload={here.reload}>
      {({ items }) =>
        against === null ? (
          <Figures items={items} />
        ) : (
          <Beside here={items} there={there.answer} reload={there.reload} version={against} />
        )
      }
    </Answered>
  );
}

type Items = SubmissionFiguresView['items'];

function Figures({ items }: { items: Items }) {
  const say = useWords(words);
  const nameOf = useIndicatorNames();
  return (
    <section>
      <h2>{say.title}</h2>
      <DataTable
        caption={say.title}
        rows={items}
        rowKey={({ indicator }) => indicator}
        empty={say.none}
        columns={[
          { key: 'name', head: say.indicator, names: true, cell: ({ indicator }) => nameOf(indicator) },
          { key: 'here', head: say.here, kind: 'number', cell: (figure) => <FigureValue figure={figure} /> },
        ]}
      />
    </section>
  );
}

function Beside({
  here,
  there,
  reload,
  version,
}: {
  here: Items;
  there: Answer<ObservationsView>;
  reload: () => void;
  version: number;
}) {
  const say = useWords(words);
  return (
    <section>
      <h2>{say.beside(version)}</h2>
      <Answered answer={there} reload={reload}>
        {({ items }) => <Comparison here={here} there={items} version={version} />}
      </Answered>
    </section>
  );
}

function Comparison({ here, there, version }: { here: Items; there: Items; version: number }) {
  const say = useWords(words);
  const language = useLanguage();
  const nameOf = useIndicatorNames();
  const [withEqual, setWithEqual] = useState(false);
  const changed = changedFigures(there, here);
  const told = new Set(changed.map(({ indicator }) => indicator));
  const equal = here.flatMap((figure): ChangedFigure[] =>
    told.has(figure.indicator) ? [] : [{ indicator: figure.indicator, before: figure, after: figure }],
  );
  return (
    <>
      <p>
        {changed.length === 0
          ? say.same(version)
          : say.replaces(version, figureText(String(changed.length), language))}
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={withEqual}
            onChange={(event) => setWithEqual(event.currentTarget.checked)}
          />
          {say.all}
        </label>
      </p>
      <DataTable
        caption={say.beside(version)}
        rows={withEqual ? [...changed, ...equal] : changed}
        rowKey={({ indicator }) => indicator}
        empty={here.length === 0 ? say.none : say.noneChanged}
        columns={[
          { key: 'name', head: say.indicator, names: true, cell: ({ indicator }) => nameOf(indicator) },
          {
            key: 'there',
            head: say.there(version),
            kind: 'number',
            cell: ({ before }) =>
              before ? <FigureValue figure={before} /> : <span class="missing">{say.added}</span>,
          },
          {
            key: 'here',
            head: say.here,
            kind: 'number',
            cell: ({ after }) =>
              after ? <FigureValue figure={after} /> : <span class="missing">{say.gone}</span>,
          },
          {
            key: 'change',
            head: say.change,
            cell: ({ indicator }) => (told.has(indicator) ? <strong>{say.changed}</strong> : say.equal),
          },
        ]}
      />
    </>
  );
}
