import { useEffect, useState } from 'preact/hooks';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { nameOn } from '../../../shared/catalog/unit.ts';
import { businessNow } from '../../app/clock.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { dayOf } from '../../format/days.ts';

/** A unit's name today; its identity until that is known, or where it is not. */
export function UnitName({ unit }: { unit: string }) {
  const { answer } = useAnswer<{ items: Unit[] }>('/v1/public/catalog/units');
  const [today, setToday] = useState<string | null>(null);
  useEffect(() => {
    businessNow().then(
      (now) => setToday(dayOf(new Date(now).toISOString())),
      () => {},
    );
  }, []);
  const found = answer.state === 'ready' ? answer.value.items.find(({ id }) => id === unit) : undefined;
  if (found === undefined || today === null) return <>{unit}</>;
  return (
    <a href={`/don-vi/${encodeURIComponent(unit)}`} lang="vi">
      {nameOn(found, today).full}
    </a>
  );
}
