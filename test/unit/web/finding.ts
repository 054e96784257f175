import type { Finding } from '../../../shared/normalisation/report.ts';

/** A finding that says no more than its code and message. */
export function findingWith(parts: Partial<Finding>): Finding {
  return {
    code: 'jump',
    severity: 'warning',
    at: null,
    got: null,
    expected: null,
    difference: null,
    hint: null,
    about: null,
    cause: null,
    message: { vi: 'Số liệu thay đổi rất nhiều.', en: 'The figure has changed.' },
    ...parts,
  };
}
