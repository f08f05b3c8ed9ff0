import slugify from '@sindresorhus/slugify';

/** Long enough for any headline that a reader would still read in an address. */
const MAX_LENGTH = 100;

/** Lower-case ASCII words joined by hyphens, at most 100 characters, cut between words; '' where the text has nothing to transliterate. */
export function slugOf(text: string): string {
  const slug = slugify(text);
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, MAX_LENGTH);
}

/** A slug that a source gives: kept (in NFC) where it can stand in an address as it is, else made like any other. */
export function cleanSlug(given: string): string {
  const slug = given.trim().normalize('NFC');
  return /[\p{L}\p{N}]/u.test(slug) && /^[\p{L}\p{N}\p{M}._~-]+$/u.test(slug) ? slug : slugOf(slug);
}
