import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';

/** A folder of a test file's own, removed when its tests are done. */
export async function useFolder(): Promise<{
  readonly folder: string;
  /** Writes records one a line, gzipped where the name says so; answers with the path. */
  readonly write: (name: string, records: readonly object[]) => Promise<string>;
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'masthead-quality-'));
  afterAll(() => rm(folder, { recursive: true }));
  return {
    folder,
    async write(name, records) {
      const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
      const file = path.join(folder, name);
      await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text);
      return file;
    },
  };
}
