import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Document } from 'mongodb';
import { startEmbedded } from '#embedded/start.ts';
import { largeNewsroom } from '#ingest/seed/large/large-newsroom.ts';
import { hashText } from '#lib/hash.ts';
import { connectMongo, type Connection } from '#mongo/connect.ts';
import { ensureIndexes } from '#mongo/indexes.ts';
import { rebuildRelated } from '#related/rebuild.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { relatedPlans } from '#related/stored.ts';

/** An archive with its lists, and articles that are not in it yet. */
export interface Archive extends AsyncDisposable {
  readonly db: Db;
  /** The same by a client that tells of its commands, which costs a second decoding of every reply. */
  readonly watched: Pick<Connection, 'client' | 'db'>;
}

/** The newest articles of the newsroom are left out: they are what comes in while it is measured. */
const KEPT_BACK = 300;
const BATCH = 500;
/** About as long as the articles of the development sets; the newsroom's own are twice that. */
const LONGEST = 2500;
const NOW = new Date('2026-03-01T12:00:00.000Z');

/**
 * An archive of so many articles in `folder`, made where it is not there yet. Only what related stories read of an article is stored: what the
 * writer does beside is measured by others.
 */
export async function openArchive(folder: string, articles: number, say: (line: string) => void): Promise<Archive> {
  await mkdir(folder, { recursive: true });
  const server = await startEmbedded({ path: join(folder, `related-${articles}.db`) });
  const options = { uri: `${server.uri.replace(/\?.*/, '')}masthead?replicaSet=embedded`, appName: 'masthead-bench' };
  const { client, db } = await connectMongo(options);
  const watched = await connectMongo({ ...options, monitorCommands: true });
  const close = async (): Promise<void> => {
    await watched.client.close();
    await client.close();
    await server.close();
  };
  const mark = join(folder, `related-${articles}.json`);
  const isThere = await readFile(mark, 'utf8').catch(() => null);
  if (isThere === null) {
    await ensureIndexes(db, relatedPlans);
    await storeArticles(db, articles);
    say(`${articles} articles stored`);
    const before = process.cpuUsage();
    let [peak, pass] = [0, ''];
    await rebuildRelated(db, new RelatedKeeper(db), {
      uri: options.uri,
      onProgress: (progress) => {
        peak = Math.max(peak, process.memoryUsage.rss());
        if (progress.pass !== pass || progress.done % 10_000 === 0)
          say(`${progress.pass}: ${progress.done} of ${progress.of}, ${Math.round(peak / 1e6)} MB at most so far`);
        ({ pass } = progress);
      },
    });
    const { user, system } = process.cpuUsage(before);
    say(`lists made with ${((user + system) / 1e6).toFixed(0)} s of CPU, the embedded server's included`);
    await writeFile(mark, JSON.stringify({ articles, cpuSeconds: (user + system) / 1e6, peakBytes: peak }));
  }
  return { db, watched, [Symbol.asyncDispose]: close };
}

/** Goes on where it was stopped: what is stored before a whole batch is missing stays. */
async function storeArticles(db: Db, articles: number): Promise<void> {
  const stored = await db.collection('articles').countDocuments();
  let batch: Document[] = [];
  let met = 0;
  for (const article of articlesOf(articles, 0)) {
    met += 1;
    if (met <= stored) continue;
    batch.push(article);
    if (batch.length < BATCH && met < articles) continue;
    await db.collection('articles').insertMany(batch);
    batch = [];
  }
}

/** Articles that the archive does not hold yet, of the newsroom's own stories. */
export function newArticles(articles: number, count: number): readonly Document[] {
  return [...articlesOf(articles, KEPT_BACK)].slice(-KEPT_BACK).slice(0, count);
}

function* articlesOf(count: number, more: number): Generator<Document> {
  let given = 0;
  for (const batch of largeNewsroom({ articles: count + KEPT_BACK, seed: 1, now: NOW })) {
    for (const item of batch) {
      if (item.type !== 'article' || given >= count + more) continue;
      given += 1;
      let length = 0;
      const body = item.body.flatMap((block) => {
        length += block.type === 'paragraph' ? block.html.length : 0;
        return block.type === 'paragraph' && length < LONGEST ? [{ ...block, id: randomBytes(4).toString('hex') }] : [];
      });
      yield {
        _id: hashText(item.id, 24),
        rev: 1,
        status: 'published',
        headline: item.headline,
        standfirst: item.standfirst,
        body,
        lang: 'en',
        publishedAt: new Date(item.publishedAt ?? NOW),
        topicIds: item.topics,
        mainSectionId: item.sections[0] ?? null,
        authorIds: item.authors,
      };
    }
  }
}
