import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acquireLease, withLease } from '#mongo/leases.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => emptyDatabase(database.db));
afterAll(() => database[Symbol.asyncDispose]());

describe('a lease', () => {
  it('has one owner at a time, and a fence that grows with each', async () => {
    const first = await acquireLease(database.db, 'sweep', { ttlMs: 60_000 });
    expect(first?.fence).toBe(1);
    expect(await acquireLease(database.db, 'sweep', { ttlMs: 60_000 })).toBeNull();
    await first?.release();
    const second = await acquireLease(database.db, 'sweep', { ttlMs: 60_000 });
    expect(second?.fence).toBe(2);
    expect(await first?.renew()).toBe(false);
    expect(await second?.renew()).toBe(true);
  });

  it('is given to one of many who ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => acquireLease(database.db, 'rush', { ttlMs: 60_000 })),
    );
    expect(asked.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('is free again when its time is over by the clock of the database', async () => {
    const lost = await acquireLease(database.db, 'sweep', { ttlMs: 60_000 });
    await database.db.collection('leases').updateOne({}, { $set: { expiresAt: new Date(Date.now() - 1_000) } });
    const next = await acquireLease(database.db, 'sweep', { ttlMs: 60_000 });
    expect(next?.fence).toBe(2);
    await lost?.release();
    expect(await next?.renew()).toBe(true);
  });

  it('is released when the work under it fails', async () => {
    const broken = new Error('broken');
    await expect(withLease(database.db, 'work', () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await withLease(database.db, 'work', ({ fence }) => Promise.resolve(fence), { waitMs: 0 })).toBe(2);
  });

  it('that another owner keeps ends the wait in a sentence', async () => {
    await using held = await acquireLease(database.db, 'work', { ttlMs: 60_000 });
    expect(held).not.toBeNull();
    await expect(withLease(database.db, 'work', () => Promise.resolve(), { waitMs: 0 })).rejects.toThrow(
      'Another process is still busy with work; try again later.',
    );
  });
});
