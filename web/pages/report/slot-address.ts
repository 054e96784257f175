/** Where a unit's report of a form and period stands in the portal. */
export function slotAddress(slot: { unit: string; form: string; period: string }): `/${string}` {
  return `/bao-cao/${slot.unit}/${slot.form}/${slot.period}`;
}

/** The query that the API's routes about a slot take. */
export function slotQuery({ unit, form, period }: { unit: string; form: string; period: string }): string {
  return new URLSearchParams({ unit, form, period }).toString();
}
