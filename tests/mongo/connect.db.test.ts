import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '#errors.ts';
import { connectMongo } from '#mongo/connect.ts';
import { checkMeta } from '#mongo/meta.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => emptyDatabase(database.db));
afterAll(() => database[Symbol.asyncDispose]());

describe('connecting', () => {
  it('uses the database that the connection string names, else masthead', async () => {
    await using named = await connectMongo({ uri: database.uri, appName: 'test' });
    expect(named.db.databaseName).toBe(database.db.databaseName);
    await using nameless = await connectMongo({
      uri: database.uri.replace(/\/masthead_test_\w+/, '/'),
      appName: 'test',
    });
    expect(nameless.db.databaseName).toBe('masthead');
  });

  it('says in a sentence that nobody answers, and names no host', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close();
    const failure = connectMongo({ uri: `mongodb://ada:secret@127.0.0.1:${port}/x`, appName: 'test' });
    await expect(failure).rejects.toThrow(StartError);
    await expect(failure).rejects.toThrow(/^No MongoDB server answers at MONGODB_URI within 5 seconds; [^\d]+$/);
  });

  it('refuses what is no connection string', async () => {
    await expect(connectMongo({ uri: 'postgres://x', appName: 'test' })).rejects.toThrow(
      'MONGODB_URI is not a valid connection string',
    );
  });
});

describe('the version of the data', () => {
  it('is noted in a new database and accepted by the same program', async () => {
    await checkMeta(database.db);
    await checkMeta(database.db);
    expect(await database.db.collection('meta').findOne()).toMatchObject({ version: 1, minReader: 1 });
  });

  it('newer than the program reads is refused', async () => {
    await checkMeta(database.db, { version: 3, minReader: 2 });
    await expect(checkMeta(database.db)).rejects.toThrow('written by a newer Masthead');
  });

  it('newer but still readable is accepted', async () => {
    await checkMeta(database.db, { version: 2, minReader: 1 });
    await expect(checkMeta(database.db)).resolves.toBeUndefined();
  });

  it('older than the program writes is refused', async () => {
    await checkMeta(database.db);
    await expect(checkMeta(database.db, { version: 2, minReader: 1 })).rejects.toThrow('this Masthead needs 2');
  });
});
