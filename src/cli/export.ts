import { openContent } from '#app/open-content.ts';
import type { Config } from '#config.ts';
import { StartError } from '#errors.ts';
import { exportNdjson } from '#ingest/ndjson/export-ndjson.ts';
import type { Log } from '#log.ts';

/** Writes the configured database to an NDJSON file and tells how many items of each type are in it. */
export async function exportFile({
  file,
  config,
  log,
}: {
  readonly file: string;
  readonly config: Config;
  readonly log: Log;
}): Promise<void> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => new Date());
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('stopped by SIGINT')));
  const counts = await exportNdjson(content.db, file, stop.signal).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^(?:ENOENT|ENOTDIR|EISDIR|EACCES|EROFS|EPERM)$/.test(code)) throw error;
    throw new StartError(`${file} cannot be written: check its folder and that you may write there.`, { cause: error });
  });
  const parts = [...counts].map(([type, count]) => `${type} ${count.toLocaleString('en')}`);
  console.log(`${file}: ${parts.length === 0 ? 'nothing is stored' : parts.join(', ')}`);
}
