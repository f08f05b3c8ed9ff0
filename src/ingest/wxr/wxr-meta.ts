import { plainText } from '#ingest/clean/plain-text.ts';
import type { Mapping } from '#ingest/mapping.ts';
import type { WxrItem } from './wxr-shapes.ts';

const MAX_BYLINE = 2_000;
/** Longer is no name. */
const MAX_CREDIT = 200;
/** Where plugins keep who made a picture, as text. */
const CREDIT_KEYS = [
  '_media_credit',
  'media_credit',
  '_photo_credit',
  'photo_credit',
  '_image_credit',
  'image_credit',
  'isc_image_source',
];
/** Post meta that means something to us everywhere. */
const META_KEYS: ReadonlySet<string> = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_attachment_metadata',
  '_wp_old_slug',
  '_wp_old_date',
  'footnotes',
  'cap-user_login',
  'cap-display_name',
  'cap-description',
  'cap-website',
  'cap-job_title',
  'cap-linked_account',
  ...CREDIT_KEYS,
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

/** Who made a picture: what a plugin keeps of it, else what the file itself says, out of the serialised metadata; null where neither does. */
export function creditOf(item: WxrItem, metadata: string | null): string | null {
  const kept = metaOf(item, ...CREDIT_KEYS);
  const credit = plainText(kept !== null && !isSerialised(kept) ? kept : inFile(metadata));
  return /\p{L}/u.test(credit) && credit.length <= MAX_CREDIT ? credit : null;
}

/** PHP counts bytes. */
function inFile(metadata: string | null): string {
  const match = /s:6:"credit";s:([1-9]\d{0,3}):"/.exec(metadata ?? '');
  if (metadata === null || match === null) return '';
  const from = match.index + match[0].length;
  const bytes = Number(match[1]);
  return Buffer.from(metadata.slice(from, from + bytes))
    .subarray(0, bytes)
    .toString();
}
