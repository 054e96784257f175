import { addressOf } from '../app/address-of.ts';

/** What stands in an address of a view that is shown, also where the page's own address leaves it to be chosen. */
export type ViewShown = Readonly<Record<string, string | null>>;

export type ChartView = 'drawing' | 'table';

/** Which of a page's charts is shown otherwise than it opens: `bang=<name>`, `bieu-do=<name>`. */
export const viewParameters: Record<ChartView, string> = { drawing: 'bieu-do', table: 'bang' };

/**
 * The address that opens one of a page's charts again as it is shown now, whatever the page would choose by itself then.
 * @param here the page's own address: its path, and what its query says
 * @param view null: the one in which the chart opens by itself
 * @returns path, query and anchor: `/xep-hang?diem=qd766&ky=2026-Q3&co-so=current#xep-hang-qd766-2026-Q3`
 */
export function viewAddress(
  { path, query }: { path: string; query: Readonly<Record<string, string>> },
  { name, shown, view }: { name: string; shown: ViewShown; view: ChartView | null },
): string {
  const none = Object.fromEntries(Object.values(viewParameters).map((parameter) => [parameter, null]));
  const own = view === null ? {} : { [viewParameters[view]]: name };
  return `${addressOf(path, { ...query, ...shown, ...none, ...own })}#${name}`;
}
