import type { CleanBody } from '#ingest/clean/body.ts';
import { textOfInline } from '#ingest/clean/inline-writer.ts';
import { isTellable, otherLanguageOf } from '#ingest/clean/language.ts';
import type { WxrItem } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

/** As much as is needed to be sure. */
const CHARACTERS = 1_500;

/** The locale of a post: what its translation plugin says, else that of its words where that is surely another than the site's. Null = the site's. */
export function localeOf(post: WxrItem, { blocks }: CleanBody, { item }: WxrSite): string | null {
  // Polylang's term, which is a language code.
  const said = post.terms.find(({ domain }) => domain === 'language')?.slug.replace('_', '-');
  if (said !== undefined && /^[a-z]{2,3}(?:-[a-z]{2}|-[a-z]{4})?$/i.test(said))
    return Intl.getCanonicalLocales(said)[0] ?? null;
  const { language } = new Intl.Locale(item.locale);
  const own = ['no', 'nn'].includes(language) ? 'nb' : language;
  if (!isTellable(own)) return null;
  let text = '';
  for (const block of blocks) {
    if (block.type === 'paragraph') text += `${textOfInline(block.html)}\n`;
    if (text.length > CHARACTERS) break;
  }
  return otherLanguageOf(text, own);
}
