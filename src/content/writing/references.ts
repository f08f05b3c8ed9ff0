import type { ClientSession, Db, Filter } from 'mongodb';
import type { EntityType, ItemReference, StoredDoc } from '#content/content-type.ts';
import type { SectionNode } from '#content/section/section-tree.ts';
import { bySourceKeys } from '#content/stored-indexes.ts';
import type { ItemSource } from '#content/write.ts';
import { entitiesIn, reading } from './collections.ts';

type Named = Pick<StoredDoc, '_id' | 'sourceKeys' | 'slug'>;

/** Finds documents by the names that items use for them. */
export interface References {
  /** The id of what the reference names: as a key of this source first, else as a slug. */
  find(type: EntityType, ref: string): string | null;
  /** Makes known what this very batch writes. */
  add(type: EntityType, document: Named): void;
}

/** Reads all that the references name, one command per type, and one more where some name no key of this source. */
export async function loadReferences(
  db: Db,
  session: ClientSession,
  wanted: readonly ItemReference[],
  source: ItemSource,
): Promise<References> {
  const byKey = new Map<string, string>();
  const bySlug = new Map<string, string>();
  const references: References = {
    find: (type, ref) => byKey.get(`${type} ${source.keyOf(type, ref)}`) ?? bySlug.get(`${type} ${ref}`) ?? null,
    add: (type, { _id, sourceKeys, slug }) => {
      for (const key of sourceKeys) byKey.set(`${type} ${key}`, _id);
      bySlug.set(`${type} ${slug}`, _id);
    },
  };
  for (const [type, ofType] of Map.groupBy(wanted, ({ type }) => type)) {
    const refs = [...new Set(ofType.map(({ ref }) => ref))];
    const read = async (filter: Filter<StoredDoc>): Promise<void> => {
      const options = { ...reading(session), projection: { sourceKeys: 1, slug: 1 } };
      for await (const one of entitiesIn(db, type).find<Named>(filter, options)) references.add(type, one);
    };
    await read(bySourceKeys(refs.map((ref) => source.keyOf(type, ref))));
    const slugs = refs.filter((ref) => references.find(type, ref) === null);
    if (slugs.length > 0) await read({ slug: { $in: slugs } });
  }
  return references;
}

/** All sections, as a tree: at most a few hundred. */
export async function loadSections(db: Db, session?: ClientSession): Promise<Map<string, SectionNode>> {
  const rows = await entitiesIn(db, 'section')
    .find<SectionNode>({}, { ...reading(session), projection: { slug: 1, parentId: 1 } })
    .toArray();
  return new Map(rows.map((row) => [row._id, row]));
}
