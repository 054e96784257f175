/** After so many steps along a cluster a text is not looked up any more: a file cannot make a lookup long. */
const longestProbe = 64;

/**
 * Numbers texts by their bytes, so that what a column repeats is decoded and checked once. Bounded: when it is
 * full, new texts get no number and are checked each time.
 */
export class ByteDictionary {
  size = 0;
  readonly #mostEntries: number;
  readonly #mostBytes: number;
  #slots = new Int32Array(1_024).fill(-1);
  #hashes = new Int32Array(512);
  #ends = new Int32Array(513);
  #arena = new Uint8Array(16_384);
  #arenaView = viewOf(this.#arena);
  /** The bytes in which the last text stood, and a view of them. */
  #seen: Uint8Array = this.#arena;
  #view = this.#arenaView;
  /** The number that followed each number last time: tables are sorted, so it mostly follows again. */
  #followers = new Int32Array(512);
  #last = 0;

  constructor(mostEntries = 65_536, mostBytes = 8 * 2 ** 20) {
    this.#mostEntries = mostEntries;
    this.#mostBytes = mostBytes;
  }

  /** @returns the text's number; `size - 1` right after it grew means a text that is new; -1: it is full */
  idOf(bytes: Uint8Array, from: number, to: number): number {
    const guess = this.#followers[this.#last] as number;
    if (guess < this.size && this.#holds(guess, bytes, from, to)) {
      this.#last = guess;
      return guess;
    }
    const id = this.#find(bytes, from, to);
    if (id >= 0) {
      this.#followers[this.#last] = id;
      this.#last = id;
    }
    return id;
  }

  #find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(this.#viewOf(bytes), from, to);
    const mask = this.#slots.length - 1;
    for (let step = 0, slot = hash & mask; step < longestProbe; step += 1, slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id < 0) return this.#add(bytes, from, to, { hash, slot });
      if (this.#hashes[id] === hash && this.#holds(id, bytes, from, to)) return id;
    }
    return -1;
  }

  #holds(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[id] as number;
    const length = to - from;
    if ((this.#ends[id + 1] as number) - start !== length) return false;
    const view = this.#viewOf(bytes);
    const known = this.#arenaView;
    // Four bytes at a time, and from behind: what names things differs in its last digits.
    let at = length - 4;
    for (; at >= 0; at -= 4) if (known.getInt32(start + at) !== view.getInt32(from + at)) return false;
    for (at += 3; at >= 0; at -= 1) if (known.getUint8(start + at) !== view.getUint8(from + at)) return false;
    return true;
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (bytes === this.#seen) return this.#view;
    this.#seen = bytes;
    this.#view = viewOf(bytes);
    return this.#view;
  }

  #add(bytes: Uint8Array, from: number, to: number, { hash, slot }: { hash: number; slot: number }): number {
    const start = this.#ends[this.size] as number;
    const end = start + to - from;
    if (this.size >= this.#mostEntries || end > this.#mostBytes) return -1;
    if (end > this.#arena.length) {
      this.#arena = longerBytes(this.#arena, Math.max(end, 2 * this.#arena.length));
      this.#arenaView = viewOf(this.#arena);
    }
    this.#arena.set(bytes.subarray(from, to), start);
    const id = this.size;
    this.size += 1;
    this.#hashes[id] = hash;
    this.#ends[this.size] = end;
    this.#slots[slot] = id;
    if (this.size === this.#hashes.length) this.#grow();
    return id;
  }

  #grow(): void {
    const room = 2 * this.size;
    this.#hashes = longer(this.#hashes, room);
    this.#followers = longer(this.#followers, room);
    this.#ends = longer(this.#ends, room + 1);
    this.#slots = new Int32Array(2 * room).fill(-1);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      let slot = (this.#hashes[id] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

/** Numbers pairs of numbers; -1 when it is full. */
export class PairDictionary {
  size = 0;
  readonly #most: number;
  #slots = new Int32Array(1_024).fill(-1);
  #pairs = new Int32Array(1_024);

  constructor(most = 262_144) {
    this.#most = most;
  }

  idOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = pairHash(first, second) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id < 0) return this.#add(first, second, slot);
      if (this.#pairs[2 * id] === first && this.#pairs[2 * id + 1] === second) return id;
    }
  }

  #add(first: number, second: number, slot: number): number {
    if (this.size >= this.#most) return -1;
    const id = this.size;
    this.size += 1;
    this.#slots[slot] = id;
    this.#pairs[2 * id] = first;
    this.#pairs[2 * id + 1] = second;
    if (2 * this.size === this.#pairs.length) this.#grow();
    return id;
  }

  #grow(): void {
    this.#pairs = longer(this.#pairs, 4 * this.size);
    this.#slots = new Int32Array(4 * this.size).fill(-1);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      let slot = pairHash(this.#pairs[2 * id] as number, this.#pairs[2 * id + 1] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

/** All of a short text; of a longer one its start, its end and some places between, four bytes at a time. */
function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from;
  let hash = length;
  if (length < 4) {
    for (let at = from; at < to; at += 1) hash = mixed(hash, view.getUint8(at));
  } else {
    const last = to - 4;
    const step = length <= 32 ? 4 : Math.floor(length / 6);
    for (let at = from; at < last; at += step) hash = mixed(hash, view.getInt32(at));
    hash = mixed(hash, view.getInt32(last));
  }
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 13);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function pairHash(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(length);
  next.set(array);
  return next;
}

function longerBytes(array: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(length);
  next.set(array);
  return next;
}
