import type { Db } from 'mongodb';
import { firstAfter, idOf } from './archive-memory.ts';
import { readWrittenStories } from './article-story.ts';
import { CountTable } from './count-table.ts';
import { featuresOf } from './features.ts';
import { createLanguages } from './languages.ts';
import { ListsRepository } from './lists.repository.ts';
import { gatherCrew, type Crew, type Order } from './rebuild-crew.ts';
import type { Sample } from './rebuild-hand.ts';
import { readArchive } from './read-archive.ts';
import { RebuildStates, type RebuildState } from './rebuild-state.ts';
import type { RelatedKeeper } from './related-handler.ts';
import { readText } from './text.ts';
import { idsAfter } from './sorted-ids.ts';
import { TermsRepository } from './terms.repository.ts';

/** Articles of which one batch of terms or lists is made: lists of 100 are about 2 MB. */
const BATCH = 100;
/** Articles whose neighbours are found at once. */
const RANGE = 250;
/** Texts from which is learned which words are rare before any terms are stored; more of them choose the same terms. */
const SAMPLED = 1000;

/**
 * Growth since the last rebuild from which lists are made anew. Each article that comes changes what words are worth, and lists keep to the worth of
 * their day: of articles that came one by one 97 of 100 (real texts) and 95.5 (the generated newsroom, whose stories are much alike) of the closest
 * ten agree after a growth by 1.075, 96 and 93 by 1.15; 95 should. A new article costs 13 of a rebuild's by this, about as much as its own writing.
 */
const MOST_GROWTH = 1.075;
/** Fewer articles than these are no archive to measure growth by. */
const LEAST_REBUILT = 40;

export interface RebuildProgress {
  /** Articles done in this pass, of all (of about as many). */
  readonly done: number;
  readonly of: number;
  readonly pass: 'terms' | 'neighbours' | 'lists';
}

export interface RebuildOptions {
  /** Address of the database for threads of their own; null: everything in this one. */
  readonly uri?: string | null;
  /** At most so many threads; by default one for each core. */
  readonly threads?: number;
  /** Articles for which a thread is worth its start: 1,500. */
  readonly articlesAThread?: number;
  /** Articles whose terms or lists are made at once: 100. */
  readonly batch?: number;
  /** Terms that fit their article stay as they are: for what was written without its handler. */
  readonly keepTerms?: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes terms and lists of all published articles anew, beside readers and writers; answers how many articles have one. One that was killed goes on
 * where it was, here or in another process; one that was aborted, too. The caller sees to it that nobody else does the same (lease `related`).
 */
export async function rebuildRelated(db: Db, keeper: RelatedKeeper, options: RebuildOptions = {}): Promise<number> {
  const states = new RebuildStates(db);
  for (;;) {
    const state = await states.read();
    if (!state) {
      await states.want();
      continue;
    }
    const count = await new Rebuild(db, keeper, state, options).run();
    if (options.signal?.aborted || (await states.end(state.wanted, count))) {
      keeper.recount();
      if (!options.signal?.aborted) await followLate(states, keeper);
      return count;
    }
  }
}

/**
 * Asks for a rebuild where one is due: terms and lists are of an older version than this program makes, or the archive has outgrown the frequencies
 * by which its older lists were made.
 */
export async function wantWhereDue(db: Db): Promise<void> {
  const [states, terms] = [new RebuildStates(db), new TermsRepository(db)];
  if ((await states.read()) !== null) return;
  const rebuilt = Math.max(LEAST_REBUILT, await states.articlesRebuilt());
  if ((await terms.count()) > rebuilt * MOST_GROWTH || (await terms.hasOlder())) await states.want();
}

/** Does what a process left that was killed in a rebuild or before it, with one thread and little at once, for others use this process; false where nothing is wanted. */
export async function resumeRebuild(
  db: Db,
  keeper: RelatedKeeper,
  options: Pick<RebuildOptions, 'uri' | 'signal'>,
): Promise<boolean> {
  if ((await new RebuildStates(db).read()) === null) return false;
  await rebuildRelated(db, keeper, { ...options, threads: 1, keepTerms: true, batch: 25 });
  return true;
}

class Rebuild {
  readonly #db: Db;
  readonly #keeper: RelatedKeeper;
  readonly #terms: TermsRepository;
  readonly #lists: ListsRepository;
  readonly #states: RebuildStates;
  readonly #state: RebuildState;
  readonly #options: RebuildOptions;
  readonly #signal: AbortSignal;

  constructor(db: Db, keeper: RelatedKeeper, state: RebuildState, options: RebuildOptions) {
    this.#db = db;
    this.#keeper = keeper;
    this.#terms = new TermsRepository(db);
    this.#lists = new ListsRepository(db);
    this.#states = new RebuildStates(db);
    // Progress towards an older wish tells nothing of what was written since.
    this.#state = state.working === state.wanted ? state : { wanted: state.wanted };
    this.#options = options;
    this.#signal = options.signal ?? new AbortController().signal;
  }

