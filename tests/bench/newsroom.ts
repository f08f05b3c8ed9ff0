import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Db, MongoClient } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { visibleAt } from '#content/visibility.ts';
import { operation } from '../_support/operations.ts';
import { type Measured, startMeasured } from './processes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A seeded newsroom and the process that serves its data; null where that is a MongoDB of somebody else's. */
export interface Newsroom {
  readonly articles: number;
  readonly uri: string;
  readonly database: Measured | null;
  readonly cases: readonly Case[];
}

/** A request of the bench. */
export interface Case {
  readonly operation: string;
  readonly body: string;
}

/** Seeds a database unless it was seeded before; a folder that is kept is only read the next time. */
export async function seedNewsroom(articles: number, seed: number, { folder, mongodbUri }: Place): Promise<void> {
  const done = join(folder, 'seeded.json');
  if (mongodbUri === null && existsSync(done)) return;
  await mkdir(folder, { recursive: true });
  const { PATH = '' } = process.env;
  const where = mongodbUri === null ? { DATA_DIR: folder } : { MONGODB_URI: databaseUri(mongodbUri, articles) };
  const args = ['src/cli.ts', 'seed', '--articles', String(articles), '--seed', String(seed)];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, ...where }, stdio: ['ignore', 2, 2] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`seeding ended with ${String(status)}`);
  await writeFile(done, JSON.stringify({ articles, seed }));
}

export interface Place {
  readonly folder: string;
  readonly mongodbUri: string | null;
}

/** Starts the database of a seeded newsroom, and looks up what the requests will ask for. */
export async function openNewsroom(articles: number, { folder, mongodbUri }: Place): Promise<Newsroom> {
  const database =
    mongodbUri === null
      ? await startMeasured({
          args: ['src/cli.ts', 'db', '--data', folder],
          on: 'rest',
          ready: (line) => (line.startsWith('mongodb:') ? line : null),
        })
      : null;
  const uri = databaseUri(mongodbUri ?? database?.url ?? '', articles, mongodbUri === null);
  const client = await MongoClient.connect(uri);
  try {
    return { articles, uri, database, cases: await casesOf(client.db(new URL(uri).pathname.slice(1))) };
  } finally {
    await client.close();
  }
}

/** The same server, with a database of its own for each size. */
function databaseUri(uri: string, articles: number, embedded = false): string {
  const url = new URL(uri);
  url.pathname = embedded ? '/masthead' : `/masthead_bench_${articles}`;
  return url.href;
}

/** Different requests of each operation: no answer is asked for twice in a row. */
const VARIANTS = 12;

async function casesOf(db: Db): Promise<readonly Case[]> {
  const now = new Date();
  const newest = await db
    .collection<ArticleDoc>('articles')
    .find({ ...visibleAt(now), lang: 'en', 'topicIds.1': { $exists: true } })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(600)
    .toArray();
  if (newest.length < VARIANTS) throw new Error('the newsroom is too small to be measured');
  const articles = Array.from({ length: VARIANTS }, (_, at) => newest[Math.floor((at * newest.length) / VARIANTS)]);
  const topics = await db
    .collection<{ readonly _id: string; readonly slug: string }>('topics')
    .find({ _id: { $in: articles.flatMap((article) => article?.topicIds[0] ?? []) } })
    .toArray();
  const cursor = (at: number): number => 5 + at;
  return articles.flatMap((article, at) => {
    const slug = article?.slug ?? '';
    const since = new Date(now.getTime() - (3 + at) * 86_400_000).toISOString();
    const text = wordsOf(article?.headline ?? '');
    return [
      request('article-page', { slug }),
      request('article-page-by-path', { path: article?.path ?? '/' }),
      request('article-cards', { first: 20 - (at % 3) }),
      request('author-pages', { first: 20 - (at % 3) }),
      request('section-front', {}),
      request('topic-page', { slug: topics[at % topics.length]?.slug ?? '', first: 20 }),
      request('latest-feed', { first: 50 - cursor(at % 3), since }),
      request('search-results', { text, first: 20 }),
    ];
  });
}

/** What somebody types who looks for a story: the two longest words of its headline. */
function wordsOf(headline: string): string {
  const words = headline.match(/\p{L}+/gu) ?? [];
  return words
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 2)
    .join(' ');
}

function request(name: string, variables: object): Case {
  return { operation: name, body: JSON.stringify({ query: operation(name), variables }) };
}
