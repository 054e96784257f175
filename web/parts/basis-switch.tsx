import { useId } from 'preact/hooks';
import type { Basis } from '../../shared/aggregation/basis.ts';
import { useWords } from '../app/language.tsx';

const words = {
  vi: {
    legend: 'Bản đồ đơn vị',
    'as-reported': 'Theo kỳ báo cáo',
    current: '34 tỉnh, thành phố hiện nay',
  },
  en: { legend: 'Territory', 'as-reported': 'As it was in the period', current: 'The 34 units of today' },
};

/** On which map figures are told. */
export function BasisSwitch({ basis, onBasis }: { basis: Basis; onBasis: (basis: Basis) => void }) {
  const say = useWords(words);
  const name = useId();
  return (
    <fieldset class="basis">
      <legend>{say.legend}</legend>
      {(['current', 'as-reported'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === basis} onChange={() => onBasis(each)} />
          {say[each]}
        </label>
      ))}
    </fieldset>
  );
}

/** What an address says of it; today's map where it says nothing. */
export function basisIn(query: Record<string, string>): Basis {
  return query['co-so'] === 'as-reported' ? 'as-reported' : 'current';
}
