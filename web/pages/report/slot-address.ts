/** A unit's place for a report of a form in a period. */
export type Slot = { unit: string; form: string; period: string };

/** Where a unit's report of a form and period stands in the portal. */
export function slotAddress(slot: Slot): `/${string}` {
  return `/bao-cao/${slot.unit}/${slot.form}/${slot.period}`;
}

/** The query that the API's routes about a slot take. */
export function slotQuery({ unit, form, period }: Slot): string {
  return new URLSearchParams({ unit, form, period }).toString();
}
