import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../app/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
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
 * @param source from where the figures are
 * @param csvName name of the files without ending, and the anchor of the chart: one of its own on a page
 * @param link the address of this view with its query, without origin; the address of the page where it is left out
 * @param drawn what the first view is called
 */
export function ChartFrame<Row>({
  title,
  note,
  source,
  table,
  csvName,
  link,
  heading,
  drawn = 'chart',
  children,
}: {
  title: string;
  note?: ComponentChildren;
  source?: string;
  table: ChartTable<Row>;
  csvName: string;
  link?: string;
  /** Makes the title a heading of that level. */
  heading?: 2 | 3;
  drawn?: 'chart' | 'map';
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const figure = useRef<HTMLElement>(null);
  const { isTable, show } = useView(csvName);
  useEffect(() => {
    if (location.hash === `#${csvName}`) figure.current?.scrollIntoView();
  }, [csvName]);
  const address = addressOf(link, isTable ? csvName : null);
  const Title = heading === undefined ? 'p' : (`h${heading}` as const);
  return (
    <figure class="chart-frame" id={csvName} ref={figure}>
      <figcaption>
        <Title class="chart-title">{title}</Title>
      </figcaption>
      <fieldset class="chart-views" aria-label={say.view}>
        <button type="button" aria-pressed={!isTable} onClick={() => show(false)}>
          {say[drawn]}
        </button>
        <button type="button" aria-pressed={isTable} onClick={() => show(true)}>
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
        />
      )}
      {note !== undefined && <p class="chart-note">{note}</p>}
      {source !== undefined && (
        <p class="chart-note">
          {say.source}: {source}
        </p>
      )}
      <ChartTools
        table={table}
        name={csvName}
        address={address}
        text={{ title, lines: [...(source === undefined ? [] : [`${say.source}: ${source}`]), address] }}
        drawing={() => figure.current?.querySelector<SVGSVGElement>('svg.chart-drawing') ?? null}
      />
    </figure>
  );
}

/** Which of a page's charts is shown as its table stands in the address: `bang=<name>`. */
function useView(name: string): { isTable: boolean; show: (table: boolean) => void } {
  const { query, url, route } = useLocation();
  const [isTable, setIsTable] = useState(query.bang === name);
  return {
    isTable,
    show: (table) => {
      setIsTable(table);
      route(withTable(url, table ? name : null), true);
    },
  };
}

function withTable(url: string, name: string | null): string {
  const to = new URL(url, location.origin);
  if (name === null) to.searchParams.delete('bang');
  else to.searchParams.set('bang', name);
  return `${to.pathname}${to.search}`;
}

function addressOf(link: string | undefined, table: string | null): string {
  return `${location.origin}${withTable(link ?? `${location.pathname}${location.search}`, table)}`;
}
