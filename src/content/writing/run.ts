import type { Db, MongoClient } from 'mongodb';
import { hostOf } from '#content/article/links.ts';
import type { SiteDoc } from '#content/site/site.ts';
import type { ItemSource } from '#content/write.ts';

/** What holds for all batches of one call of the writer. */
export interface Run {
  readonly client: MongoClient;
  readonly db: Db;
  readonly source: ItemSource;
  readonly now: Date;
  readonly site: { readonly locale: string; readonly timeZone: string };
  /** Hosts whose paths are paths of this site. */
  readonly hosts: ReadonlySet<string>;
  /** `type id` of all documents that an item of this call has claimed: a second item for one of them is refused. */
  readonly claimed: Set<string>;
  /** Where a field was changed here and at the source, the source's is taken. */
  readonly overwrite: boolean;
}

/** The hosts under which the site is known: its stored address and the one it is configured with. */
export function siteHosts(...urls: readonly (string | null | undefined)[]): ReadonlySet<string> {
  return new Set(urls.flatMap((url) => hostOf(url ?? null) ?? []));
}

/** What is assumed of a site that nobody has described yet. */
export function siteSettings(site: SiteDoc | null): Run['site'] {
  return { locale: site?.locale ?? 'en', timeZone: site?.timeZone ?? 'UTC' };
}
