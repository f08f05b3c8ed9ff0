import type { Db, MongoClient } from 'mongodb';
import type { Config } from '#config.ts';
import { createWriter, type Writer } from '#content/write.ts';
import { openDataDir } from '#embedded/data-dir.ts';
import { StartError } from '#errors.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import { logEvents, type Log } from '#log.ts';
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
    const writer = createWriter({
      client,
      db,
      now,
      afterCommit: [createRelatedHandler({ db })],
      ...(config.siteUrl === null ? {} : { siteUrl: config.siteUrl }),
    });
    if (embedded && config.seed === 'auto') await seedIfEmpty(db, writer, now());
    const kind = embedded ? 'embedded' : 'MongoDB';
    return {
      client,
      db,
      kind,
      writer,
      async [Symbol.asyncDispose]() {
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

async function seedIfEmpty(db: Db, writer: Writer, now: Date): Promise<void> {
  if ((await db.collection('articles').findOne({}, { projection: { _id: 1 } })) === null)
    await writer.write(seedItems(now), seedSource);
}
