import { openContent } from '#app/open-content.ts';
import type { Config } from '#config.ts';
import { exportNdjson } from '#ingest/ndjson/export-ndjson.ts';
import type { Log } from '#log.ts';
import { stoppedByUser } from './stopped-by-user.ts';
import { cannotWrite } from './writable-file.ts';

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
  const signal = stoppedByUser('Stopped: nothing was written.');
  const counts = await exportNdjson(content.db, file, signal).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  const parts = [...counts].map(([type, count]) => `${type} ${count.toLocaleString('en')}`);
  console.log(`${file}: ${parts.length === 0 ? 'nothing is stored' : parts.join(', ')}`);
}
