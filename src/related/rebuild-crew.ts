import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Db } from 'mongodb';
import type { ArchiveMemory } from './archive-memory.ts';
import { CountTable, type CountTableParts } from './count-table.ts';
import { RebuildHand, type Sample } from './rebuild-hand.ts';

/** What a hand is told to know, or to do. */
export type Order =
  | { readonly do: 'choose'; readonly samples: readonly SampleParts[] }
  | { readonly do: 'search'; readonly memory: ArchiveMemory }
  | { readonly do: 'terms'; readonly ids: readonly string[]; readonly keep: boolean }
  | { readonly do: 'neighbours' | 'circles' | 'lists'; readonly from: number; readonly to: number };

interface SampleParts {
  readonly lang: string;
  readonly texts: number;
  readonly counts: CountTableParts;
}

/** Does one order. */
export async function obey(hand: RebuildHand, order: Order): Promise<void> {
  if (order.do === 'choose')
    hand.choose(
      new Map(
        order.samples.map(({ lang, texts, counts }): [string, Sample] => [
          lang,
          { texts, documentsWith: CountTable.of(counts) },
        ]),
      ),
    );
  else if (order.do === 'search') hand.search(order.memory);
  else if (order.do === 'terms') await hand.writeTerms(order.ids, order.keep);
  else if (order.do === 'lists') await hand.writeLists(order.from, order.to);
  else if (order.do === 'neighbours') hand.findNeighbours(order.from, order.to);
  else hand.findCircles(order.from, order.to);
}

/** Those who share the work of a rebuild. */
export interface Crew extends AsyncDisposable {
  /** Tells everybody; resolves when all know. */
  tell(order: Order): Promise<void>;
  /** Gives out the orders, each to whoever is free; `onDone` is told of each in the order in which they were given out. Ends early where `signal` aborts. */
  work(
    orders: Iterable<Order> | AsyncIterable<Order>,
    onDone: (order: Order) => Promise<void> | void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Who hears an order and resolves when it is done. */
type Member = (order: Order) => Promise<void>;

/** One for each so many articles: fewer are done before a thread has started. */
const ARTICLES_A_THREAD = 1500;
const MOST_THREADS = 8;
/** In bytes: what a rebuild takes at most; of this one for the process itself, each thread's own, and what threads share of an article. */
const MOST_MEMORY = 950e6;
const OF_PROCESS = 150e6;
const OF_THREAD = 75e6;
const OF_ARTICLE = 620;

interface CrewOptions {
  readonly uri: string | null;
  readonly articles: number;
  readonly threads?: number | undefined;
  readonly articlesAThread?: number | undefined;
}

/** As many threads as the machine has cores and the work is worth, each with a connection of its own to `uri`; else, and without an address, this thread alone. */
export async function gatherCrew(
  db: Db,
  { uri, articles, threads = availableParallelism(), articlesAThread = ARTICLES_A_THREAD }: CrewOptions,
): Promise<Crew> {
  const fitting = Math.max(1, Math.floor((MOST_MEMORY - OF_PROCESS - OF_ARTICLE * articles) / OF_THREAD));
  const worth = Math.floor(articles / articlesAThread);
  const count = uri === null ? 0 : Math.min(threads, MOST_THREADS, fitting, worth);
  if (uri === null || count < 1) {
    const hand = new RebuildHand(db);
    return createCrew([(order) => obey(hand, order)], () => Promise.resolve());
  }
  const workers = Array.from({ length: count }, () => {
    return new Worker(new URL('./rebuild-worker.ts', import.meta.url), {
      workerData: { uri, database: db.databaseName },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Young objects are batches of texts and lists: without a limit each thread lets 100 MB of them pile up.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
  });
  return createCrew(workers.map(memberOf), async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
}

/** A thread does one order at a time, so that an answer belongs to the last one. */
function memberOf(worker: Worker): Member {
  return async (order) => {
    worker.postMessage(order);
    // A thread that dies rejects by its `error` event.
    const [failure]: (string | null)[] = await once(worker, 'message');
    if (failure) throw new Error(failure);
  };
}

function createCrew(members: readonly Member[], close: () => Promise<void>): Crew {
  return {
    async tell(order) {
      await Promise.all(members.map((member) => member(order)));
    },
    async work(orders, onDone, signal) {
      const next = Symbol.asyncIterator in orders ? orders[Symbol.asyncIterator]() : orders[Symbol.iterator]();
      let told: Promise<void> = Promise.resolve();
      // One asks at a time, so that what is told is told in that order.
      let asking: Promise<unknown> = Promise.resolve();
      const take = (member: Member): Promise<{ readonly work: Promise<void> } | null> => {
        const taken = asking.then(async () => {
          const { done, value: order } = await next.next();
          if (done === true || signal.aborted) return null;
          const work = member(order);
          told = Promise.all([told, work]).then(() => onDone(order));
          // Whoever awaits the work hears of a failure first.
          told.catch(() => {});
          return { work };
        });
        asking = taken.catch(() => {});
        return taken;
      };
      await Promise.all(
        members.map(async (member) => {
          for (let taken = await take(member); taken !== null; taken = await take(member)) await taken.work;
        }),
      );
      await told;
    },
    [Symbol.asyncDispose]: close,
  };
}
