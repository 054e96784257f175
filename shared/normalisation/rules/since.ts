/** Rules that follow from what a figure is hold in every period that can be reported. */
export const always = { from: '2000-Q1', to: null } as const;
