import type { Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { SiteItem } from '#content/imported-item.ts';
import { createPartIds } from '#content/part-ids.ts';
import { site, type SiteDoc } from '#content/site/site.ts';
import type { ItemSource, Outcome } from '#content/write.ts';
import { hashValue } from '#lib/hash.ts';
import { isTimeZone } from '#lib/zoned-time.ts';
import type { RefusalCode } from './codes.data.ts';

/** The site as stored; null before anybody described it. */
export async function readSite(db: Db): Promise<SiteDoc | null> {
  return db.collection<SiteDoc>('site').findOne({ _id: 'site' }, { readPreference: 'primary' });
}

/** Stores the site where there is none; a `site` line of NDJSON says so on purpose and replaces it. */
export async function writeSite(db: Db, item: SiteItem, source: ItemSource): Promise<Outcome> {
  const report = (
    outcome: Outcome['outcome'],
    reason: RefusalCode | null = null,
    field: string | null = null,
  ): Outcome => ({
    type: 'site',
    id: item.id,
    outcome,
    reason,
    field,
    conflicts: [],
    notices: [],
  });
  const doc = siteOf(item);
  if ('field' in doc) return report('rejected', doc.reason, doc.field);
  const sites = db.collection<SiteDoc>('site');
  const before = await readSite(db);
  if (!before) {
    const inserted = await insertOnce(() => sites.insertOne(doc));
    return report(inserted ? 'created' : 'unchanged');
  }
  const replaces = source.keyOf('site', item.id).startsWith('ndjson:');
  if (!replaces || hashValue(before) === hashValue(doc)) return report('unchanged');
  const { _id, ...replacement } = doc;
  await sites.replaceOne({ _id }, replacement);
  return report('updated');
}

function siteOf(item: SiteItem): SiteDoc | { readonly reason: RefusalCode; readonly field: string } {
  if (!isTimeZone(item.timeZone)) return { reason: 'bad-time-zone', field: 'timeZone' };
  if (!isLocale(item.locale)) return { reason: 'bad-locale', field: 'locale' };
  const ids = createPartIds('site');
  const logo = item.publisher?.logo;
  return site.parse({
    _id: 'site',
    name: item.name,
    url: item.url,
    locale: Intl.getCanonicalLocales(item.locale)[0],
    timeZone: item.timeZone,
    publisher: item.publisher && { ...item.publisher, logo: logo ? ids.image(logo) : null },
  });
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** False where another process was first. */
async function insertOnce(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 11_000) return false;
    throw error;
  }
}
