import { isAddress } from '#content/stored.ts';

/** What a body knows of the site that it comes from. */
export interface LinkContext {
  /** Absolute address of the article, else of the site; null = unknown. */
  readonly base: string | null;
  /** Whether an address is on the source's own site. */
  isOwn(url: URL): boolean;
  /** The path of a post of the source by its id; null = unknown. */
  pathOfPost(postId: string): string | null;
  /** The path of a post of the source by an address that it had before the site moved; null = not sure. */
  pathBeforeMove(url: URL): string | null;
}

const MAX_LENGTH = 4096;
/** An absolute address that a parser gives back as it stands, as most pictures and posts have. */
const AS_IT_STANDS = /^https?:\/\/(?![^/]*xn--)(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*(?:\/[\w~-][\w.~-]*)+\/?$/;
/** Parts of a WordPress site that are files and machinery, not pages. */
const NOT_A_PAGE = /^\/(?:.*\/)?(?:wp-content|wp-admin|wp-includes|wp-json|wp-login\.php|xmlrpc\.php|feed)(?:\/|$)/i;

/** Parameters that count where readers come from, and name no other page. */
const TRACKING =
  /^(?:(?:utm|pk|mtm|piwik|matomo)_\w+|at_(?:campaign|medium|custom\d)|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|xtor)$/i;

/** An address in its absolute form; null for what is none. */
export function absolute(address: string, base: string | null): string | null {
  return AS_IT_STANDS.test(address) ? address : (URL.parse(address, base ?? undefined)?.href ?? null);
}

/** An http(s) address for a picture, film or frame, made absolute; null for all others (`javascript:`, `data:`, `blob:`). */
export function mediaAddress(raw: string | undefined, { base }: Pick<LinkContext, 'base'>): string | null {
  const value = (raw ?? '').trim();
  if (value === '' || value.length > MAX_LENGTH) return null;
  if (AS_IT_STANDS.test(value)) return value;
  const url = URL.parse(value, base ?? undefined);
  if (url === null) return isAddress(value) ? value : null;
  if (url.username !== '' || url.password !== '') return null;
  return isAddress(url.href) && url.href.length <= MAX_LENGTH ? url.href : null;
}

/**
 * Where a link leads: absolute http(s), `mailto:`, `#fragment`, or a path of this site for pages of the source's own site.
 * Null for every other scheme and for what is no address; the text of such a link stays.
 */
export function linkAddress(raw: string | undefined, context: LinkContext): string | null {
  const value = (raw ?? '').trim();
  if (value === '' || value.length > MAX_LENGTH) return null;
  if (/^#[^\s"'<>]*$/.test(value)) return value;
  if (/^mailto:[^\s"'<>\\]+@[^\s"'<>\\]+$/i.test(value)) return value;
  const url = URL.parse(value, context.base ?? undefined);
  if (url === null) return isAddress(value) ? value : null;
  if (url.username !== '' || url.password !== '' || !isAddress(url.href)) return null;
  const moved = context.pathBeforeMove(url);
  if (moved !== null) return moved + url.hash;
  return ownPath(url, context) ?? (url.href.length <= MAX_LENGTH ? url.href : null);
}

/** The path on this site of an address of the source's own pages; null for others' addresses, files and machinery. */
function ownPath(url: URL, { isOwn, pathOfPost }: LinkContext): string | null {
  if (!isOwn(url) || NOT_A_PAGE.test(url.pathname)) return null;
  const search = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const postId = url.searchParams.get('p');
  if (postId !== null) {
    const path = pathOfPost(postId);
    return path === null ? null : path + url.hash;
  }
  if (search.length > 0) return null;
  const path = readable(url.pathname) + url.hash;
  return isAddress(path) ? path : null;
}

/** A path as people write it, which is how paths of this site are kept; as it is where decoding would change its meaning. */
function readable(path: string): string {
  try {
    const decoded = decodeURI(path);
    return /[\s"'<>\\^`{|}]/.test(decoded) ? path : decoded;
  } catch {
    return path;
  }
}

/** A host name as compared: lower case, without `www.`. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
