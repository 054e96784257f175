import { Refusal } from '../../../shared/refusal.ts';

/** The refusal's code, and each wrong field with its fault; then what is in the way, where that is told. */
export async function refused(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('it was not refused');
  const about = Object.entries(error.about ?? {}).map(([name, value]) => `${name} ${value}`);
  return [error.code, ...error.fields.map(({ field, fault }) => `${field} ${fault}`), ...about];
}
