import type { Db } from 'mongodb';
import { backgroundOf } from './background.ts';
import { createRarity, LEAST_DOCUMENTS, type Frequencies, type Rarity } from './frequencies.ts';
import { hash32, hashPair } from './hash32.ts';
import { RebuildStates } from './rebuild-state.ts';
import { rowsAfter } from './sorted-ids.ts';
import { forEachTerm, type TermsRow } from './stored.ts';
import { TermCounts } from './term-counts.ts';

/** 10 min: so often it is looked whether a new count is due. */
const LOOK_EVERY_MS = 600_000;
/** Share by which the archive may grow or shrink, beside what this process wrote, before all is counted anew: no rarity changes by more than .05. */
const MOST_CHANGE = 0.05;

/** Rows read with one command: 700 kB. */
const BATCH = 1000;

/** One count of the whole archive; what this process writes is added to it. */
interface Version {
  /** Of all languages, by pairs of language and term. */
  readonly counts: TermCounts;
  /** Articles by language. */
  readonly texts: Map<string, number>;
  /** How many rebuilds there had been. */
  readonly rebuilds: number;
}

/**
 * How rare terms are in each language of the archive: counted from what is stored, kept in memory (100 bytes an article), and counted anew, beside
 * the writing, when another process has made everything anew or the archive has changed by a twentieth. Until a count is done the older one holds.
 */
export class FrequencyBook {
  readonly #db: Db;
  readonly #clock: () => number;
  readonly #states: RebuildStates;
  readonly #backgrounds = new Map<string, Frequencies | null>();
  #version: Version = { counts: new TermCounts(), texts: new Map(), rebuilds: 0 };
  #opened: Promise<void> | null = null;
  #lookedAt = 0;

  /** `clock` tells milliseconds from any start. */
  constructor(db: Db, clock: () => number = () => performance.now()) {
    this.#db = db;
    this.#clock = clock;
    this.#states = new RebuildStates(db);
  }

  /** Waits for the first count, never for a later one. */
  async open(): Promise<void> {
    const now = this.#clock();
    if (this.#opened === null) {
      this.#lookedAt = now;
      this.#opened = this.#count();
      // A failed count is tried again by the next who asks.
      this.#opened.catch(() => (this.#opened = null));
    } else if (now - this.#lookedAt >= LOOK_EVERY_MS) {
      this.#lookedAt = now;
      // A failed look is made up for by the next one.
      this.#look().catch(() => {});
    }
    await this.#opened;
  }

  /** The next who opens waits for a new count. */
  recount(): void {
    this.#opened = null;
  }

  /** A new article's terms count from now on. */
  note(lang: string, hashes: Iterable<number>): void {
    const { counts, texts } = this.#version;
    texts.set(lang, (texts.get(lang) ?? 0) + 1);
    const language = hash32(lang);
    for (const hash of hashes) counts.add(hashPair(language, hash));
  }

  /** What terms are worth when articles are compared; with `choosing`, when it is chosen what is kept: then new words count too. */
  rarityIn(lang: string, choosing = false): Rarity {
    const known = this.#backgrounds.get(lang);
    const background = known === undefined ? backgroundOf(lang) : known;
    this.#backgrounds.set(lang, background);
    const { counts, texts } = this.#version;
    const language = hash32(lang);
    // Met once and never are worth the same to who compares.
    const count = choosing ? (key: number) => counts.get(key) : (key: number) => counts.repeated(key);
    const documentsWith = { get: (hash: number) => count(hashPair(language, hash)) };
    return createRarity({ texts: texts.get(lang) ?? 0, documentsWith }, background, choosing ? 0 : LEAST_DOCUMENTS);
  }

  /** How many articles have the term of a key (see `keyOf`). */
  articlesWith(key: number): number {
    return this.#version.counts.get(key >>> 0);
  }

  async #look(): Promise<void> {
    const { texts, rebuilds } = this.#version;
    const counted = texts.values().reduce((sum, count) => sum + count, 0);
    const stored = await this.#db.collection('related_terms').estimatedDocumentCount();
    const isStale = Math.abs(stored - counted) > counted * MOST_CHANGE;
    if (isStale || (await this.#states.rebuilds()) !== rebuilds) await this.#count();
  }

  async #count(): Promise<void> {
    const [expected, rebuilds] = await Promise.all([
      this.#db.collection('related_terms').estimatedDocumentCount(),
      this.#states.rebuilds(),
    ]);
    const version: Version = { counts: new TermCounts(expected), texts: new Map(), rebuilds };
    const read = { projection: { lang: 1, terms: 1 }, size: BATCH };
    for await (const rows of rowsAfter<Pick<TermsRow, '_id' | 'lang' | 'terms'>>(this.#db, 'related_terms', read)) {
      for (const { lang, terms } of rows) {
        const language = hash32(lang);
        version.texts.set(lang, (version.texts.get(lang) ?? 0) + 1);
        forEachTerm(terms, (hash) => version.counts.add(hashPair(language, hash)));
      }
    }
    this.#version = version;
  }
}
