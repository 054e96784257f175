/** What a ticket is asked for, by the name of a report's file; the service reads a file by its content, whatever stands here. */
export function contentTypeOf(name: string): string {
  const [, ending = ''] = /\.([^./\\]+)$/.exec(name) ?? [];
  return types.get(ending.toLowerCase()) ?? 'application/octet-stream';
}

const types: ReadonlyMap<string, string> = new Map([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.12'],
  ['xls', 'application/vnd.ms-excel'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['txt', 'text/plain'],
]);
