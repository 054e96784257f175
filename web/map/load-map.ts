import { outlinesIn, type Provinces, type UnitMap } from './outlines.ts';
import address from './viet-nam.topojson';

let asked: Promise<Provinces> | undefined;

/**
 * The map of the 63 provinces, or of today's 34 units, which are merged of them.
 * @throws TypeError when it cannot be reached; Error when it is not there
 */
export async function loadMap(map: '34' | '63'): Promise<UnitMap> {
  asked ??= fetch(address).then(
    async (answer) => {
      if (answer.ok) return (await answer.json()) as Provinces;
      asked = undefined;
      throw new Error(`${address}: HTTP ${answer.status}`);
    },
    (fault) => {
      asked = undefined;
      throw fault;
    },
  );
  return outlinesIn(await asked, map);
}
