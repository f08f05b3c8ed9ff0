import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { createApp } from '#app.ts';
import { openContent } from '#app/open-content.ts';
import { parseConfig } from '#config.ts';
import { silentLog } from '#log.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { explain } from '../_support/explain.ts';
import { scriptOptions } from '../_support/script-options.ts';
import { quantile } from './measure.ts';
import { type Archive, newArticles, openArchive } from './related-archive.ts';
import { measureBounds } from './related-bounds.ts';

const HELP = `npm run bench:related -- [options]
What related stories cost: ranking and writing one article in a small and a large archive, and reading lists beside reading authors.
All figures are processor time of this process, which holds the embedded database, too.
  --small N      articles of the small archive (10000)
  --large N      articles of the large archive (100000)
  --keep DIR     keep the archives there, and use what is there: making the large one takes half an hour
  --rounds R     how often 10 articles of each archive are ranked, in turn (10)
  --writes W     new articles that are written to each archive, and taken out again (30)
  --bounds DIR   also measure what bounded candidates cost, on the sets of that folder among as many articles as the large archive has
  --among DIR    where these are made of: a folder of English texts that are not in the sets (that of --bounds)`;

const { values } = scriptOptions(HELP, {
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
    keep: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    writes: { type: 'string', default: '30' },
    bounds: { type: 'string' },
    among: { type: 'string' },
  },
});
const RANKED_A_ROUND = 10;
/** Articles that are written before those that count: while code is compiled each costs three times as much. */
const WARM_UP = 10;
/** Articles whose candidates are counted. */
const WATCHED = 20;

const say = (line: string): void => console.error(line);

/** Milliseconds of processor time. */
async function cpuOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Opened {
  readonly articles: number;
  readonly archive: Archive;
  readonly keeper: RelatedKeeper;
  readonly ids: readonly string[];
}

async function open(folder: string, articles: number): Promise<Opened> {
  const archive = await openArchive(folder, articles, (line) => say(`${articles}: ${line}`));
  const keeper = new RelatedKeeper(archive.db);
  const ids = await archive.db
    .collection<{ readonly _id: string }>('related_lists')
    .find({}, { projection: { _id: 1 }, sort: { _id: 1 }, limit: 2000 })
    .toArray();
  // The first one waits for the frequencies.
  await keeper.neighboursOf(ids[0]?._id ?? '');
  return { articles, archive, keeper, ids: ids.map(({ _id }) => _id) };
}

/** Processor time of ranking one article in each archive, in turn, so that what disturbs the machine disturbs both. */
async function rank(opened: readonly Opened[], rounds: number): Promise<readonly number[]> {
  const all = opened.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { keeper, ids }] of opened.entries()) {
      for (let one = 0; one < RANKED_A_ROUND; one++) {
        const id = ids[(round * RANKED_A_ROUND + one) * 7] ?? '';
        all[at]?.push(await cpuOf(() => keeper.neighboursOf(id)));
      }
    }
  }
  return all.map((times) => quantile(times, 0.5));
}

interface Written {
  readonly p50: number;
  readonly p95: number;
  /** Of candidates, by article. */
  readonly keys: number;
  readonly documents: number;
}

