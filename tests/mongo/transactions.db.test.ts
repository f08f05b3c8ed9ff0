import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, MovedOn } from '#mongo/transactions.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => emptyDatabase(database.db));
afterAll(() => database[Symbol.asyncDispose]());

const rows = (): Promise<readonly string[]> =>
  database.db.collection('meta').distinct('_id') as unknown as Promise<string[]>;

describe('a transaction', () => {
  it('is run again when what it read moved on, and keeps nothing of the first attempt', async () => {
    const attempts: string[] = [];
    await inTransaction(database.client, async (session) => {
      attempts.push(`attempt-${attempts.length + 1}`);
      await database.db.collection<{ _id: string }>('meta').insertOne({ _id: attempts.at(-1) ?? '' }, { session });
      if (attempts.length < 3) throw new MovedOn();
    });
    expect(attempts).toHaveLength(3);
    expect(await rows()).toEqual(['attempt-3']);
  });

  it('is run again when a unique index shows that somebody was first', async () => {
    const meta = database.db.collection<{ _id: string }>('meta');
    await meta.insertOne({ _id: '1' });
    let at = 0;
    await inTransaction(database.client, async (session) => {
      at += 1;
      await meta.insertOne({ _id: String(at) }, { session });
    });
    expect(await rows()).toEqual(['1', '2']);
  });

  it('passes on every other failure at once', async () => {
    const broken = new Error('broken');
    let attempts = 0;
    const failing = inTransaction(database.client, () => {
      attempts += 1;
      return Promise.reject(broken);
    });
    await expect(failing).rejects.toBe(broken);
    expect(attempts).toBe(1);
  });
});
