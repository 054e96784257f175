import type { Table } from './table.ts';

/** Rows between two words of how far the reading is. */
const rowsBetween = 4_096;

/**
 * A table that counts the rows which are taken from it. A refusal in the middle of a sheet throws away what was
 * read; how many rows that was is still told. Of a file that is damaged it is not: how many rows come before the
 * damage is noticed differs between inflaters.
 * @param onRows is told now and then how many rows the pass over a sheet has taken
 * @returns the table, and how many rows the last pass over a sheet has taken so far
 */
export function countRows(
  table: Table,
  onRows: (rows: number) => void = () => {},
): { table: Table; rowsTaken(): number } {
  let taken = 0;
  const take = () => {
    taken += 1;
    if (taken % rowsBetween === 0) onRows(taken);
  };
  const sheets = table.sheets.map((sheet) => {
    const { records } = sheet;
    return {
      ...sheet,
      async *rows() {
        taken = 0;
        try {
          for await (const batch of sheet.rows()) {
            for (const row of batch) {
              take();
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
                  take();
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
