import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { useQuery } from '../app/use-query.ts';
import { DataTable } from '../parts/data-table.tsx';
import { SentenceText } from '../parts/sentence.tsx';
import { plainText, type Sentence } from '../parts/state-sentences.ts';
import type { ChartTable } from './chart-table.ts';
import { ChartTools } from './chart-tools.tsx';

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
 * @param csvName name of the files without ending, and the anchor of the chart: one of its own on a page
 * @param link the address of this view with its query, without origin; the address of the page where it is left out
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
  link,
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
  link?: string;
  /** Makes the title a heading of that level. */
  heading?: 2 | 3;
  drawn?: 'chart' | 'map';
  opens?: View;
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const figure = useRef<HTMLElement>(null);
  const { view, show } = useView(csvName, opens);
  const isTable = view === 'table';
  useEffect(() => {
    if (location.hash === `#${csvName}`) figure.current?.scrollIntoView();
  }, [csvName]);
  const here = new URL(link ?? `${location.pathname}${location.search}`, location.origin).href;
  const address = viewAddress(here, csvName, view === opens ? null : view);
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
        name={csvName}
        address={address}
        text={{ title, lines }}
        drawing={() => figure.current?.querySelector<SVGSVGElement>('svg.chart-drawing') ?? null}
      />
    </figure>
  );
}

type View = 'drawing' | 'table';
const parameters: Record<View, string> = { drawing: 'bieu-do', table: 'bang' };

/** Which of a page's charts is shown otherwise than it opens stands in the address: `bang=<name>`, `bieu-do=<name>`. */
function useView(name: string, opens: View): { view: View; show: (view: View) => void } {
  const { query, change } = useQuery();
  const other: View = opens === 'drawing' ? 'table' : 'drawing';
  const [view, setView] = useState(query[parameters[other]] === name ? other : opens);
  return {
    view,
    show: (next) => {
      setView(next);
      change({ [parameters[other]]: next === other ? name : null });
    },
  };
}

/**
 * The address that opens a view of a chart, whichever of the page's charts the reader looks at.
 * @param view null: the one in which it opens by itself
 */
function viewAddress(here: string, name: string, view: View | null): string {
  const address = new URL(here);
  const told = address.search
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !Object.values(parameters).includes(each.split('=')[0] ?? ''));
  if (view !== null) told.push(`${parameters[view]}=${name}`);
  return `${address.origin}${address.pathname}${told.length > 0 ? `?${told.join('&')}` : ''}#${name}`;
}
