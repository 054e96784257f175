import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type Column<Row> = {
  key: string;
  head: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** `number`: to the right, with figures of one width. */
  kind?: 'text' | 'number';
  /** The column that names the row. */
  names?: true;
  /** Sorts by this column when its head is pressed: what `onSort` is told. */
  sort?: string;
};

/**
 * A table that scrolls sideways in itself on narrow screens, reached by keyboard. `caption` says what it holds.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowClass,
  sorted,
  onSort,
  empty,
  stacks = false,
}: {
  caption: ComponentChildren;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  rowClass?: (row: Row) => string | undefined;
  sorted?: { by: string; order: 'ascending' | 'descending' };
  onSort?: (by: string) => void;
  /** What is said when there is no row. */
  empty?: ComponentChildren;
  /** On narrow screens a row is a block under its name, each cell under its head: nothing lies out of sight. */
  stacks?: boolean;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class={stacks ? 'table stacks' : 'table'} aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={classOf(column)}
                aria-sort={sorted && column.sort === sorted.by ? sorted.order : undefined}
              >
                {column.sort !== undefined && onSort ? (
                  <button type="button" class="sort" onClick={() => onSort(column.sort ?? '')}>
                    {column.head}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} class={rowClass?.(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row" class={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    class={column.kind}
                    data-head={stacks && typeof column.head === 'string' ? column.head : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function classOf({ kind, names }: Pick<Column<never>, 'kind' | 'names'>): string | undefined {
  return [kind, names && 'names'].filter(Boolean).join(' ') || undefined;
}
