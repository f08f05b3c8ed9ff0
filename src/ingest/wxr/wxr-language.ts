import { oncePerObject } from '#lib/once-per-object.ts';
import type { SiteItem } from '#content/imported-item.ts';
import type { CleanBody } from '#ingest/clean/body.ts';
import { isTellable, otherLanguageOf } from '#ingest/clean/language.ts';
import type { WxrItem } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

/** As much as is needed to be sure. */
const CHARACTERS = 1_500;

/** The locale of a post: what its translation plugin says, else that of its words where that is surely another than the site's. Null = the site's. */
export function localeOf(post: WxrItem, { texts }: CleanBody, { item }: WxrSite): string | null {
  // Polylang's term, which is a language code.
  const said = post.terms.find(({ domain }) => domain === 'language')?.slug.replace('_', '-');
  if (said !== undefined && /^[a-z]{2,3}(?:-[a-z]{2}|-[a-z]{4})?$/i.test(said))
    return Intl.getCanonicalLocales(said)[0] ?? null;
  const own = languageOfSite(item);
  if (own === null) return null;
  let start = '';
  for (const text of texts) {
    start += `${text}\n`;
    if (start.length > CHARACTERS) break;
  }
  return otherLanguageOf(start, own);
}

/** The language of a site, where others can be told from it. */
const languageOfSite = oncePerObject(({ locale }: SiteItem): string | null => {
  const { language } = new Intl.Locale(locale);
  const own = ['no', 'nn'].includes(language) ? 'nb' : language;
  return isTellable(own) ? own : null;
});
