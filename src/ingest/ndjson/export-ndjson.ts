import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Db } from 'mongodb';
import { exportItems } from '#content/export/export-items.ts';
import type { ItemType } from '#content/imported-item.ts';

/**
 * Writes everything that is stored to a file, one item a line; tells how many lines of each type. The file is there only when it is whole:
 * until then it is `<file>.part`.
 */
export async function exportNdjson(db: Db, file: string, signal: AbortSignal): Promise<ReadonlyMap<ItemType, number>> {
  const counts = new Map<ItemType, number>();
  const part = `${file}.part`;
  async function* lines(): AsyncGenerator<string> {
    for await (const item of exportItems(db, signal)) {
      counts.set(item.type, (counts.get(item.type) ?? 0) + 1);
      yield `${JSON.stringify(item)}\n`;
    }
  }
  try {
    // Bodies of drafts are nobody else's to read.
    await pipeline(Readable.from(lines()), createWriteStream(part, { mode: 0o600 }), { signal });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return counts;
}
