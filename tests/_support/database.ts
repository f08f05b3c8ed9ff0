import { randomBytes } from 'node:crypto';
import type { Db, MongoClient } from 'mongodb';
import { allPlans } from '#app/plans.ts';
import { startEmbedded } from '#embedded/start.ts';
import { connectMongo } from '#mongo/connect.ts';
import { ensureIndexes } from '#mongo/indexes.ts';

export interface TestDatabase extends AsyncDisposable {
  readonly client: MongoClient;
  readonly db: Db;
  /** For a second client of the same database. */
  readonly uri: string;
}

/** An empty database with all indexes: of an embedded server of its own, or with MONGODB_URI of that server, dropped after. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `masthead_test_${randomBytes(6).toString('hex')}`;
  const given = process.env['MONGODB_URI'] || null;
  const server = given ? null : await startEmbedded();
  const uri = withName(given ?? server?.uri ?? '', name);
  const { client, db } = await connectMongo({ uri, appName: 'masthead-test', monitorCommands: true });
  await ensureIndexes(db, allPlans);
  return {
    client,
    db,
    uri,
    [Symbol.asyncDispose]: async () => {
      if (!server) await db.dropDatabase();
      await client.close();
      await server?.close();
    },
  };
}

/** Empties every collection and keeps the indexes: cheaper than a database per test. */
export async function emptyDatabase(db: Db): Promise<void> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(collections.map(({ name }) => db.collection(name).deleteMany({})));
}

function withName(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
