import { type ArticlesMemory, raritiesOf } from './archive-memory.ts';
import type { KeyBits } from './archive-postings.ts';
import type { CountTable } from './count-table.ts';
import type { Rarity } from './frequencies.ts';
import { hash32, hashPair } from './hash32.ts';
import { fromPair, TermPacker, toPair } from './packed-terms.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { forEachTerm, signatureBytes, type TermsRow } from './stored.ts';

/** Fills the memory of an archive row by row. */
export class ArchiveFiller {
  readonly #memory: ArticlesMemory;
  readonly #numbers: CountTable;
  readonly #rarities: readonly Rarity[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #packer: TermPacker;
  readonly #keys: KeyBits;
  readonly #occurrences: number;
  readonly #encoder = new TextEncoder();
  #articles = 0;
  #ids = 0;
  #terms = 0;

  /** `numbers` tells of a term of a language its number, from 1; 0 where it is not kept. There is room for so many `occurrences` of terms. */
  constructor(memory: ArticlesMemory, numbers: CountTable, occurrences: number) {
    this.#memory = memory;
    this.#numbers = numbers;
    this.#rarities = raritiesOf(memory);
    this.#places = new Map(memory.languages.map((lang, place) => [lang, place]));
    this.#packer = new TermPacker(memory.packed);
    this.#keys = { starts: new Uint32Array(memory.size + 1), bits: new Uint8Array(Math.ceil(occurrences / 8)) };
    this.#occurrences = occurrences;
  }

  /** The next article; false where there is no room for it, because it is new since it was counted. */
  add({ _id, lang, at, keys, terms, signature }: TermsRow): boolean {
    const { size, idBytes, dates, langs, signatures } = this.#memory;
    const [article, place, id] = [this.#articles, this.#places.get(lang), this.#encoder.encode(_id)];
    if (article >= size || place === undefined || this.#ids + id.length > idBytes.length) return false;
    const pairs = this.#pairsOf(lang, terms);
    if (this.#terms + pairs.length > this.#occurrences) return false;
    this.#packer.add(pairs);
    this.#weigh(article, place, pairs);
    this.#markKeys(keys, pairs);
    idBytes.set(id, this.#ids);
    this.#ids += id.length;
    dates[article] = at.getTime();
    langs[article] = place;
    signatures.set(signatureBytes(signature).subarray(0, SIGNATURE_BYTES), article * SIGNATURE_BYTES);
    this.#endArticle();
    return true;
  }

  /** Of rows that went away meanwhile nothing is left but empty articles. */
  end(): { readonly articles: ArticlesMemory; readonly keys: KeyBits } {
    while (this.#articles < this.#memory.size) {
      this.#packer.add([]);
      this.#endArticle();
    }
    return { articles: this.#memory, keys: this.#keys };
  }

  #endArticle(): void {
    this.#articles += 1;
    this.#memory.idStarts[this.#articles] = this.#ids;
    this.#keys.starts[this.#articles] = this.#terms;
  }

  /** Ascending. */
  #pairsOf(lang: string, terms: TermsRow['terms']): readonly number[] {
    const language = hash32(lang);
    const pairs: number[] = [];
    forEachTerm(terms, (hash, tf) => {
      const number = this.#numbers.get(hashPair(language, hash));
      if (number === 0) return;
      pairs.push(toPair(number - 1, tf));
      this.#memory.hashes[number - 1] = hash;
    });
    return pairs.sort((a, b) => a - b);
  }

  #weigh(article: number, place: number, pairs: readonly number[]): void {
    const rarity = this.#rarities[place];
    let squares = 0;
    for (const pair of pairs) {
      const { term, tf } = fromPair(pair);
      squares += (tf * (rarity?.(term) ?? 0)) ** 2;
    }
    this.#memory.lengths[article] = Math.sqrt(squares);
  }

  #markKeys(keys: readonly number[], pairs: readonly number[]): void {
    const { bits } = this.#keys;
    const own = new Set(keys.map((key) => this.#numbers.get(key >>> 0) - 1));
    for (const pair of pairs) {
      const at = this.#terms++;
      if (own.has(fromPair(pair).term)) bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
    }
  }
}
