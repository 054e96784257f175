import type { Region } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Field } from '../../parts/field.tsx';
import { words } from './words.ts';

/** The whole country, or one of the regions of its map. */
export function RegionField({
  choices,
  region,
  onRegion,
}: {
  choices: readonly Region[];
  region: Region | undefined;
  onRegion: (id: string) => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <div class="filters">
      <Field
        id="vung"
        label={say.region}
        control={(tied) => (
          <select
            {...tied}
            value={region?.id ?? ''}
            onChange={(event) => onRegion(event.currentTarget.value)}
          >
            <option value="">{say.everyRegion}</option>
            {choices.map(({ id, names }) => (
              <option key={id} value={id}>
                {names[language]}
              </option>
            ))}
          </select>
        )}
      />
    </div>
  );
}
