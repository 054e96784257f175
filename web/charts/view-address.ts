import { addressOf } from '../app/address-of.ts';

/** What stands in an address of a view that is shown, also where the page's own address leaves it to be chosen. */
export type ViewShown = Readonly<Record<string, string | null>>;

export type ChartView = 'drawing' | 'table';

/** Which of a page's charts are shown otherwise than they open: `bang=<name>`, `bieu-do=<name>,<name>`. */
const viewParameters: Record<ChartView, string> = { drawing: 'bieu-do', table: 'bang' };

type Query = Readonly<Record<string, string>>;
type Chart = { name: string; opens: ChartView };

/** How the address has a chart shown. */
export function viewIn(query: Query, { name, opens }: Chart): ChartView {
  const other = otherThan(opens);
  return namesIn(query, other).includes(name) ? other : opens;
}

/** What changes in the address when a chart is shown so, or is called otherwise than `before`. */
export function viewChange(
  query: Query,
  { name, opens, before = name }: Chart & { before?: string },
  view: ChartView,
): Record<string, string | null> {
  const other = otherThan(opens);
  const names = namesIn(query, other).filter((each) => each !== name && each !== before);
  if (view === other) names.push(name);
  return { [viewParameters[other]]: names.join(',') || null };
}

function otherThan(view: ChartView): ChartView {
  return view === 'drawing' ? 'table' : 'drawing';
}

function namesIn(query: Query, view: ChartView): string[] {
  return query[viewParameters[view]]?.split(',') ?? [];
}

/**
 * The address that opens one of a page's charts again as it is shown now, whatever the page would choose by itself then.
 * @param here the page's own address: its path, and what its query says
 * @param view null: the one in which the chart opens by itself
 * @returns path, query and anchor: `/xep-hang?diem=qd766&ky=2026-Q3&co-so=current#xep-hang-qd766-2026-Q3`
 */
export function viewAddress(
  { path, query }: { path: string; query: Query },
  { name, shown, view }: { name: string; shown: ViewShown; view: ChartView | null },
): string {
  const none = Object.fromEntries(Object.values(viewParameters).map((parameter) => [parameter, null]));
  const own = view === null ? {} : { [viewParameters[view]]: name };
  return `${addressOf(path, { ...query, ...shown, ...none, ...own })}#${name}`;
}
