import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { actOf } from '../../format/sources.ts';
import { nationFormula, ownFormula } from '../indicators/formula.ts';
import { words } from './words.ts';

/** The formula of a unit's figure and of the nation's, and the decision that asks for it. */
export function Formula({ indicator }: { indicator: Indicator }) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <section aria-labelledby="cong-thuc">
      <h2 id="cong-thuc">{say.formula}</h2>
      <p>
        {indicator.names[language]} = {ownFormula(indicator, language)}.
      </p>
      <p>{nationFormula(indicator, language)}</p>
      <p class="soft">
        {say.source}: <span lang="vi">{actOf(indicator.source)}</span>
      </p>
    </section>
  );
}
