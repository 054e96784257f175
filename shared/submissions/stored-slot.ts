import { emptySlot, type Past, type Slot, type SlotKey, type Standing } from './slot.ts';

/** A version before a reason was asked for, a nil return could be signed, or a successor could sign. */
type Standing2 = Omit<Standing, 'why' | 'nil' | 'onBehalfOf'>;

/** As slots were kept before versions said why they replace another. */
export type Slot2 = Omit<Slot, 'schema' | 'standing' | 'history'> & {
  schema: 'slot/2';
  standing: Standing2 | null;
  history: (Standing2 & Pick<Past, 'withdrawn'>)[];
};

/** As slots were kept before anything could be withdrawn or extended. */
export type Slot1 = { schema: 'slot/1'; key: SlotKey; standing: Standing2; history: Standing2[] };

/** A stored slot of any version. @throws Error when its schema is none of ours */
export function slotFrom(stored: Slot1 | Slot2 | Slot): Slot {
  if (stored.schema === 'slot/3') return stored;
  if (stored.schema === 'slot/2') {
    const { standing, history } = stored;
    return {
      ...stored,
      schema: 'slot/3',
      standing: standing && withoutReason(standing),
      history: history.map(withoutReason),
    };
  }
  if (stored.schema !== 'slot/1') throw new Error('a stored slot of an unknown schema');
  const { key, standing, history } = stored;
  // The item's condition was the version, which every change of a slot/1 raised by one.
  return {
    ...emptySlot(key),
    revision: standing.version,
    standing: withoutReason(standing),
    history: history.map(withoutReason),
  };
}

function withoutReason<V extends Standing2>(version: V): V & Standing {
  return { ...version, why: null, nil: false, onBehalfOf: null };
}
