import { plainText } from '#ingest/clean/plain-text.ts';
import type { Mapping } from '#ingest/mapping.ts';
import type { WxrItem } from './wxr-shapes.ts';

const MAX_BYLINE = 2_000;
/** Post meta that means something to us everywhere. */
const META_KEYS: ReadonlySet<string> = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_attachment_metadata',
  '_wp_old_slug',
  '_menu_item_type',
  '_menu_item_object_id',
  'byline',
  '_yoast_wpseo_title',
  '_yoast_wpseo_metadesc',
  '_yoast_wpseo_canonical',
  '_yoast_wpseo_meta-robots-noindex',
  '_yoast_wpseo_primary_category',
  'rank_math_title',
  'rank_math_description',
  'rank_math_canonical_url',
  'rank_math_robots',
  'rank_math_primary_category',
]);

/** The keys of post meta that are read; all others are dropped at once. */
export function metaKeysOf({ meta }: Mapping): ReadonlySet<string> {
  return new Set([...META_KEYS, ...meta.byline, ...meta.standfirst]);
}

/** The first value of a key that is not blank, trimmed; null when there is none. */
export function metaOf(item: WxrItem, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = item.meta.find(([name, value]) => name === key && value.trim() !== '')?.[1];
    if (value !== undefined) return value.trim();
  }
  return null;
}

/** The byline as printed, out of meta; null where there is none. */
export function bylineOf(item: WxrItem, { meta }: Mapping): string | null {
  const byline = metaOf(item, ...meta.byline, 'byline');
  if (byline === null || isSerialised(byline)) return null;
  return plainText(byline).slice(0, MAX_BYLINE) || null;
}

/** True for text in PHP's serialisation, which is never unserialised. */
export function isSerialised(value: string): boolean {
  return /^(?:[aOC]:\d+:|s:\d+:"|[ibd]:-?[\d.]+;|N;)/.test(value.trim());
}

/** Width and height out of a serialised `_wp_attachment_metadata`, read as text; null where it says nothing. */
export function sizeOf(metadata: string | null): { readonly width: number; readonly height: number } | null {
  const width = /^a:\d+:\{.{0,2000}?s:5:"width";(?:i:|s:\d+:")(\d{1,6})/s.exec(metadata ?? '')?.[1];
  const height = /^a:\d+:\{.{0,2000}?s:6:"height";(?:i:|s:\d+:")(\d{1,6})/s.exec(metadata ?? '')?.[1];
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : null;
}
