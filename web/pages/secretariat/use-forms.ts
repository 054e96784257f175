import type { Unit } from '../../../shared/catalog/schema.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { useUnits } from '../../app/use-units.ts';

/** The units of the catalogue, none until they are there, and how each is called today. */
export function useUnitNames(): { units: readonly Unit[]; nameOf: (id: string) => string } {
  const { answer } = useUnits();
  const nameOf = useAreaName();
  return { units: answer.state === 'ready' ? [...answer.value.units.values()] : [], nameOf };
}
