import { openContent } from '#app/open-content.ts';
import type { Config } from '#config.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import type { Log } from '#log.ts';

/** Writes the sample newsroom, its times relative to `now`; a second run changes what a first one wrote and nobody edited. */
export async function seed({
  now,
  config,
  log,
}: {
  readonly now: Date;
  readonly config: Config;
  readonly log: Log;
}): Promise<void> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => now);
  const outcomes = await content.writer.write(seedItems(now), seedSource);
  const count = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
  console.log(
    `The sample newsroom is in place: ${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged.`,
  );
}
