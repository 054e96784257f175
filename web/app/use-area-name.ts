import { useLanguage } from './language.tsx';
import { unitNameIn, useUnits } from './use-units.ts';

/** How a unit that a form is about is called; its id where the catalogue does not say. */
export function useAreaName(): (area: string) => string {
  const language = useLanguage();
  const { answer } = useUnits();
  return (area) => {
    const book = answer.state === 'ready' ? answer.value : null;
    const unit = book?.units.get(area);
    return book && unit ? unitNameIn(book, unit, language) : area;
  };
}
