import { MAX_PICKS } from '#content/collection/collection.ts';
import type { CollectionItem } from '#content/imported-item.ts';
import type { WxrIndex } from './wxr-index.ts';

/**
 * Posts that the site keeps at the top, newest first, as the collection `featured`; each menu that lists posts as a collection of those, in its
 * order. At most 50 picks each. A site without them has none.
 */
export function collectionItems({ sticky, menus, ids }: WxrIndex): readonly CollectionItem[] {
  const made: CollectionItem[] = [];
  const add = (id: string, slug: string, title: string, picks: readonly string[]): void => {
    if (picks.length === 0) return;
    const shown = [...new Set(picks)].slice(0, MAX_PICKS);
    made.push({
      type: 'collection',
      id,
      sourceKeys: [],
      slug,
      title,
      description: null,
      position: made.length,
      picks: shown,
      fill: null,
    });
  };
  // Ids are given in the order of time, and are all that export and live site both tell in their lists.
  add(
    'sticky',
    'featured',
    'Featured',
    [...sticky].toSorted((a, b) => Number(b) - Number(a)),
  );
  for (const [slug, { name, entries }] of menus) {
    const posts = entries.toSorted((a, b) => a.position - b.position).map(({ postId }) => postId);
    add(
      `menu:${slug}`,
      slug,
      name.slice(0, 2_000),
      posts.filter((id) => ids.has(id)),
    );
  }
  return made;
}
