import { Binary, type Db } from 'mongodb';
import { type ArchiveMemory, idOf } from './archive-memory.ts';
import { ArchiveSearch } from './archive-search.ts';
import { readWrittenStories } from './article-story.ts';
import { backgroundOf } from './background.ts';
import { LIMITS } from './candidates.ts';
import { createRarity, type Rarity } from './frequencies.ts';
import { createLanguages } from './languages.ts';
import { ListsRepository } from './lists.repository.ts';
import { groundsOf } from './grounds.ts';
import { packPool, packTold } from './pool.ts';
import { byScore, MOST_SCORED, packScored } from './rescore.ts';
import { sharedTerms } from './score.ts';
import { newRev, TERMS_VERSION, type ListRow } from './stored.ts';
import { circledScores, type Neighbours } from './story-circle.ts';
import type { CountTable } from './count-table.ts';
import { readTerms } from './terms-row.ts';
import { TermsRepository } from './terms.repository.ts';
import { readText } from './text.ts';
import type { SharedTerm } from './vector.ts';
import { readWording, type Wording } from './wording.ts';

/** In how many of the sampled texts of a language each term is. */
export interface Sample {
  readonly texts: number;
  readonly documentsWith: CountTable;
}

/** Words whose stems each thread remembers: 8 MB. */
const MOST_REMEMBERED = 50_000;

/** What one thread does of a rebuild, in any order within a step. */
export class RebuildHand {
  readonly #db: Db;
  readonly #terms: TermsRepository;
  readonly #lists: ListsRepository;
  readonly #languages = createLanguages(MOST_REMEMBERED);
  readonly #rarities = new Map<string, Rarity>();
  #search: ArchiveSearch | null = null;

  constructor(db: Db) {
    this.#db = db;
    this.#terms = new TermsRepository(db);
    this.#lists = new ListsRepository(db);
  }

  /** From now on terms are chosen by these frequencies. */
  choose(samples: ReadonlyMap<string, Sample>): void {
    this.#rarities.clear();
    for (const [lang, sample] of samples) this.#rarities.set(lang, createRarity(sample, backgroundOf(lang), 0));
  }

  /** From now on neighbours are found in this archive. */
  search(memory: ArchiveMemory): void {
    this.#search = new ArchiveSearch(memory);
  }

  /** Writes the terms of published articles; with `keep` those that are as the article is now stay as they are. */
  async writeTerms(ids: readonly string[], keep: boolean): Promise<void> {
    const left = keep ? await this.#terms.outdatedAmong(ids) : ids;
    const rows = (await readWrittenStories(this.#db, left)).flatMap((written) =>
      written.story ? [readTerms(written, written.story, this.#languages, (lang) => this.#choosing(lang)).row] : [],
    );
    await this.#terms.upsert(rows);
  }

  findNeighbours(from: number, to: number): void {
    this.#search?.findNeighbours(from, to);
  }

  findCircles(from: number, to: number): void {
    this.#search?.findCircles(from, to);
  }

  /** Replaces the lists of articles `from` to before `to`. */
  async writeLists(from: number, to: number): Promise<void> {
    const search = this.#search;
    if (!search) return;
    const ids = Array.from({ length: to - from }, (_, index) => idOf(search.memory, from + index));
    const written = new Map((await readWrittenStories(this.#db, ids)).map((one) => [one.id, one]));
    const rows = ids.flatMap((id, index) => {
      const story = written.get(id)?.story;
      if (!story) return [];
      const language = this.#languages(story.lang);
      const wording = readWording(story, readText(story, language), language);
      return [this.#listOf(search, from + index, wording)];
    });
    await this.#lists.replace(rows);
  }

  #listOf(search: ArchiveSearch, article: number, wording: Wording): ListRow {
    const { memory } = search;
    const own = search.compared(article);
    // The archive knows terms by number.
    const sharedWith = (other: number): readonly SharedTerm[] =>
      sharedTerms(own, search.compared(other)).map(({ hash, part }) => ({ hash: memory.hashes[hash] ?? 0, part }));
    const nearest = search.nearest(article, LIMITS.neighbours);
    const neighboursOf = (id: number): Neighbours<number> => (id === article ? nearest : search.kept(id));
    const scored = [...circledScores(article, neighboursOf, search.circle, MOST_SCORED)]
      .map(([other, { score, direct }]) => ({ id: idOf(memory, other), score, direct }))
      .sort(byScore);
    const circle = search.circle(article);
    return {
      _id: idOf(memory, article),
      version: TERMS_VERSION,
      lang: memory.languages[memory.langs[article] ?? 0] ?? '',
      signature: new Binary(search.signature(article)),
      rev: newRev(),
      ...packPool(
        nearest.ids.map((other, place) => ({
          id: idOf(memory, other),
          direct: nearest.scores[place] ?? 0,
          told: packTold(search.signature(other), groundsOf(sharedWith(other), wording)),
        })),
      ),
      circle: { ...circle, ids: circle.ids.map((other) => idOf(memory, other)) },
      scored: packScored(scored),
    };
  }

  #choosing(lang: string): Rarity {
    const known = this.#rarities.get(lang);
    if (known) return known;
    const rarity = createRarity({ texts: 0, documentsWith: { get: () => 0 } }, backgroundOf(lang), 0);
    this.#rarities.set(lang, rarity);
    return rarity;
  }
}
