import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import { useScoredRounds } from '../../app/scored-rounds.ts';
import { useQuery } from '../../app/use-query.ts';
import { useToldRounds } from '../../app/use-told-rounds.ts';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { basisIn } from '../../parts/basis-switch.tsx';
import { UnitScores } from './unit-scores.tsx';
import { UnitSeries } from './unit-series.tsx';

/** Where a province stands and stood: both parts are read from the same series. */
export function UnitFigures({ book, unit }: { book: UnitBook; unit: Unit }) {
  const { query } = useQuery();
  const rounds = useScoredRounds();
  const basis = livesOn(unit, book.today) ? basisIn(query) : 'as-reported';
  // On the map of each period a unit of today has no past of its own: those that it was made of have.
  const shown: [Unit, ...Unit[]] = basis === 'current' ? [unit] : [unit, ...kinOf(book, unit).predecessors];
  const told = useToldRounds(rounds.answer.state === 'ready' ? rounds.answer.value : null, {
    units: shown.map(({ id }) => id),
    basis,
  });
  const answer = rounds.answer.state === 'failed' ? rounds.answer : told.answer;
  const reload = () => {
    rounds.reload();
    told.reload();
  };
  return (
    <>
      <UnitScores book={book} unit={unit} basis={basis} told={answer} reload={reload} />
      <UnitSeries book={book} units={shown} basis={basis} told={answer} reload={reload} />
    </>
  );
}
