import type { Binary, Db } from 'mongodb';
import type { AfterCommit } from '#content/write.ts';
import { readWrittenStories, type WrittenStory } from './article-story.ts';
import { chooseCandidates, LIMITS, mostCandidates, planReads } from './candidates.ts';
import { FrequencyBook } from './frequency-book.ts';
import { createLanguages } from './languages.ts';
import { ListsRepository, type PoolChange } from './lists.repository.ts';
import { groundsOf, type Ground } from './grounds.ts';
import { rescore } from './rescore.ts';
import { directScore, sharedTerms, type Compared } from './score.ts';
import { RebuildStates } from './rebuild-state.ts';
import { keyOf, packTold, signatureBytes, unpackTerms, type PoolEntry } from './stored.ts';
import { readTerms, type FreshTerms } from './terms-row.ts';
import { TermsRepository } from './terms.repository.ts';
import { CIRCLE_WEIGHTS } from './story-circle.ts';
import { heaviestWeights, toVector } from './vector.ts';
import type { Wording } from './wording.ts';

/** Another article of the same batch's work. */
interface Seen {
  readonly compared: Compared;
  readonly signature: Binary;
}
/** What was read while a batch is worked on; all of it after the batch's own terms were written. */
interface Memory {
  /** Ids by stored key, of keys that few articles have. */
  readonly postings: Map<number, readonly string[]>;
  readonly articles: Map<string, Seen>;
}
/** An article close to another, and what they share. */
interface Neighbour {
  readonly id: string;
  readonly direct: number;
  readonly grounds: readonly Ground[];
  readonly signature: Binary;
}
interface Change {
  readonly id: string;
  readonly add: PoolEntry[];
  readonly remove: string[];
}

/** Candidates that are remembered while a batch is worked on: 20 MB. */
const MOST_SEEN = 10_000;
/** Keys that are remembered, of 600 ids each at most: 40 MB. */
const MOST_POSTINGS = 1000;
/** Lists whose circles are made anew with one article: those that it may have entered, or left. */
const MOST_TOUCHED = CIRCLE_WEIGHTS.most;
/** A new article is pushed where it is among the first so many: a reader never sees further, and each push writes a whole list. */
const MOST_PUSHED = 20;
/** Lists that are made anew together: their neighbours' pools stay below 10 MB. */
const MOST_RESCORED = 100;

export interface RelatedHandlerOptions {
  readonly db: Db;
  /** Milliseconds from any start. */
  readonly clock?: () => number;
}

/**
 * Keeps the lists of related stories: a written article gets its own and is pushed into those of the stories it touches. It reads articles as they
 * are when it runs, so that doing it twice, or late, comes to the same. The collections of `relatedPlans` must exist.
 */
export function createRelatedHandler({ db, clock }: RelatedHandlerOptions): AfterCommit {
  const keeper = new RelatedKeeper(db, clock);
  return (articles) => keeper.follow(articles.map(({ _id }) => _id));
}

/** The writing side of related stories; one in a process, because it knows how rare words are. */
export class RelatedKeeper {
  readonly #db: Db;
  readonly #book: FrequencyBook;
  readonly #terms: TermsRepository;
  readonly #lists: ListsRepository;
  readonly #rebuilds: RebuildStates;
  readonly #languages = createLanguages();

  constructor(db: Db, clock?: () => number) {
    this.#db = db;
    this.#book = new FrequencyBook(db, clock);
    this.#terms = new TermsRepository(db);
    this.#lists = new ListsRepository(db);
    this.#rebuilds = new RebuildStates(db);
  }

