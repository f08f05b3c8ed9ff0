import type { Binary } from 'mongodb';
import { chooseCandidates, LIMITS, mostCandidates, planReads } from './candidates.ts';
import type { FrequencyBook } from './frequency-book.ts';
import { groundsOf } from './grounds.ts';
import { packTold, type PoolEntry } from './pool.ts';
import { directScore, sharedTerms, type Compared } from './score.ts';
import { keyOf, signatureBytes, unpackTerms } from './stored.ts';
import type { FreshTerms } from './terms-row.ts';
import type { TermsRepository } from './terms.repository.ts';
import { heaviestWeights, toVector } from './vector.ts';

/** Candidates that are remembered while a batch is worked on: 20 MB. */
const MOST_SEEN = 10_000;
/** Keys that are remembered, of 500 ids each at most: 40 MB. */
const MOST_POSTINGS = 1000;

/** Another article of the same batch's work. */
interface Seen {
  readonly compared: Compared;
  readonly signature: Binary;
}

/** An article close to another: as it stands in that one's pool, and that one in its. */
export interface Neighbour extends PoolEntry {
  /** For the neighbour's own pool: what is told is the same on either side. */
  readonly back: PoolEntry;
}

/** Finds neighbours for the articles of one batch, whose own terms are stored; what it reads it remembers. */
export class CandidateSearch {
  readonly #book: FrequencyBook;
  readonly #terms: TermsRepository;
  /** Ids by stored key, of keys that few articles have. */
  readonly #postings = new Map<number, readonly string[]>();
  readonly #seen = new Map<string, Seen>();

  constructor(book: FrequencyBook, terms: TermsRepository) {
    this.#book = book;
    this.#terms = terms;
  }

  /** The closest neighbours of an article, strongest first. */
  async neighboursOf({ row, terms, wording }: FreshTerms): Promise<readonly Neighbour[]> {
    const { _id: id, lang, at } = row;
    const rarity = this.#book.rarityIn(lang);
    const own: Compared = { vector: toVector(terms, rarity), date: at.getTime() };
    const candidates = await this.#candidatesOf(id, lang, at, own);
    const unseen = candidates.filter((one) => !this.#seen.has(one));
    for (const other of await this.#terms.listByIds(unseen)) {
      const compared = { vector: toVector(unpackTerms(other.terms), rarity), date: other.at.getTime() };
      this.#seen.set(other._id, { compared, signature: other.signature });
    }
    return candidates
      .flatMap((one) => {
        const other = this.#seen.get(one);
        const direct = other ? directScore(own, other.compared) : 0;
        return other && direct > 0 ? [{ id: one, direct, other }] : [];
      })
      .sort((a, b) => b.direct - a.direct || (a.id < b.id ? -1 : 1))
      .slice(0, LIMITS.neighbours)
      .map(({ id: one, direct, other: { compared, signature } }) => {
        const grounds = groundsOf(sharedTerms(own, compared), wording);
        const told = (by: Binary): Uint8Array => packTold(signatureBytes(by), grounds);
        return { id: one, direct, told: told(signature), back: { id, direct, told: told(row.signature) } };
      });
  }

  /** Those that are compared in full. */
  async #candidatesOf(id: string, lang: string, at: Date, { vector }: Compared): Promise<readonly string[]> {
    const keys = heaviestWeights(vector, LIMITS.keys).map(({ hash: term, weight }) => {
      const hash = keyOf(lang, term);
      return { hash, weight, articles: this.#book.articlesWith(hash) };
    });
    const { whole, near, perSide } = planReads(keys, LIMITS);
    if (this.#postings.size > MOST_POSTINGS) this.#postings.clear();
    if (this.#seen.size > MOST_SEEN) this.#seen.clear();
    const unread = whole.filter(({ hash }) => !this.#postings.has(hash));
    const read = await this.#terms.nearestByKey({ whole: unread, near, perSide }, at, LIMITS.perKey);
    // What is read whole is the same for every article, whatever its time.
    for (const { hash } of unread) this.#postings.set(hash, read.get(hash) ?? []);
    const found = [
      ...whole.map(({ hash, weight }) => ({ weight, ids: this.#postings.get(hash) ?? [] })),
      ...near.map(({ hash, weight }) => ({ weight, ids: read.get(hash) ?? [] })),
    ];
    return chooseCandidates(found, id, mostCandidates(vector.weights, LIMITS));
  }
}
