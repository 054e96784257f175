import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../app/language.tsx';
import { useQuery } from '../app/use-query.ts';
import { DataTable } from '../parts/data-table.tsx';
import { SentenceText } from '../parts/sentence.tsx';
import { plainText, type Sentence } from '../parts/state-sentences.ts';
import type { ChartTable } from './chart-table.ts';
import { ChartTools } from './chart-tools.tsx';
import { type ChartView, type ViewShown, viewAddress, viewChange, viewIn } from './view-address.ts';

const words = {
  vi: { view: 'Cách xem', chart: 'Biểu đồ', map: 'Bản đồ', table: 'Bảng', source: 'Nguồn' },
  en: { view: 'View', chart: 'Chart', map: 'Map', table: 'Table', source: 'Source' },
};

/**
 * A chart, its table, its files and its link, which are one thing (as in Our World in Data). The drawing is the first
 * SVG among the children.
 * @param title what it shows, in full: it stands on the picture and the table too
 * @param note what a reader must know to read it right
 * @param state whether the figures still change; null: not known yet
 * @param source from where the figures are
 * @param csvName the anchor of the chart, one of its own on a page; and the name of its files without ending
 * @param fileName the latter, where the anchor alone does not say of what and of when the figures are
 * @param shown what of the view its link has to say, whatever the page's own address says: its period above all
 * @param drawn what the drawing is called
 * @param opens which of the two is shown where the address says nothing
 */
export function ChartFrame<Row>({
  title,
  note,
  state = null,
  source,
  table,
  csvName,
  fileName = csvName,
  shown,
  heading,
  drawn = 'chart',
  opens = 'drawing',
  children,
}: {
  title: string;
  note?: ComponentChildren;
  state?: Sentence | null;
  source?: string;
  table: ChartTable<Row>;
  csvName: string;
  fileName?: string;
  shown: ViewShown;
  /** Makes the title a heading of that level. */
  heading?: 2 | 3;
  drawn?: 'chart' | 'map';
  opens?: ChartView;
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const figure = useRef<HTMLElement>(null);
  const { view, show } = useView(csvName, opens);
  const { path, query } = useLocation();
  const isTable = view === 'table';
  useEffect(() => {
    if (location.hash === `#${csvName}`) figure.current?.scrollIntoView();
  }, [csvName]);
  const told = { name: csvName, shown, view: view === opens ? null : view };
  const address = new URL(viewAddress({ path, query }, told), location.origin).href;
  const lines = [
    ...(state === null ? [] : [plainText(state)]),
    ...(source === undefined ? [] : [`${say.source}: ${source}`]),
    address,
  ];
  const Title = heading === undefined ? 'p' : (`h${heading}` as const);
  return (
    <figure class="chart-frame" id={csvName} ref={figure}>
      <figcaption>
        <Title class="chart-title">{title}</Title>
      </figcaption>
      <fieldset class="chart-views" aria-label={say.view}>
        <button type="button" aria-pressed={!isTable} onClick={() => show('drawing')}>
          {say[drawn]}
        </button>
        <button type="button" aria-pressed={isTable} onClick={() => show('table')}>
          {say.table}
        </button>
      </fieldset>
      {/* It stays there when the table is shown: the picture is made of it. */}
      <div hidden={isTable}>{children}</div>
      {isTable && (
        <DataTable
          caption={<span class="unseen">{title}</span>}
          columns={table.columns}
          rows={table.rows}
          rowKey={table.rowKey}
          {...(table.sorted === undefined ? {} : { sorted: table.sorted })}
          {...(table.onSort === undefined ? {} : { onSort: table.onSort })}
        />
      )}
      {note !== undefined && <p class="chart-note">{note}</p>}
      {state !== null && (
        <p class="chart-note">
          <SentenceText sentence={state} />
        </p>
      )}
      {source !== undefined && (
        <p class="chart-note">
          {say.source}: {source}
        </p>
      )}
      <ChartTools
        table={table}
        name={fileName}
        address={address}
        text={{ title, lines }}
        drawing={() => figure.current?.querySelector<SVGSVGElement>('svg.chart-drawing') ?? null}
      />
    </figure>
  );
}

/** How the chart is shown stands in the address alone; it goes on so when it is another period's, and called otherwise. */
function useView(name: string, opens: ChartView): { view: ChartView; show: (view: ChartView) => void } {
  const { query, change } = useQuery();
  const called = useRef(name);
  const before = called.current;
  const stood = viewIn(query, { name: before, opens });
  const view = stood === opens ? viewIn(query, { name, opens }) : stood;
  useLayoutEffect(() => {
    called.current = name;
    if (name !== before && stood !== opens) change(viewChange(query, { name, opens, before }, view));
  }, [name]);
  return { view, show: (next) => change(viewChange(query, { name, opens }, next)) };
}
