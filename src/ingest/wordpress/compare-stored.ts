import type { KnownArticle } from '#content/writing/known.ts';
import type { Gone } from '#ingest/source.ts';
import { hashValue } from '#lib/hash.ts';
import { stillThere, type Place, type PostList } from './post-list.ts';
import type { Reading, SiteList } from './site-lists.ts';

/** What is stored of a site's posts, by post id. */
export type KnownPosts = ReadonlyMap<string, KnownArticle>;

/**
 * True for a post that is stored as the site has it: with the time of its last change, and as public. This is also how an import that was killed
 * goes on where it was: what it has written is known by it, and nothing else has to be remembered or can be wrong.
 */
export function isStored({ modified, status }: Place, known: KnownArticle | undefined): boolean {
  if (known === undefined || modified === null) return false;
  const isPublic = status === 'publish' || status === 'future';
  return known.updatedAtHash === hashValue(new Date(modified)) && (known.status === 'published') === isPublic;
}

/** So many can be deleted in a day whatever the size of the site. */
const FEW = 20;

/**
 * Posts that are stored and that the site has no more. Only where its list was shown whole, and only of what that list would show: without a login
 * published posts whose time has come, of the post types that were listed. Each is asked for once more before it is said. Where most of a
 * type is gone, another site may answer at the address: nothing is sure then.
 */
export async function findGone(
  reading: Reading,
  { places, view, isEditor, isWhole }: PostList,
  types: readonly SiteList[],
  { known, site, now }: { readonly known: KnownPosts; readonly site: string; readonly now: Date },
): Promise<readonly Gone[]> {
  if (!isWhole) return [];
  const listed = new Set(places.map(({ id }) => String(id)));
  const gone: Gone[] = [];
  for (const list of types) {
    const shown = [...known].filter(
      ([id, one]) =>
        /^\d+$/.test(id) &&
        typeOf(one, site) === list.name &&
        (isEditor ? one.status !== 'archived' : one.status === 'published' && one.publishedAt <= now),
    );
    const missing = shown.filter(([id]) => !listed.has(id));
    if (missing.length > FEW && missing.length * 2 > shown.length) {
      for (const [id, { path }] of missing) gone.push({ id, path, reason: 'deleted', isSure: false });
      continue;
    }
    const there = await stillThere(
      reading,
      list,
      view,
      missing.map(([id]) => Number(id)),
    );
    for (const [id, { path }] of missing)
      if (!there.has(Number(id))) gone.push({ id, path, reason: 'deleted', isSure: true });
  }
  return gone;
}

/** The post type, which a key names where it is not `post`. */
function typeOf({ sourceKeys }: KnownArticle, site: string): string {
  const prefix = `wp:${site}:type:`;
  const key = sourceKeys.find((one) => one.startsWith(prefix));
  return key === undefined ? 'post' : key.slice(prefix.length).replace(/:.*$/s, '');
}
