import type { Db } from 'mongodb';
import type { AfterCommit } from '#content/write.ts';
import { readWrittenStories, type WrittenStory } from './article-story.ts';
import { CandidateSearch, type Neighbour } from './candidate-search.ts';
import { LIMITS } from './candidates.ts';
import { changeLists } from './change-lists.ts';
import { FrequencyBook } from './frequency-book.ts';
import { createLanguages } from './languages.ts';
import { ListChanges } from './list-changes.ts';
import { ListsRepository } from './lists.repository.ts';
import type { Compared } from './score.ts';
import { RebuildStates } from './rebuild-state.ts';
import { unpackTerms } from './stored.ts';
import { readTerms, type FreshTerms } from './terms-row.ts';
import { TermsRepository } from './terms.repository.ts';
import { toVector } from './vector.ts';
import type { Wording } from './wording.ts';

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
    const shown = new Set(fresh.map(({ row }) => row._id));
    await this.#place(fresh);
    await this.#take(ids.filter((id) => !shown.has(id)));
  }

  /** Published articles get their lists, and enter and leave those of others. */
  async #place(fresh: readonly FreshTerms[]): Promise<void> {
    if (fresh.length === 0) return;
    const rows = fresh.map(({ row }) => row);
    // Own terms and lists first: of two stories written at once at least one then finds the other, and can push into its list.
    const [before] = await Promise.all([this.#lists.open(rows), this.#terms.upsert(rows)]);
    const changes = new ListChanges();
    const search = new CandidateSearch(this.#book, this.#terms);
    for (const one of fresh) changes.place(one, await search.neighboursOf(one), before.get(one.row._id) ?? []);
    await changeLists(this.#lists, changes);
  }

  /** Articles that are not published leave all lists; their own, and their terms, by which those are found, go last. */
  async #take(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const changes = new ListChanges();
    for (const [id, holders] of await this.#holdersOf(ids)) changes.leaveAlso(id, holders);
    for (const [id, { pool }] of await this.#lists.scoresOf(ids)) changes.leave(id, pool);
    changes.forget(ids);
    await changeLists(this.#lists, changes);
    await this.#lists.delete(ids);
    await this.#terms.delete(ids);
  }

  /** Whose pools hold articles that go away: an article has no room in its own pool for all that have it in theirs, but they share a key with it. */
  async #holdersOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const holders = new Map<string, readonly string[]>();
    for (const { _id: id, keys, at } of await this.#terms.keysOf(ids)) {
      // Twice as many of a common key as a search reads: whoever found this one when the key was rarer may be further off by now.
      const [common = [], rare = []] = [true, false].map((isCommon) =>
        keys.flatMap((hash) => (this.#book.articlesWith(hash) > LIMITS.perKey === isCommon ? [{ hash }] : [])),
      );
      const reads = { whole: rare, near: common, perSide: LIMITS.perKey };
      const found = await this.#terms.nearestByKey(reads, at, LIMITS.perKey);
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
    return new CandidateSearch(this.#book, this.#terms).neighboursOf({ ...fresh, terms });
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
}
