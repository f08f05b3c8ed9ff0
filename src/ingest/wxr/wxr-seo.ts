import { plainText } from '#ingest/clean/plain-text.ts';
import { isSerialised, metaOf } from './wxr-meta.ts';
import type { WxrItem } from './wxr-shapes.ts';

export interface WxrSeo {
  readonly title: string | null;
  readonly description: string | null;
  readonly canonical: string | null;
  readonly noindex: boolean;
}

/** What the variables of a template stand for; null = nothing to say. */
export interface SeoWords {
  readonly headline: string;
  readonly siteName: string;
  readonly standfirst: string | null;
}

/** A variable of Yoast (`%%title%%`) or Rank Math (`%title%`, `%excerpt(20)%`). */
const VARIABLE = /%%([a-z][a-z0-9_-]*)%%|%([a-z][a-z0-9_]*)(?:\([^()%]*\))?%/gi;

/** What Yoast or Rank Math says of a post: templates filled in; one that says no more than headline and site, or what is not known here, says nothing. */
export function seoOf(post: WxrItem, words: SeoWords): WxrSeo {
  return {
    title: own(metaOf(post, '_yoast_wpseo_title', 'rank_math_title'), words, 2_000),
    description: own(metaOf(post, '_yoast_wpseo_metadesc', 'rank_math_description'), words, 20_000),
    canonical: metaOf(post, '_yoast_wpseo_canonical', 'rank_math_canonical_url'),
    noindex:
      metaOf(post, '_yoast_wpseo_meta-robots-noindex') === '1' ||
      /"noindex"/.test(metaOf(post, 'rank_math_robots') ?? ''),
  };
}

function own(template: string | null, words: SeoWords, maxLength: number): string | null {
  if (template === null || isSerialised(template)) return null;
  const text = plainText(template);
  if (!/\p{L}/u.test(text.replaceAll(VARIABLE, ''))) return null;
  let isKnown = true;
  const filled = text.replaceAll(VARIABLE, (_variable, yoast: string | undefined, rankMath: string | undefined) => {
    const value = valueOf((yoast ?? rankMath ?? '').toLowerCase(), words);
    isKnown &&= value !== null;
    return value ?? '';
  });
  if (!isKnown) return null;
  // A separator with nothing on one side, where a variable was empty.
  const trimmed = filled.replaceAll(/\s+/g, ' ').replaceAll(/^[\s–|-]+|[\s–|-]+$/g, '');
  return trimmed.slice(0, maxLength) || null;
}

function valueOf(variable: string, { headline, siteName, standfirst }: SeoWords): string | null {
  switch (variable) {
    case 'title':
    case 'seo_title':
      return headline;
    case 'sitename':
      return siteName;
    case 'sep':
      return '-';
    // They say something on the second page of a list only.
    case 'page':
    case 'pagenumber':
    case 'pagetotal':
      return '';
    case 'excerpt':
    case 'excerpt_only':
      return standfirst;
    default:
      return null;
  }
}
