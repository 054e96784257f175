import { newestOnly } from '../../app/newest-only.ts';
import type { CheckDesk } from '../../engine/check-desk.ts';
import type { LineView } from '../../engine/check-messages.ts';

/** On which page of which view a line is shown. */
export type LinePlace = { view: LineView; page: number };

/** Asks where lines are shown; an answer that comes after something else was chosen counts no more. */
export class LineFinder {
  readonly #desk: Pick<CheckDesk, 'ask'>;
  readonly #begin = newestOnly();

  constructor(desk: Pick<CheckDesk, 'ask'>) {
    this.#desk = desk;
  }

  /** @returns null where something else was chosen meanwhile @throws what the worker fails with, unless so */
  async find(line: number, view: LineView): Promise<LinePlace | null> {
    const isNewest = this.#begin();
    try {
      const found = await this.#desk.ask('locate', { line, view });
      return isNewest() ? found : null;
    } catch (fault) {
      if (isNewest()) throw fault;
      return null;
    }
  }

  /** The reader chose what is shown. */
  leave(): void {
    this.#begin();
  }
}
