import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContent, type Content } from '#app/open-content.ts';
import type { Config } from '#config.ts';
import type { Log } from '#log.ts';

/** Documents copied at once. */
const BATCH = 500;

/**
 * A copy of what is stored, in a temporary database that goes when it is closed: what is written to it happens nowhere else. It is made by the
 * very code that would write, so what that reports is what would have been reported.
 */
export async function openScratch(content: Content, config: Config, log: Log): Promise<Content> {
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const scratch = await openContent({ ...config, mongodbUri: null, dataDir, seed: 'off' }, log, () => new Date());
    const close = scratch[Symbol.asyncDispose].bind(scratch);
    const copy: Content = {
      ...scratch,
      [Symbol.asyncDispose]: async () => {
        await close();
        await remove();
      },
    };
    await copyAll(content, copy);
    return copy;
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Copies what a writer reads; leases and rows of the outbox are others' business. */
async function copyAll(from: Content, to: Content): Promise<void> {
  const left = new Set(['leases', 'meta', 'outbox']);
  for (const { name } of await from.db.listCollections({}, { nameOnly: true }).toArray()) {
    if (left.has(name) || name.startsWith('system.')) continue;
    let batch: object[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await to.db.collection(name).insertMany(batch);
      batch = [];
    };
    for await (const document of from.db.collection(name).find({}, { batchSize: BATCH })) {
      batch.push(document);
      if (batch.length === BATCH) await flush();
    }
    await flush();
  }
}
