import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoServerError, type Collection, type Db } from 'mongodb';
import { StartError } from '#errors.ts';

interface LeaseRow {
  readonly _id: string;
  readonly owner: string;
  /** By the database's clock, so that the processes' own need not agree. */
  readonly expiresAt: Date;
  readonly fence: number;
}

/** The right to do one thing alone, until it expires or is released. */
export interface Lease extends AsyncDisposable {
  /** Grows with every owner: what an owner that lost its lease without noticing writes can be told by it. */
  readonly fence: number;
  /** Prolongs it from now on by its time; false where another owner has it by now. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** Takes the lease for `ttlMs`; null while another owner holds it. */
export async function acquireLease(db: Db, name: string, { ttlMs }: { readonly ttlMs: number }): Promise<Lease | null> {
  const leases: Collection<LeaseRow> = db.collection('leases');
  const owner = randomUUID();
  const row = await take(leases, name, owner, ttlMs);
  if (!row) return null;
  const release = async (): Promise<void> => {
    // The row stays, so that its fence goes on counting.
    await leases.updateOne({ _id: name, owner }, [{ $set: { expiresAt: new Date(0), owner: '' } }]);
  };
  return {
    fence: row.fence,
    renew: async () =>
      (await leases.updateOne({ _id: name, owner }, [{ $set: { expiresAt: { $add: ['$$NOW', ttlMs] } } }]))
        .matchedCount === 1,
    release,
    [Symbol.asyncDispose]: release,
  };
}

/** Free by the database's clock; a row just made is. */
const FREE = { $lt: [{ $ifNull: ['$expiresAt', new Date(0)] }, '$$NOW'] };

/** Writes owner and time where the row is free or absent, and nothing else; null where it is another's. */
async function take(
  leases: Collection<LeaseRow>,
  name: string,
  owner: string,
  ttlMs: number,
): Promise<LeaseRow | null> {
  const where = (free: unknown, held: string): object => ({ $cond: [FREE, free, held] });
  try {
    // The condition stands in the update: MongoDB allows no $expr in the filter of an upsert.
    const row = await leases.findOneAndUpdate(
      { _id: name },
      [
        {
          $set: {
            owner: where(owner, '$owner'),
            expiresAt: where({ $add: ['$$NOW', ttlMs] }, '$expiresAt'),
            fence: where({ $add: [{ $ifNull: ['$fence', 0] }, 1] }, '$fence'),
          },
        },
      ],
      { upsert: true, returnDocument: 'after', readPreference: 'primary' },
    );
    return row?.owner === owner ? row : null;
  } catch (error) {
    // Two that make the row at once: the other one has it.
    if (error instanceof MongoServerError && error.code === 11_000) return null;
    throw error;
  }
}

/** 60 s outlast a stalled process; `withLease` prolongs it every 20 s while the work lasts. */
const TTL_MS = 60_000;
const RETRY_MS = 200;

/** Does the work alone: waits up to `waitMs` (2 minutes) for another owner, then a StartError. */
export async function withLease<Value>(
  db: Db,
  name: string,
  work: (lease: Lease) => Promise<Value>,
  { waitMs = 120_000 }: { readonly waitMs?: number } = {},
): Promise<Value> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const lease = await acquireLease(db, name, { ttlMs: TTL_MS });
    if (lease) return holding(lease, work);
    if (performance.now() > deadline)
      throw new StartError(`Another process is still busy with ${name}; try again later.`);
    await pause(RETRY_MS);
  }
}

async function holding<Value>(lease: Lease, work: (lease: Lease) => Promise<Value>): Promise<Value> {
  // A renewal that fails is no reason to stop: the work's own commands will fail too, or the next renewal succeeds.
  const timer = setInterval(() => void lease.renew().catch(() => false), TTL_MS / 3);
  try {
    return await work(lease);
  } finally {
    clearInterval(timer);
    await lease.release();
  }
}
