import { silenceOf } from '../../../shared/aggregation/round.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { whyNone } from '../../format/why-none.ts';
import type { IndicatorShown } from './indicator-view.tsx';
import { refusedIn } from './units-order.ts';
import { words } from './words.ts';

/** Of whom there is no figure: who has not given one, and whose cannot be carried to today's map. */
export function UnitsWithout(shown: IndicatorShown) {
  const say = useWords(words);
  const { listed, item } = shown;
  const { missing } = item.coverage;
  const silence = silenceOf(listed.askedBy.find(({ code }) => code === shown.form));
  return (
    <>
      <section aria-labelledby="con-thieu">
        <h2 id="con-thieu">{say.missingUnits[silence]}</h2>
        {missing.length === 0 ? (
          <p>{say.noneMissing}</p>
        ) : (
          <p lang="vi">{missing.map((unit) => unit.name).join(', ')}</p>
        )}
      </section>
      <Refused {...shown} />
    </>
  );
}

/** What cannot be carried to today's map is refused, with its reason. */
function Refused({ item, basis }: IndicatorShown) {
  const say = useWords(words);
  const language = useLanguage();
  const refused = refusedIn(item.units);
  if (basis !== 'current' || refused.length === 0) return null;
  return (
    <section aria-labelledby="khong-quy-doi">
      <h2 id="khong-quy-doi">{say.refused}</h2>
      <p>{say.refusedWhy}</p>
      <ul>
        {refused.map(({ unit, name, reason }) => (
          <li key={unit}>
            <span lang="vi">{name}</span>: {whyNone(reason, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}
