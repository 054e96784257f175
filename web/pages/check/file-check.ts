import type { CatalogDocument } from '../../../shared/catalog/document.ts';
import { mostReportBytes } from '../../../shared/submissions/report-file.ts';
import { ApiProblem } from '../../app/api.ts';
import { apiPath } from '../../app/api-path.ts';
import { CheckDesk, CheckFailure, type WorkerLike } from '../../engine/check-desk.ts';
import type { CheckSummary, CheckTrouble, Progress } from '../../engine/check-messages.ts';

/** The unit, form and period that a file is for. */
export type SlotAsked = { unit: string; form: string; period: string };

/** Why a file was checked without what the service would hold it against. */
export type WithoutContext = { why: 'problem'; problem: ApiProblem } | { why: 'other-version' };

export type CheckState =
  | { step: 'empty' }
  | { step: 'reading'; file: File; progress: Progress | null }
  | { step: 'checked'; file: File; summary: CheckSummary; without: WithoutContext | null }
  | { step: 'failed'; file: File; trouble: CheckTrouble };

/** What differs in tests: how a worker is started, and how the service is asked. */
type CheckParts = {
  start(): WorkerLike;
  ask<T>(address: string): Promise<T>;
};

/**
 * The check of one slot's file, and its result, which outlives the page: who leaves it, or must sign in again, finds it
 * as it was. A file that is chosen while another is read takes its place.
 */
export class FileCheck {
  readonly slot: SlotAsked;
  state: CheckState = { step: 'empty' };
  /** The worker that keeps the rows of the file that was checked. */
  desk: CheckDesk | null = null;
  /** True once a file can be read, also where the network goes from now on. */
  isReady = false;
  readonly #parts: CheckParts;
  /** Started before there is a file: reading begins at once then, also where the network has gone. */
  #next: CheckDesk | null;
  readonly #listeners = new Set<() => void>();

  constructor(slot: SlotAsked, parts: CheckParts) {
    this.slot = slot;
    this.#parts = parts;
    const first = new CheckDesk(parts.start());
    this.#next = first;
    first.catalog.then(
      () => {
        this.isReady = true;
        this.#become(this.state);
      },
      () => {
        // Its script did not come: another one is started when a file is to be read.
        if (this.#next === first) this.#next = null;
      },
    );
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads a file in a worker of its own, unless it is larger than what is taken; whatever was read before is let go. */
  async choose(file: File): Promise<void> {
    this.desk?.stop();
    this.desk = null;
    if (file.size > mostReportBytes) {
      this.#become({ step: 'failed', file, trouble: 'too-large' });
      return;
    }
    const desk = this.#next ?? new CheckDesk(this.#parts.start());
    this.#next = null;
    this.desk = desk;
    desk.onProgress = (progress) => {
      if (this.desk === desk) this.#become({ step: 'reading', file, progress });
    };
    this.#become({ step: 'reading', file, progress: null });
    try {
      const { context, catalog, without } = await this.#heldAgainst(desk);
      const summary = await desk.ask('check', { file, asked: this.slot, context, catalog });
      if (this.desk !== desk) return;
      const other: WithoutContext | null = summary.contextUsed ? null : { why: 'other-version' };
      this.#become({ step: 'checked', file, summary, without: without ?? other });
    } catch (fault) {
      if (this.desk !== desk) return;
      const trouble = fault instanceof CheckFailure ? fault.trouble : 'broken';
      if (trouble === 'stopped') return;
      if (trouble === 'broken') console.error(fault);
      this.#become({ step: 'failed', file, trouble });
    }
  }

  /** Stops reading, or forgets what was read. */
  drop(): void {
    this.desk?.stop();
    this.desk = null;
    this.#next ??= new CheckDesk(this.#parts.start());
    this.#become({ step: 'empty' });
  }

  /** Ends the workers: another slot's file is checked now. */
  end(): void {
    this.desk?.stop();
    this.#next?.stop();
  }

  /** What the service would hold the file against, and the catalogue that this names; null where it cannot be had. */
  async #heldAgainst(
    desk: CheckDesk,
  ): Promise<{ context: unknown; catalog: CatalogDocument | null; without: WithoutContext | null }> {
    const { unit, form, period } = this.slot;
    const address = apiPath`/v1/contexts/${unit}/${form}/${period}`;
    try {
      const context = await this.#parts.ask<{ catalog: string }>(address);
      const isBuiltIn = context.catalog === (await desk.catalog);
      const versions = apiPath`/v1/catalog/versions/${context.catalog}`;
      const catalog = isBuiltIn ? null : await this.#parts.ask<CatalogDocument>(versions);
      return { context, catalog, without: null };
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      return { context: null, catalog: null, without: { why: 'problem', problem: fault } };
    }
  }

  #become(state: CheckState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}
