import { setTimeout as pause } from 'node:timers/promises';
import type { Db, MongoClient } from 'mongodb';
import type { Config } from '#config.ts';
import { createWriter, type Writer } from '#content/write.ts';
import { openDataDir } from '#embedded/data-dir.ts';
import { StartError } from '#errors.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import { describeError, logEvents, type Log } from '#log.ts';
import { connectMongo } from '#mongo/connect.ts';
import { ensureIndexes, missingIndexes } from '#mongo/indexes.ts';
import { checkMeta } from '#mongo/meta.ts';
import { createRelatedHandler } from '#related/related-handler.ts';
import { allPlans } from './plans.ts';

/** The open content database and who writes to it. */
export interface Content extends AsyncDisposable {
  readonly client: MongoClient;
  readonly db: Db;
  /** For people: "embedded" or "MongoDB replica set". */
  readonly kind: string;
  readonly writer: Writer;
}

/** Opens the configured database; indexes are made and samples written only where that was agreed: in an empty or the embedded one. Throws StartError. */
export async function openContent(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'siteUrl' | 'seed'>,
  log: Log,
  now: () => Date,
): Promise<Content> {
  const embedded = config.mongodbUri === null ? await openEmbedded(config.dataDir) : null;
  try {
    const connection = await connectMongo({
      uri: config.mongodbUri ?? embedded?.uri ?? '',
      appName: 'masthead',
      monitorCommands: true,
    });
    const { client, db } = connection;
    const isEmpty = (await db.listCollections({}, { nameOnly: true }).toArray()).length === 0;
    await checkMeta(db);
    await prepareIndexes(db, log, embedded !== null || isEmpty);
    const options = {
      client,
      db,
      now,
      afterCommit: [createRelatedHandler({ db })],
      ...(config.siteUrl === null ? {} : { siteUrl: config.siteUrl }),
    };
    const writer = createWriter(options);
    const isNew = embedded !== null && config.seed === 'auto' && (await isWithoutArticles(db));
    // Whoever starts it for the first time is answered at once; related stories follow a moment later.
    if (isNew) await createWriter({ ...options, handleLater: true }).write(seedItems(now()), seedSource);
    const closing = new AbortController();
    const following = isNew ? followSeed(writer, log, closing.signal) : null;
    const kind = embedded ? 'embedded' : 'MongoDB';
    return {
      client,
      db,
      kind,
      writer,
      async [Symbol.asyncDispose]() {
        closing.abort();
        await following;
        await connection[Symbol.asyncDispose]();
        await embedded?.[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await embedded?.[Symbol.asyncDispose]();
    throw error;
  }
}

async function openEmbedded(dataDir: string) {
  try {
    return await openDataDir(dataDir);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const reasons: Readonly<Record<string, string>> = {
      EMBEDDED_LOCKED: 'The data in DATA_DIR is in use by another process: stop it, or set DATA_DIR to another folder.',
      EACCES: 'The folder of DATA_DIR may not be written by this user: set DATA_DIR to another one.',
      EROFS: 'The folder of DATA_DIR may not be written: set DATA_DIR to another one.',
    };
    throw new StartError(reasons[String(code)] ?? 'The embedded database could not be started in DATA_DIR.', {
      cause: error,
    });
  }
}

/** An operator of a real database decides when indexes are built; the samples' own database just has them. */
async function prepareIndexes(db: Db, log: Log, ours: boolean): Promise<void> {
  if (ours) {
    await ensureIndexes(db, allPlans);
    return;
  }
  const missing = await missingIndexes(db, allPlans);
  if (missing.length > 0) log.warn({ missing, run: 'npm run indexes -- --apply' }, logEvents.indexesMissing);
}

async function isWithoutArticles(db: Db): Promise<boolean> {
  return (await db.collection('articles').findOne({}, { projection: { _id: 1 } })) === null;
}

/** 1.5 s: the server listens and has answered its first page; related stories take the processor for about two seconds. */
const FIRST_ANSWERS_MS = 1_500;

/** What it leaves undone is taken up by the next sweep of any process. */
async function followSeed(writer: Writer, log: Log, signal: AbortSignal): Promise<void> {
  try {
    await pause(FIRST_ANSWERS_MS, undefined, { signal });
    await writer.sweepOutbox(0);
  } catch (cause) {
    if (!signal.aborted) log.error({ cause: describeError(cause) }, logEvents.failed);
  }
}
