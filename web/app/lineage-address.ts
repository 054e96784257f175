/** The address of where a figure comes from. */
export function lineageAddress(of: {
  unit: string;
  form: string;
  period: string;
  indicator: string;
}): string {
  const { unit, form, period, indicator } = of;
  return `/nguon-goc?don-vi=${unit}&bieu=${form}&ky=${period}&chi-tieu=${encodeURIComponent(indicator)}`;
}
