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
import { allPlans } from './plans.ts';
import { RelatedWriting } from './related-writing.ts';

/** The open content database and who writes to it. */
export interface Content extends AsyncDisposable {
  readonly client: MongoClient;
  readonly db: Db;
  /** For people: "embedded" or "MongoDB replica set". */
  readonly kind: string;
  readonly uri: string;
  readonly writer: Writer;
  readonly related: RelatedWriting;
  /** Does what a killed writer left undone, unless another process is at it; what fails is logged. Stops when the content is closed. */
  sweep(): Promise<void>;
}

/** Opens the configured database; indexes are made and samples written only where that was agreed: in an empty or the embedded one. Throws StartError. */
export async function openContent(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'siteUrl' | 'seed'>,
  log: Log,
  now: () => Date,
  { monitorCommands = false }: { readonly monitorCommands?: boolean } = {},
): Promise<Content> {
  const embedded = config.mongodbUri === null ? await openEmbedded(config.dataDir) : null;
  try {
    const uri = config.mongodbUri ?? embedded?.uri ?? '';
    const connection = await connectMongo({ uri, appName: 'masthead', monitorCommands });
    const { client, db } = connection;
    const isEmpty = (await db.listCollections({}, { nameOnly: true }).toArray()).length === 0;
    await checkMeta(db);
    await prepareIndexes(db, log, embedded !== null || isEmpty);
    const related = new RelatedWriting(db, uri);
    const siteUrl = config.siteUrl === null ? {} : { siteUrl: config.siteUrl };
    const writer = createWriter({ client, db, now, afterCommit: [related.afterCommit], ...siteUrl });
    const closing = new AbortController();
    const isNew = embedded !== null && config.seed === 'auto' && (await isWithoutArticles(db));
    if (isNew) await seed(writer, related, now());
    let sweeping: Promise<void> = Promise.resolve();
    const sweep = async (): Promise<void> => {
      await writer.sweepOutbox();
      await related.resume(closing.signal);
    };
    return {
      client,
      db,
      kind: embedded ? 'embedded' : 'MongoDB',
      uri,
      writer,
      related,
      sweep() {
        sweeping = Promise.all([sweeping, sweep()]).then(
          () => {},
          (cause: unknown) => log.error({ cause: describeError(cause) }, logEvents.failed),
        );
        return sweeping;
      },
      async [Symbol.asyncDispose]() {
        closing.abort();
        await sweeping;
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
      ENOSPC: 'No space is left on the disk of DATA_DIR: make room, or set DATA_DIR to another folder.',
      ...Object.fromEntries(
        ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EPERM', 'EINVAL'].map((one) => [
          one,
          'No folder can be made at DATA_DIR: set it to another place.',
        ]),
      ),
    };
    throw new StartError(
      reasons[String(code)] ??
        'The embedded database could not be started in DATA_DIR: check that its files may be written, or set it to another folder.',
      { cause: error },
    );
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

/** Writes the samples. Whoever starts it for the first time is answered at once: their related stories are left to the first sweep. */
async function seed(writer: Writer, related: RelatedWriting, now: Date): Promise<void> {
  await using _ = await related.startBulk();
  await writer.write(seedItems(now), seedSource);
}
