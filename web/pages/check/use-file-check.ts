import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../app/api.ts';
import { onLeave } from '../../app/session.ts';
import { startWorker } from '../../engine/check-desk.ts';
import { type CheckState, FileCheck, type SlotAsked } from './file-check.ts';
import { KeptCheck } from './kept-check.ts';

const kept = new KeptCheck(
  (slot) => new FileCheck(slot, { start: startWorker, ask: (address) => ask('GET', address) }),
);
onLeave(() => kept.drop());

/** The check of a slot's file and how far it is; the result is still there when the same reader comes back. */
export function useFileCheck(slot: SlotAsked): { check: FileCheck; state: CheckState } {
  const check = kept.of(slot);
  const [, setRound] = useState(0);
  useEffect(() => {
    const again = () => setRound((before) => before + 1);
    const ends = [check.listen(again), onLeave(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [check]);
  return { check, state: check.state };
}
