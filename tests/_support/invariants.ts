import type { Db, Document } from 'mongodb';

/** Everything that must hold of stored content whatever happened to its writers; each broken rule is a sentence. */
export async function brokenRules(db: Db): Promise<readonly string[]> {
  const read = (collection: string) => db.collection<Document & { _id: string }>(collection).find().toArray();
  const [articles, authors, topics, sections, paths, outbox] = await Promise.all(
    ['articles', 'authors', 'topics', 'sections', 'paths', 'outbox'].map(read),
  );
  const ids = (rows: readonly Document[] = []) => new Set(rows.map(({ _id }) => String(_id)));
  const known = {
    authorIds: ids(authors),
    topicIds: ids(topics),
    sectionIds: ids(sections),
    ownSectionIds: ids(sections),
  };
  const broken: string[] = [];
  for (const article of articles ?? [])
    for (const [property, there] of Object.entries(known))
      for (const id of article[property])
        if (!there.has(id)) broken.push(`${article._id}.${property} names ${id}, which is not there`);
  const owners = new Map(
    [...(articles ?? []), ...(authors ?? []), ...(topics ?? []), ...(sections ?? [])].map((row) => [row._id, row]),
  );
  const current = new Map((paths ?? []).filter((row) => row['current']).map((row) => [row['id'], row._id]));
  for (const [id, row] of owners) if (current.get(id) !== row['path']) broken.push(`${id} has no row for its path`);
  for (const row of paths ?? [])
    if (row['id'] && !owners.has(row['id'])) broken.push(`${row._id} leads to ${row['id']}, which is not there`);
  for (const [name, rows] of Object.entries({ articles, authors, topics, sections })) {
    const slugs = (rows ?? []).map(({ slug }) => slug);
    if (new Set(slugs).size !== slugs.length) broken.push(`two ${name} have one slug`);
  }
  if ((outbox ?? []).length > 0) broken.push(`${outbox?.length} rows are left in the outbox`);
  return broken;
}

/** The stored content without what counts writes, to compare two databases. */
export async function contentOf(db: Db): Promise<Readonly<Record<string, readonly Document[]>>> {
  const names = ['articles', 'authors', 'topics', 'sections', 'collections', 'paths', 'site'];
  const rows = await Promise.all(
    names.map((name) =>
      db
        .collection(name)
        .find({}, { projection: { rev: 0 } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  );
  return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
}
