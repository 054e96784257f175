/**
 * A record as it was kept, of one of the shapes that its reader knows.
 * @throws Error when it is of another: a record that cannot be read is a fault, and is never guessed at
 */
export function storedAs<T extends { schema: string }>(text: string, ...schemas: readonly T['schema'][]): T {
  const record = JSON.parse(text) as Partial<T> | null;
  if (record?.schema === undefined || !schemas.includes(record.schema)) {
    throw new Error(`a stored record of the schema ${record?.schema}, and not ${schemas.join(' or ')}`);
  }
  return record as T;
}
