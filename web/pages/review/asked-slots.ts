import type { Form } from '../../../shared/catalog/schema.ts';
import { newestVersions } from '../../app/newest-versions.ts';

/** The forms that somebody owes by a day, each in its newest version. */
export function formsOwed(forms: readonly Form[]): Form[] {
  return newestVersions(forms).filter(({ owed }) => owed !== false);
}
