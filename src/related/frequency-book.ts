import type { Db } from 'mongodb';
import { backgroundOf } from './background.ts';
import { CountTable } from './count-table.ts';
import { createRarity, LEAST_DOCUMENTS, type Frequencies, type Rarity } from './frequencies.ts';
import { unpackTerms, type TermsRow } from './stored.ts';

/** 10 min: in that time a newsroom writes a few stories, which move no frequency that matters; what this process writes counts at once. */
const MAX_AGE_MS = 600_000;

interface Counted {
  texts: number;
  readonly documentsWith: CountTable;
}

/** How rare terms are in each language of the archive: counted from what is stored, kept in memory, never older than ten minutes. */
export class FrequencyBook {
  readonly #db: Db;
  readonly #clock: () => number;
  readonly #backgrounds = new Map<string, Frequencies | null>();
  #languages = new Map<string, Counted>();
  #counted: { readonly at: number; readonly done: Promise<void> } | null = null;

  /** `clock` tells milliseconds from any start. */
  constructor(db: Db, clock: () => number = () => performance.now()) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Waits for the first count. A later one runs beside: until it is done the older counts hold. */
  async open(): Promise<void> {
    const now = this.#clock();
    const isFirst = this.#counted === null;
    if (!this.#counted || now - this.#counted.at > MAX_AGE_MS) {
      const done = this.#count();
      // A failed count is tried again by the next who asks; the older one holds meanwhile.
      done.catch(() => {
        this.#counted = isFirst ? null : { at: 0, done: Promise.resolve() };
      });
      this.#counted = { at: now, done };
    }
    if (isFirst || this.#languages.size === 0) await this.#counted.done;
  }

  /** The next who opens waits for a new count. */
  recount(): void {
    this.#counted = null;
  }

  /** A new article's terms count from now on. */
  note(lang: string, hashes: Iterable<number>): void {
    addTo(this.#languages, lang, hashes);
  }

  /** What terms are worth when articles are compared; with `choosing`, when it is chosen what is kept: then new words count too. */
  rarityIn(lang: string, choosing = false): Rarity {
    const frequencies: Frequencies = this.#languages.get(lang) ?? { texts: 0, documentsWith: new CountTable() };
    const known = this.#backgrounds.get(lang);
    const background = known === undefined ? backgroundOf(lang) : known;
    this.#backgrounds.set(lang, background);
    return createRarity(frequencies, background, choosing ? 0 : LEAST_DOCUMENTS);
  }

  /** In how many articles of the language a term is. */
  articlesWith(lang: string, hash: number): number {
    return this.#languages.get(lang)?.documentsWith.get(hash) ?? 0;
  }

  async #count(): Promise<void> {
    const languages = new Map<string, Counted>();
    const rows = this.#db
      .collection<TermsRow>('related_terms')
      .find({}, { projection: { lang: 1, terms: 1 }, batchSize: 1000 });
    for await (const { lang, terms } of rows) addTo(languages, lang, unpackTerms(terms).hashes);
    this.#languages = languages;
  }
}

function addTo(languages: Map<string, Counted>, lang: string, hashes: Iterable<number>): void {
  const counted = languages.get(lang) ?? { texts: 0, documentsWith: new CountTable() };
  languages.set(lang, counted);
  counted.texts += 1;
  for (const hash of hashes) counted.documentsWith.add(hash);
}
