/**
 * The terms of many articles with their tfs, in 2 to 3 bytes a term. Terms are numbers, the commonest the lowest, and those of an article ascend:
 * each is written as its distance from the one before with four bits for the tf, 7 bits to a byte, the lowest first.
 */
export interface PackedTerms {
  readonly bytes: Uint8Array;
  /** Terms of article i: from starts[i] to starts[i + 1] of `bytes`. */
  readonly starts: Uint32Array;
  /** The 15 tfs that four bits can tell; another one stands in a byte of its own. */
  readonly tfs: Uint8Array;
}

const TF_BITS = 4;
const OTHER_TF = 2 ** TF_BITS - 1;

/** The tfs that are met most often, by how often each of the 256 is met. */
export function commonestTfs(met: Uint32Array): readonly number[] {
  return Array.from(met.keys())
    .sort((a, b) => (met[b] ?? 0) - (met[a] ?? 0))
    .slice(0, OTHER_TF);
}

/** Bytes that so many terms take at most, where so many different ones are known. */
export function mostBytes(terms: number, known: number): number {
  return terms * (Math.ceil((Math.log2(known + 1) + TF_BITS) / 7) + 1);
}

/** A term and its tf as one number, so that they are sorted together. */
export function toPair(term: number, tf: number): number {
  return term * 256 + tf;
}

export function fromPair(pair: number): { readonly term: number; readonly tf: number } {
  return { term: Math.floor(pair / 256), tf: pair % 256 };
}

/** Writes terms of one article behind the other. */
export class TermPacker {
  readonly #packed: PackedTerms;
  readonly #codes = new Uint8Array(256).fill(OTHER_TF);
  #article = 0;
  #end = 0;

  /** `packed` has room: `mostBytes` and the number of articles and one. */
  constructor(packed: PackedTerms) {
    this.#packed = packed;
    for (const [code, tf] of packed.tfs.entries()) this.#codes[tf] = code;
  }

  /** The next article's terms, as ascending pairs. */
  add(pairs: readonly number[]): void {
    const { bytes, starts } = this.#packed;
    let previous = -1;
    let at = this.#end;
    for (const pair of pairs) {
      const { term, tf } = fromPair(pair);
      const code = this.#codes[tf] ?? OTHER_TF;
      let token = (((term - previous - 1) << TF_BITS) | code) >>> 0;
      previous = term;
      for (; token > 127; token >>>= 7) bytes[at++] = (token & 127) | 128;
      bytes[at++] = token;
      if (code === OTHER_TF) bytes[at++] = tf;
    }
    this.#end = at;
    this.#article += 1;
    starts[this.#article] = at;
  }
}

/** Tells of each term of an article its number and its tf, in ascending order. */
export function forEachPacked(
  { bytes, starts, tfs }: PackedTerms,
  article: number,
  act: (term: number, tf: number) => void,
): void {
  const end = starts[article + 1] ?? 0;
  let term = -1;
  for (let at = starts[article] ?? 0; at < end;) {
    let byte = bytes[at++] ?? 0;
    let token = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      token |= (byte & 127) << shift;
    }
    const code = token & OTHER_TF;
    term += (token >>> TF_BITS) + 1;
    act(term, code === OTHER_TF ? (bytes[at++] ?? 0) : (tfs[code] ?? 0));
  }
}

const SLOTS = 1024;

/** One article's terms, laid out so that others are compared with it at once; at most 1,000. */
export class LaidOut {
  readonly #packed: PackedTerms;
  readonly #terms = new Int32Array(SLOTS);
  readonly #weights = new Float64Array(SLOTS);

  constructor(packed: PackedTerms) {
    this.#packed = packed;
  }

  /** Takes the place of the article before. */
  lay(terms: Uint32Array, weightOf: (index: number) => number): void {
    this.#terms.fill(-1);
    for (const [index, term] of terms.entries()) {
      let slot = slotOf(term);
      while (this.#terms[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
      this.#terms[slot] = term;
      this.#weights[slot] = weightOf(index);
    }
  }

  /** The sum over the terms that another has, too, of its tf times the weight here; `forEachPacked` written out, because most of a rebuild's time is spent here. */
  sumWith(article: number): number {
    const { bytes, starts, tfs } = this.#packed;
    const [terms, weights] = [this.#terms, this.#weights];
    const end = starts[article + 1] ?? 0;
    let [term, sum] = [-1, 0];
    for (let at = starts[article] ?? 0; at < end;) {
      let byte = bytes[at++] ?? 0;
      let token = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        token |= (byte & 127) << shift;
      }
      const code = token & OTHER_TF;
      const tf = code === OTHER_TF ? (bytes[at++] ?? 0) : (tfs[code] ?? 0);
      term += (token >>> TF_BITS) + 1;
      for (let slot = slotOf(term); terms[slot] !== -1; slot = (slot + 1) & (SLOTS - 1)) {
        if (terms[slot] !== term) continue;
        sum += tf * (weights[slot] ?? 0);
        break;
      }
    }
    return sum;
  }
}

/** Fibonacci hashing: common terms are neighbours. */
function slotOf(term: number): number {
  return Math.imul(term, 0x9e3779b1) >>> 22;
}