  /** Brings the lists up to date with these articles, hidden and removed ones included. `isLate`: a rebuild that was in the way of it is over. */
  async follow(ids: readonly string[], { isLate = false }: { readonly isLate?: boolean } = {}): Promise<void> {
    await Promise.all([this.#book.open(), isLate ? null : this.#rebuilds.noteLate(ids)]);
    const written = await readWrittenStories(this.#db, ids);
    const counted = await this.#terms.knownAmong(ids);
    const fresh = written.flatMap((one) => this.#read(one, counted));
    const isShown = new Set(fresh.map(({ row }) => row._id));
    const hidden = ids.filter((id) => !isShown.has(id));
    // Own terms first: of two stories written at once at least one then finds the other.
    await this.#terms.upsert(fresh.map(({ row }) => row));
    const holders = await this.#holdersOf(hidden);
    await this.#terms.delete(hidden);
    const before = new Map([
      ...(await this.#lists.delete(hidden)),
      ...(await this.#lists.clear(fresh.map(({ row }) => row))),
    ]);
    const changes = new Map<string, Change>();
    for (const [id, lists] of holders) for (const list of lists) changeOf(changes, list).remove.push(id);
    for (const [id, neighbours] of before) {
      for (const neighbour of neighbours) changeOf(changes, neighbour).remove.push(id);
    }
    const touched = new Set<string>([...before.values()].flatMap((neighbours) => neighbours.slice(0, MOST_TOUCHED)));
    const memory: Memory = { postings: new Map(), articles: new Map() };
    for (const one of fresh) {
      const nearest = await this.#compare(one, memory);
      const { _id: id, signature } = one.row;
      changeOf(changes, id).add.push(...nearest.map(toEntry));
      for (const neighbour of nearest)
        changeOf(changes, neighbour.id).add.push(toEntry({ ...neighbour, id, signature }));
      for (const neighbour of [id, ...nearest.slice(0, MOST_TOUCHED).map((entry) => entry.id)]) touched.add(neighbour);
    }
    // Who was in no list before is in none of those it is pushed into, its own apart.
    const known: PoolChange[] = [];
    const pushed: PoolChange[] = [];
    const isOld = (id: string): boolean => counted.has(id) || before.has(id);
    for (const change of [...changes.values()].map(withoutRepeats)) {
      const isPlain = change.remove.length === 0 && !isShown.has(change.id) && !change.add.some(({ id }) => isOld(id));
      (isPlain ? pushed : known).push(change);
    }
    await this.#lists.change(known, LIMITS.neighbours);
    await this.#lists.push(pushed, { places: MOST_PUSHED, most: LIMITS.neighbours });
    for (const some of chunksOf([...touched], MOST_RESCORED)) await rescore(this.#lists, some);
  }

  /** Whose pools hold articles that go away: an article has no room in its own pool for all that have it in theirs, but they share a key with it. */
  async #holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const holders = new Map<string, readonly string[]>();
    for (const { _id: id, keys, at } of await this.#terms.keysOf(ids)) {
      const found = await this.#terms.nearestByKey(keys, at, LIMITS.perKey);
      const sharing = new Set(found.values().toArray().flat());
      holders.set(id, await this.#lists.holdersOf(id, [...sharing]));
    }
    return holders;
  }

  /** How rare words are is counted anew before the next article. */
  recount(): void {
    this.#book.recount();
  }

  /** The closest neighbours of an article as they come out today, strongest first, without writing; null where it is not published. */
  async neighboursOf(id: string): Promise<readonly Neighbour[] | null> {
    await this.#book.open();
    const [written] = await readWrittenStories(this.#db, [id]);
    const [fresh] = written ? this.#read(written, new Set([id])) : [];
    if (!fresh) return null;
    // What is stored of it was chosen on the day it was written.
    const [stored] = await this.#terms.listByIds([id]);
    const terms = stored ? unpackTerms(stored.terms) : fresh.terms;
    return this.#compare({ ...fresh, terms }, { postings: new Map(), articles: new Map() });
  }

  /** Two published articles as they are compared today; null where one of them has no terms. */
  async compare(
    id: string,
    other: string,
  ): Promise<{ readonly own: Compared; readonly other: Compared; readonly wording: Wording } | null> {
    await this.#book.open();
    const stored = await this.#terms.listByIds([id, other]);
    const [written] = await readWrittenStories(this.#db, [id]);
    const [fresh] = written ? this.#read(written, new Set([id])) : [];
    const [own, beside] = [id, other].map((one): Compared | null => {
      const row = stored.find(({ _id }) => _id === one);
      if (!row || !fresh) return null;
      return { vector: toVector(unpackTerms(row.terms), this.#book.rarityIn(fresh.row.lang)), date: row.at.getTime() };
    });
    return own && beside && fresh ? { own, other: beside, wording: fresh.wording } : null;
  }

  /** A new article's terms count from now on, so that a first import finds its own words. */
  #read(written: WrittenStory, counted: ReadonlySet<string>): readonly FreshTerms[] {
    if (!written.story) return [];
    const fresh = readTerms(written, written.story, this.#languages, (lang) => this.#book.rarityIn(lang, true));
    if (!counted.has(written.id)) this.#book.note(written.story.lang, fresh.terms.hashes);
    return [fresh];
  }

  /** Its closest neighbours, strongest first. */
  async #compare({ row, terms, wording }: FreshTerms, memory: Memory): Promise<readonly Neighbour[]> {
    const { _id: id, lang, at } = row;
    const rarity = this.#book.rarityIn(lang);
    const own: Compared = { vector: toVector(terms, rarity), date: at.getTime() };
    const keys = heaviestWeights(own.vector, LIMITS.keys).map(({ hash, weight }) => ({
      hash: keyOf(lang, hash),
      weight,
      articles: this.#book.articlesWith(lang, hash),
    }));
    const plan = planReads(keys, LIMITS);
    const { postings, articles: seen } = memory;
    if (postings.size > MOST_POSTINGS) postings.clear();
    if (seen.size > MOST_SEEN) seen.clear();
    const unread = plan.flatMap(({ hash }) => (postings.has(hash) ? [] : [hash]));
    const read = await this.#terms.nearestByKey(unread, at, LIMITS.perKey);
    const found = plan.map(({ hash, weight }) => ({ weight, ids: postings.get(hash) ?? read.get(hash) ?? [] }));
    // Of what is rare all was read, whatever the time.
    for (const { hash, articles } of plan) {
      const ids = read.get(hash);
      if (ids && articles <= LIMITS.perKey) postings.set(hash, ids);
    }
    const candidates = chooseCandidates(found, id, mostCandidates(own.vector.weights, LIMITS));
    for (const other of await this.#terms.listByIds(candidates.filter((one) => !seen.has(one)))) {
      const compared = { vector: toVector(unpackTerms(other.terms), rarity), date: other.at.getTime() };
      seen.set(other._id, { compared, signature: other.signature });
    }
    return candidates
      .flatMap((one) => {
        const other = seen.get(one);
        const direct = other ? directScore(own, other.compared) : 0;
        return other && direct > 0 ? [{ id: one, direct, other }] : [];
      })
      .sort((a, b) => b.direct - a.direct || (a.id < b.id ? -1 : 1))
      .slice(0, LIMITS.neighbours)
      .map(({ id: one, direct, other }) => ({
        id: one,
        direct,
        grounds: groundsOf(sharedTerms(own, other.compared), wording),
        signature: other.signature,
      }));
  }
}

function toEntry({ id, direct, grounds, signature }: Neighbour): PoolEntry {
  return { id, direct, told: packTold(signatureBytes(signature), grounds) };
}

function changeOf(changes: Map<string, Change>, id: string): Change {
  const change = changes.get(id) ?? { id, add: [], remove: [] };
  changes.set(id, change);
  return change;
}

/** Two articles of one batch that find each other bring the same entry twice. */
function withoutRepeats({ id, add, remove }: Change): PoolChange {
  return { id, remove, add: [...new Map(add.map((entry) => [entry.id, entry])).values()] };
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
