import type { ClientSession, Db } from 'mongodb';
import { ownPathOf } from '#content/article/links.ts';
import { pathsIn, reading } from './collections.ts';

/** A redirect to a redirect to a redirect is followed this far. */
const MAX_HOPS = 5;

/** Which article lives, or lived, at each of the paths; redirects are followed. One command, and one more for each length of redirect chain. */
export async function articlesAt(
  db: Db,
  session: ClientSession | undefined,
  paths: Iterable<string>,
  hosts: ReadonlySet<string>,
): Promise<(path: string) => string | null> {
  const articles = new Map<string, string>();
  const onward = new Map<string, string>();
  const asked = new Set<string>();
  let open = [...new Set(paths)];
  for (let hop = 0; hop <= MAX_HOPS && open.length > 0; hop += 1) {
    for (const path of open) asked.add(path);
    const rows = await pathsIn(db)
      .find({ _id: { $in: open } }, reading(session))
      .toArray();
    open = [];
    for (const row of rows) {
      if ('type' in row && row.type === 'article') articles.set(row._id, row.id);
      const next = 'to' in row ? ownPathOf(row.to, hosts) : null;
      if (next === null) continue;
      onward.set(row._id, next);
      if (!asked.has(next)) open.push(next);
    }
  }
  return (path) => {
    let at: string | undefined = path;
    for (let hop = 0; hop <= MAX_HOPS && at !== undefined; hop += 1) {
      const article = articles.get(at);
      if (article !== undefined) return article;
      at = onward.get(at);
    }
    return null;
  };
}
