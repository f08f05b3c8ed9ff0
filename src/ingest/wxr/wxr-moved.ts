import { normalisePath } from '#content/path/path.ts';
import { bareHost } from '#ingest/clean/links.ts';
import { postIdIn } from './wxr-names.ts';
import type { WxrItem } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

/** Addresses of posts from before a site moved. A guid is never changed: it names where a post was made, and the post by its own id. */
export interface FormerAddresses {
  /** Remembers where a post was made, if that is not where the site is now. */
  add(post: Pick<WxrItem, 'guid' | 'postId'>, site: WxrSite): void;
  /** The path of a post by an address that it had there: the permalink that it has now, or its id. Null = not sure. */
  pathOf(url: URL): string | null;
}

/** `paths` are those of the posts by id; they may still be coming while posts are added. */
export function createFormerAddresses(paths: ReadonlyMap<string, string>): FormerAddresses {
  /** Host and path without a trailing slash, each once, and which one a post has. */
  const bases = new Map<string, string>();
  const baseOfPost = new Map<string, string>();
  const hosts = new Set<string>();
  let prefix = '';
  let byAddress: ReadonlyMap<string, string> | null = null;
  const addresses = (): ReadonlyMap<string, string> =>
    new Map(
      [...baseOfPost].flatMap(([id, base]) => {
        const path = paths.get(id) ?? '';
        return path.startsWith(`${prefix}/`) ? [[base + path.slice(prefix.length), path] as const] : [];
      }),
    );
  return {
    add({ guid, postId }, site) {
      const url = URL.parse(guid.replaceAll(/&(?:amp|#0?38);/g, '&'));
      if (url === null || !/^https?:$/.test(url.protocol) || site.isOwn(url)) return;
      if (postId === '' || postIdIn(url.search) !== postId) return;
      const base = baseOf(url);
      if (!bases.has(base)) bases.set(base, base);
      baseOfPost.set(postId, bases.get(base) ?? base);
      hosts.add(bareHost(url.host));
      prefix = URL.parse(site.url ?? '')?.pathname.replace(/\/$/, '') ?? '';
    },
    pathOf(url) {
      const host = bareHost(url.host);
      if (!hosts.has(host)) return null;
      const id = postIdIn(url.search);
      if (id !== null) return baseOfPost.get(id) === baseOf(url) ? (paths.get(id) ?? null) : null;
      byAddress ??= addresses();
      return url.search === '' ? (byAddress.get(host + (normalisePath(url.pathname) ?? '')) ?? null) : null;
    },
  };
}

function baseOf(url: URL): string {
  return `${bareHost(url.host)}${url.pathname.replace(/\/(?:index\.php)?$/, '')}`;
}
