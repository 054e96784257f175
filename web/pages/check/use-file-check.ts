import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../app/api.ts';
import { startWorker } from '../../engine/check-desk.ts';
import { type CheckState, FileCheck, type SlotAsked } from './file-check.ts';

/** The check of the slot that was opened last; its worker holds the rows of a file, so there is one at a time. */
let kept: FileCheck | undefined;

function checkFor(slot: SlotAsked): FileCheck {
  const isSame =
    kept?.slot.unit === slot.unit && kept.slot.form === slot.form && kept.slot.period === slot.period;
  if (kept === undefined || !isSame) {
    kept?.end();
    kept = new FileCheck(slot, { start: startWorker, ask: (address) => ask('GET', address) });
  }
  return kept;
}

/** The check of a slot's file and how far it is; the result is still there when the reader comes back. */
export function useFileCheck(slot: SlotAsked): { check: FileCheck; state: CheckState } {
  const check = checkFor(slot);
  const [, setRound] = useState(0);
  useEffect(() => check.listen(() => setRound((before) => before + 1)), [check]);
  return { check, state: check.state };
}
