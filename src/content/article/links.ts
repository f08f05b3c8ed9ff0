import { normalisePath } from '#content/path/path.ts';
import type { ArticleDoc } from './article.ts';
import type { ArticleLinkDoc, BlockDoc } from './blocks.ts';

/** Where a link leads: one of ours by id, an outside address, a path of ours where nothing is found (yet), or nowhere. */
export type LinkTarget = Pick<ArticleLinkDoc, 'url' | 'articleId' | 'path'>;
const NOWHERE: LinkTarget = { url: null, articleId: null, path: null };

/** `host` and `www.host` are one site. */
export function hostOf(url: string | null): string | null {
  const host =
    url === null
      ? null
      : URL.parse(url)
          ?.host.toLowerCase()
          .replace(/^www\./, '');
  return host || null;
}

/** The path of this site that an address names: root-relative, or on one of the site's hosts (see `hostOf`); null for any other. */
export function ownPathOf(url: string, hosts: ReadonlySet<string>): string | null {
  if (/^\/(?![/\\])/.test(url)) return normalisePath(url);
  const host = hostOf(url);
  return host !== null && hosts.has(host) ? normalisePath(url) : null;
}

/** What is known of a link before any look-up: a path of ours that is still to be found, or an outside http(s) address. */
export function parseLink(url: string | null, hosts: ReadonlySet<string>): LinkTarget {
  if (url === null) return NOWHERE;
  const path = ownPathOf(url, hosts);
  if (path !== null) return { ...NOWHERE, path };
  const outside = URL.parse(url);
  return outside && /^https?:$/.test(outside.protocol) ? { ...NOWHERE, url: outside.href } : NOWHERE;
}

/** The same target with its path looked up: an article's id by path (former paths and redirects followed). */
export function resolveTarget(target: LinkTarget, articleAt: (path: string) => string | null): LinkTarget {
  const articleId = target.path === null ? null : articleAt(target.path);
  return articleId === null ? target : { ...NOWHERE, articleId };
}

/** The properties of an article that follow from its read-also blocks. */
export function linksOf(body: readonly BlockDoc[]): Pick<ArticleDoc, 'alsoRead' | 'pendingLinks'> {
  const alsoRead = body.flatMap((block) => (block.type === 'read-also' ? [block.link] : []));
  return { alsoRead, pendingLinks: [...new Set(alsoRead.flatMap(({ path }) => (path === null ? [] : [path])))] };
}

/** The body with every link resolved that leads to an article by now; the same array where none does. */
export function resolveLinks(body: ArticleDoc['body'], articleAt: (path: string) => string | null): ArticleDoc['body'] {
  let changed = false;
  const resolved = body.map((block) => {
    if (block.type !== 'read-also' || block.link.path === null) return block;
    const target = resolveTarget(block.link, articleAt);
    if (target === block.link) return block;
    changed = true;
    return { ...block, link: { ...block.link, ...target } };
  });
  return changed ? resolved : body;
}