/** What follows when new articles are written one by one, beside the insert; they are taken out again. */
async function write({ articles, archive: { db, watched }, keeper, ids }: Opened, count: number): Promise<Written> {
  const added = newArticles(articles, WARM_UP + count);
  const takeOut = async (): Promise<void> => {
    const gone = added.map(({ _id }): string => _id);
    await db.collection<{ _id: string }>('articles').deleteMany({ _id: { $in: gone } });
    await keeper.follow(gone);
  };
  // A kept archive may hold those of a run that was ended.
  await takeOut();
  const times: number[] = [];
  for (const article of added) {
    await db.collection('articles').insertOne(article);
    times.push(await cpuOf(() => keeper.follow([article['_id']])));
  }
  times.splice(0, WARM_UP);
  await takeOut();
  const watching = new RelatedKeeper(watched.db);
  await watching.neighboursOf('');
  const sent: Document[] = [];
  watched.client.on('commandStarted', ({ command }) => {
    if ('aggregate' in command || command['find'] === 'related_terms') sent.push(command);
  });
  for (const id of ids.slice(0, WATCHED)) await watching.neighboursOf(id);
  watched.client.removeAllListeners('commandStarted');
  let [keys, documents] = [0, 0];
  for (const command of sent) {
    const { keysExamined, docsExamined, lookups } = await explain(db, command);
    keys += keysExamined + (keysExamined === 0 ? lookups.reduce((sum, lookup) => sum + lookup.keysExamined, 0) : 0);
    documents += docsExamined;
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    keys: Math.round(keys / WATCHED),
    documents: Math.round(documents / WATCHED),
  };
}

const LISTS = '{ articles(first: 20) { nodes { related { score reasons { kind label weight } article { id } } } } }';
const AUTHORS = '{ articles(first: 20) { nodes { authors { id name slug jobTitle } } } }';

/** Medians of the processor time of reading 20 articles with their lists, and with their authors, each as a whole request. */
async function read(rounds: number): Promise<{ readonly related: number; readonly authors: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-'));
  try {
    const config = { ...parseConfig({}), dataDir };
    {
      await using content = await openContent(config, silentLog(), () => new Date());
      await content.sweep();
    }
    await using app = await createApp({ config, log: silentLog() });
    const ask = async (query: string): Promise<void> => {
      const response = await app.fetch(
        new Request('http://app/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }),
      );
      const { errors } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors));
    };
    const [lists, authors]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds * 20; round++) {
      lists.push(await cpuOf(() => ask(LISTS)));
      authors.push(await cpuOf(() => ask(AUTHORS)));
    }
    return { related: quantile(lists.slice(rounds), 0.5), authors: quantile(authors.slice(rounds), 0.5) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'masthead-related-')));
  const rounds = Number(values.rounds);
  try {
    const { related, authors } = await read(rounds);
    console.log(
      `Reading 20 articles: with lists and reasons ${related.toFixed(1)} ms, with authors ${authors.toFixed(1)} ms: ${(related / authors).toFixed(2)} times as much (at most 2.3).`,
    );
    await using small = await openDisposable(folder, Number(values.small));
    await using large = await openDisposable(folder, Number(values.large));
    const [first = 0, second = 0] = await rank([small, large], rounds);
    console.log(
      `Ranking one article: ${first.toFixed(1)} ms at ${small.articles}, ${second.toFixed(1)} ms at ${large.articles}: ${(second / first).toFixed(2)} times as much (at most 1.5).`,
    );
    for (const opened of [small, large]) {
      const { p50, p95, keys, documents } = await write(opened, Number(values.writes));
      console.log(
        `Writing one to ${opened.articles}, beside the insert: ${p50.toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms (at most 100 at 100,000); candidates: ${keys} keys and ${documents} documents examined.`,
      );
    }
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
  if (values.bounds === undefined) return;
  for (const { set, age, queries, exhaustive, bounded, recall } of await measureBounds(
    { sets: values.bounds, among: values.among ?? values.bounds },
    Number(values.large),
  )) {
    console.log(
      `${set} among ${values.large} ${age}, ${queries} queries: nDCG@10 ${exhaustive.toFixed(4)} against all, ${bounded.toFixed(4)} bounded, loss ${(exhaustive - bounded).toFixed(4)} (at most .005); candidates contain ${recall.toFixed(3)} of the top ten.`,
    );
  }
}

async function openDisposable(folder: string, articles: number): Promise<Opened & AsyncDisposable> {
  const opened = await open(folder, articles);
  return { ...opened, [Symbol.asyncDispose]: () => opened.archive[Symbol.asyncDispose]() };
}

await main();
