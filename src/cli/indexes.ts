import { listMissingIndexes, makeIndexes } from '#app/indexes.ts';
import type { Config } from '#config.ts';
import type { Log } from '#log.ts';

interface IndexesCommand {
  readonly apply: boolean;
  readonly drop: boolean;
  readonly config: Config;
  readonly log: Log;
}

/** Tells which indexes are missing, or makes them. 1 where some could not be made, since duplicate rows or an older index are in the way. */
export async function indexes({ apply, drop, config, log }: IndexesCommand): Promise<0 | 1> {
  if (!apply) {
    const missing = await listMissingIndexes(config, log);
    for (const { collection, name } of missing) console.log(`missing  ${collection}  ${name}`);
    console.log(missing.length === 0 ? 'All indexes are there.' : `${missing.length} missing; --apply makes them.`);
    return 0;
  }
  const { created, dropped, unwanted, failed } = await makeIndexes(config, log, { drop });
  for (const { collection, name } of created) console.log(`made     ${collection}  ${name}`);
  for (const { collection, name } of dropped) console.log(`dropped  ${collection}  ${name}`);
  for (const { collection, name } of unwanted) console.log(`unwanted ${collection}  ${name}  (--drop removes it)`);
  for (const { collection, name, reason } of failed)
    console.error(
      `failed   ${collection}  ${name}  ${reason === 'duplicates' ? 'rows break its uniqueness: remove the duplicates' : 'an older index is in the way: --drop removes it'}`,
    );
  return failed.length > 0 ? 1 : 0;
}
