import type { Table } from './table.ts';

/**
 * A table that counts the rows which are taken from it. A refusal in the middle of a sheet throws away what was
 * read; how many rows that was is still told. Of a file that is damaged it is not: how many rows come before the
 * damage is noticed differs between inflaters.
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
        try {
          for await (const batch of sheet.rows()) {
            for (const row of batch) {
              taken += 1;
              yield [row];
            }
          }
        } catch (error) {
          taken = 0;
          throw error;
        }
      },
      ...(records
        ? {
            async records(visit: Parameters<typeof records>[0]) {
              taken = 0;
              let isTaking = false;
              try {
                await records.call(sheet, (record) => {
                  taken += 1;
                  isTaking = true;
                  visit(record);
                  isTaking = false;
                });
              } catch (error) {
                if (!isTaking) taken = 0;
                throw error;
              }
            },
          }
        : {}),
    };
  });
  return { table: { ...table, sheets }, rowsTaken: () => taken };
}
