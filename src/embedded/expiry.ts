import { find, readerOf } from './find.ts';
import { Blocked } from './locks.ts';
import type { Store } from './store.ts';
import { DirectWriter } from './writer.ts';

/** Deletes what the TTL indexes say is over; documents that a transaction has changed are left for the next time. */
export function deleteExpired(store: Store, now: Date): void {
  const writer = new DirectWriter(store);
  for (const collection of store.collections())
    for (const { key, ttlSeconds, partial } of collection.indexes) {
      const [path] = Object.keys(key);
      if (ttlSeconds === undefined || path === undefined) continue;
      const expired = { [path]: { $lt: new Date(now.getTime() - ttlSeconds * 1000) } };
      for (const hit of find(readerOf(store), collection, { filter: partial ? { $and: [partial, expired] } : expired }))
        try {
          store.change(() => writer.remove(collection, hit, hit.document));
        } catch (error) {
          if (!(error instanceof Blocked)) throw error;
        }
    }
}
