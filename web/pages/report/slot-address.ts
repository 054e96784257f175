import { apiPath } from '../../app/api-path.ts';

/** A unit's place for a report of a form in a period. */
export type Slot = { unit: string; form: string; period: string };

/** Where a unit's report of a form and period stands in the portal. */
export function slotAddress(slot: Slot): `/${string}` {
  return `/bao-cao/${slot.unit}/${slot.form}/${slot.period}`;
}

/** Where the API tells what was sent for a slot, the newest first. */
export function sentOf({ unit, form, period }: Slot, limit: number): string {
  return apiPath`/v1/submissions?unit=${unit}&form=${form}&period=${period}&limit=${limit}`;
}