  async run(): Promise<number> {
    const count = await this.#work();
    // Not before the threads and their archive are gone: who follows counts words of its own.
    if (!this.#signal.aborted) await followLate(this.#states, this.#keeper);
    return count;
  }

  async #work(): Promise<number> {
    const { uri = null, threads, articlesAThread } = this.#options;
    const articles = await this.#db.collection('articles').estimatedDocumentCount();
    await using crew = await gatherCrew(this.#db, { uri, articles, threads, articlesAThread });
    if (this.#state.termsAfter !== null) {
      await this.#removeStale();
      await this.#writeTerms(crew, articles);
    }
    if (this.#signal.aborted) return 0;
    return await this.#writeLists(crew);
  }

  /** Terms and lists of what is not published any more; those that name it are all replaced. */
  async #removeStale(): Promise<void> {
    for (const collection of ['related_lists', 'related_terms']) {
      for await (const ids of idsAfter(this.#db, collection, {}, null, 1000)) {
        const rows = await this.#db
          .collection<{ _id: string }>('articles')
          .find({ _id: { $in: [...ids] }, status: 'published' }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
          .toArray();
        const published = new Set(rows.map(({ _id }) => _id));
        const gone = ids.filter((id) => !published.has(id));
        await this.#terms.delete(gone);
        await this.#lists.delete(gone);
      }
    }
  }

  async #writeTerms(crew: Crew, of: number): Promise<void> {
    await crew.tell({ do: 'choose', samples: await this.#sample() });
    const keep = this.#options.keepTerms ?? false;
    const batches = idsAfter(
      this.#db,
      'articles',
      { status: 'published' },
      this.#state.termsAfter ?? null,
      this.#batch,
    );
    const orders = async function* (): AsyncGenerator<Order> {
      for await (const ids of batches) yield { do: 'terms', ids, keep };
    };
    let done = 0;
    await crew.work(
      orders(),
      async (order) => {
        if (order.do !== 'terms') return;
        done += order.ids.length;
        this.#options.onProgress?.({ pass: 'terms', done, of: Math.max(of, done) });
        const last = order.ids.at(-1);
        if (last !== undefined) await this.#save({ termsAfter: last });
      },
      this.#signal,
    );
    if (!this.#signal.aborted) await this.#save({ termsAfter: null });
  }

  /** Ids are hashes, so that the first of them are a random sample. */
  async #sample() {
    const languages = createLanguages();
    const samples = new Map<string, Sample & { texts: number }>();
    let sampled = 0;
    for await (const ids of idsAfter(this.#db, 'articles', { status: 'published' }, null, this.#batch)) {
      for (const { story } of await readWrittenStories(this.#db, ids)) {
        if (!story) continue;
        const sample = samples.get(story.lang) ?? { texts: 0, documentsWith: new CountTable() };
        samples.set(story.lang, sample);
        sample.texts += 1;
        const text = readText(story, languages(story.lang));
        for (const { hash } of featuresOf(story, text)) sample.documentsWith.add(hash);
      }
      sampled += ids.length;
      if (sampled >= SAMPLED) break;
    }
    return [...samples].map(([lang, { texts, documentsWith }]) => ({ lang, texts, counts: documentsWith.parts }));
  }

  async #writeLists(crew: Crew): Promise<number> {
    const memory = await readArchive(this.#db);
    await crew.tell({ do: 'search', memory });
    const { size: of } = memory;
    const tell = (pass: RebuildProgress['pass']) => (order: Order) => {
      if ('to' in order) this.#options.onProgress?.({ pass, done: order.to, of });
    };
    await crew.work(ranges('neighbours', 0, of, RANGE), tell('neighbours'), this.#signal);
    await crew.work(ranges('circles', 0, of, RANGE), () => {}, this.#signal);
    const told = tell('lists');
    const from = firstAfter(memory, this.#state.listsAfter);
    await crew.work(
      ranges('lists', from, of, this.#batch),
      async (order) => {
        told(order);
        if ('to' in order) await this.#save({ termsAfter: null, listsAfter: idOf(memory, order.to - 1) });
      },
      this.#signal,
    );
    return of;
  }

  get #batch(): number {
    return this.#options.batch ?? BATCH;
  }

  async #save(progress: Pick<RebuildState, 'termsAfter' | 'listsAfter'>): Promise<void> {
    await this.#states.save({ working: this.#state.wanted, ...progress });
  }
}

function* ranges(what: 'neighbours' | 'circles' | 'lists', start: number, end: number, size: number): Generator<Order> {
  for (let from = start; from < end; from += size) yield { do: what, from, to: Math.min(end, from + size) };
}

/** What was written while lists were replaced is pushed into them once more. */
async function followLate(states: RebuildStates, keeper: RelatedKeeper): Promise<void> {
  for (;;) {
    const late = await states.listLate(BATCH);
    if (late.length === 0) return;
    await keeper.follow(late, { isLate: true });
    await states.forgetLate(late);
  }
}
