/** What a finding says, in both languages: what is wrong and what to do. */
export type Message = { severity: 'error' | 'warning'; vi: string; en: string };

export const error = (vi: string, en: string): Message => ({ severity: 'error', vi, en });
export const warning = (vi: string, en: string): Message => ({ severity: 'warning', vi, en });
