import type { Config } from '#config.ts';
import type { Log } from '#log.ts';
import { applyIndexes, missingIndexes, type IndexReport, type NamedIndex } from '#mongo/indexes.ts';
import { openContent } from './open-content.ts';
import { allPlans } from './plans.ts';

/** What is missing in the configured database. */
export async function listMissingIndexes(config: Config, log: Log): Promise<readonly NamedIndex[]> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => new Date());
  return await missingIndexes(content.db, allPlans);
}

/** Makes what is missing, new before old; drops what nobody wishes only if told to. */
export async function makeIndexes(
  config: Config,
  log: Log,
  { drop }: { readonly drop: boolean },
): Promise<IndexReport> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => new Date());
  return await applyIndexes(content.db, allPlans, { drop });
}
