import type { Catalog } from './catalog.ts';
import { type CatalogDocument, catalogOf } from './document.ts';

/** One publication: which version, made from which, by whom, when (ISO 8601, UTC) and why. */
export type Publication = {
  version: string;
  base: string;
  /** The draft that was published: the digest of the document. */
  draft: string;
  by: string;
  at: string;
  why: string;
  /** The standing submissions that were accepted to fail under it, by id. */
  accepted: readonly string[];
};

/** Which catalogue is published. Each publication before it is kept under its version: `last.base` was the one before. */
export type Published = {
  schema: 'published/1';
  /** Counts the publications: the condition of the next. */
  revision: number;
  last: Publication;
};

/** Where published catalogues are kept. */
export type CatalogReader = {
  published(): Promise<Published | undefined>;
  /** How a version was published; undefined: it was not. */
  publication(version: string): Promise<Publication | undefined>;
  document(version: string): Promise<CatalogDocument | undefined>;
};

/** A catalogue, and the how-manieth publication it is: 0 while it is the one that the code brings. */
export type Numbered = { catalog: Catalog; publication: number };

/** The catalogues of the service. A published version never changes, so each is loaded once. */
export type Catalogs = {
  /**
   * The catalogue that is published.
   * @param at the time of the event (ISO 8601): within 30 s of the last reading, nothing is asked; null: read anew
   */
  current(at: string | null): Promise<Catalog>;
  /** The catalogue that is published, read anew, and which publication it is. */
  latest(): Promise<Numbered>;
  /** The one that was published last by an instant (ISO 8601, UTC). */
  asOf(instant: string): Promise<Catalog>;
  /** Undefined where no version of that name is held. */
  version(version: string): Promise<Catalog | undefined>;
};

/** How long a warm function trusts what it read: so many seconds after a publication, all read under it. */
const trustedSeconds = 30;
/** Versions held at once: the current one and those of files whose reading had begun before it. */
const mostHeld = 8;

/**
 * The catalogues that are published, on top of the one that the code brings: that one is current until another is
 * published, and the base of the first.
 */
export function catalogsFrom(reader: CatalogReader, builtIn: Catalog): Catalogs {
  const held = new Map<string, Promise<Catalog | undefined>>();
  let read: { published: Published | undefined; at: number | null } | undefined;
  const load = async (version: string) => {
    const document = await reader.document(version);
    if (document) return catalogOf(document);
    return version === builtIn.version ? builtIn : undefined;
  };
  const version = (name: string) => {
    const known = held.get(name);
    if (known) return known;
    const loading = load(name);
    const oldest = held.keys().next().value;
    if (held.size >= mostHeld && oldest !== undefined) held.delete(oldest);
    held.set(name, loading);
    // What failed, or is not there yet, is asked again.
    const forget = () => void held.delete(name);
    loading.then((found) => found ?? forget(), forget);
    return loading;
  };
  const required = async (name: string) => {
    const found = await version(name);
    if (!found) throw new Error(`the catalogue ${name} is published, but its document is not there`);
    return found;
  };
  const lastOf = (published: Published | undefined) => {
    const last = published?.last;
    return last ? required(last.version) : builtIn;
  };
  return {
    version,
    async latest() {
      const published = await reader.published();
      return { catalog: await lastOf(published), publication: published?.revision ?? 0 };
    },
    async current(at) {
      const now = at === null ? null : Date.parse(at);
      if (!read || !isRecent(read.at, now)) read = { published: await reader.published(), at: now };
      return lastOf(read.published);
    },
    async asOf(instant) {
      let last = (await reader.published())?.last;
      if (!last) return builtIn;
      let version = last.version;
      while (last && last.at > instant) {
        version = last.base;
        last = await reader.publication(version);
      }
      return required(version);
    },
  };
}

function isRecent(readAt: number | null, now: number | null): boolean {
  return readAt !== null && now !== null && Math.abs(now - readAt) < trustedSeconds * 1000;
}

/** Always the same one: for tests of what does not ask the table. */
export function onlyCatalog(catalog: Catalog): Catalogs {
  return {
    current: async () => catalog,
    latest: async () => ({ catalog, publication: 0 }),
    asOf: async () => catalog,
    version: async (version) => (version === catalog.version ? catalog : undefined),
  };
}
