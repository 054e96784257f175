import type { Form } from '../../shared/catalog/schema.ts';
import type { Language } from '../app/language.tsx';
import { newestVersions } from '../app/newest-versions.ts';
import type { Choice } from './choice-field.tsx';

/** Forms to choose from, each once, by the name of its newest version. */
export function formChoices(forms: readonly Form[], language: Language): Choice[] {
  return newestVersions(forms).map(({ code, names }) => [code, names[language]]);
}
