import { useLanguage } from './language.tsx';
import { unitNameIn, useUnits } from './use-units.ts';

/** How a unit is called, be it one that reports or one that a form is about; its id where the catalogue does not say. */
export function useAreaName(): (area: string) => string {
  const language = useLanguage();
  const { answer } = useUnits();
  return (area) => {
    const book = answer.state === 'ready' ? answer.value : null;
    const unit = book?.units.get(area);
    return book && unit ? unitNameIn(book, unit, language) : area;
  };
}
