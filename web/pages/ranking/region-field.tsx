import type { Region } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
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
      <ChoiceField
        id="vung"
        label={say.region}
        value={region?.id ?? ''}
        choices={[['', say.everyRegion], ...choices.map(({ id, names }) => [id, names[language]] as const)]}
        onChoose={onRegion}
      />
    </div>
  );
}
