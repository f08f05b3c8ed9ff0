import { plainText } from '#ingest/clean/plain-text.ts';
import { isSerialised, metaOf } from './wxr-meta.ts';
import type { WxrItem } from './wxr-shapes.ts';

export interface WxrSeo {
  readonly title: string | null;
  readonly description: string | null;
  readonly canonical: string | null;
  readonly noindex: boolean;
}

/** What Yoast or Rank Math says of a post; a title made of template variables says nothing of its own. */
export function seoOf(post: WxrItem): WxrSeo {
  return {
    title: own(metaOf(post, '_yoast_wpseo_title', 'rank_math_title'), 2_000),
    description: own(metaOf(post, '_yoast_wpseo_metadesc', 'rank_math_description'), 20_000),
    canonical: metaOf(post, '_yoast_wpseo_canonical', 'rank_math_canonical_url'),
    noindex:
      metaOf(post, '_yoast_wpseo_meta-robots-noindex') === '1' ||
      /"noindex"/.test(metaOf(post, 'rank_math_robots') ?? ''),
  };
}

function own(text: string | null, maxLength: number): string | null {
  if (text === null || isSerialised(text) || /%%?[a-z_]+%%?/i.test(text)) return null;
  return plainText(text).slice(0, maxLength) || null;
}
