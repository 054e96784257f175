import type { Table } from './table.ts';

/**
 * A table that counts the rows which are taken from it. A refusal in the middle of a sheet throws away what was
 * read; how many rows that was is still told.
 * @returns the table, and how many rows the last pass over a sheet has taken so far
 */
export function countRows(table: Table): { table: Table; rowsTaken(): number } {
  let taken = 0;
  const sheets = table.sheets.map((sheet) => {
    const { records } = sheet;
    return {
      ...sheet,
      async *rows() {
        taken = 0;
        for await (const batch of sheet.rows()) {
          taken += batch.length;
          yield batch;
        }
      },
      ...(records
        ? {
            records(visit: Parameters<typeof records>[0]) {
              taken = 0;
              return records.call(sheet, (record) => {
                taken += 1;
                visit(record);
              });
            },
          }
        : {}),
    };
  });
  return { table: { ...table, sheets }, rowsTaken: () => taken };
}
