import type { ClientSession, Db } from 'mongodb';
import type { AnyIngest, EntityType, StoredDoc } from '#content/content-type.ts';
import { hashValue } from '#lib/hash.ts';
import { cleanSlug, slugOf } from '#lib/slug.ts';
import { allocateNames } from './allocate.ts';
import { entitiesIn, reading } from './collections.ts';
import { noteSide, type Draft } from './draft.ts';
import { chooseSide, sideOfOldWish, takesTheirs } from './merge.ts';

/** Gives every draft its slug: new ones the one wished or made of the name, stored ones their old one unless the source asks for another. */
export async function giveSlugs(
  db: Db,
  session: ClientSession,
  type: EntityType,
  drafts: readonly Draft[],
  ingest: AnyIngest,
): Promise<void> {
  const requests: { readonly draft: Draft; readonly name: string; readonly owner: string }[] = [];
  for (const draft of drafts) {
    const given = draft.item.slug === null ? null : cleanSlug(draft.item.slug);
    const name = (given ?? slugOf(ingest.nameOf(draft.item))) || draft.id;
    if (!keepsSlug(draft, given)) requests.push({ draft, name, owner: draft.id });
    draft.hashes['requestedSlug'] = hashValue(given);
  }
  const names = await allocateNames(requests, async (wanted) => {
    const taken = await entitiesIn(db, type)
      .find<Pick<StoredDoc, '_id' | 'slug'>>(
        { slug: { $in: [...wanted] } },
        { ...reading(session), projection: { slug: 1 } },
      )
      .toArray();
    return new Map(taken.map(({ _id, slug }) => [slug, _id]));
  });
  for (const [at, { draft, name }] of requests.entries()) {
    draft.slug = names[at] ?? name;
    if (draft.slug !== name) draft.notices.add('slug-taken');
    draft.hashes['slug'] = hashValue(draft.slug);
  }
}

/** True where the stored slug stays; one that was changed here and at the source is reported. */
function keepsSlug(draft: Draft, given: string | null): boolean {
  const { previous, hashes, memory } = draft;
  if (!previous) return false;
  const before = memory.own?.fields;
  const atImport = before?.['slug'];
  if (atImport !== undefined) hashes['slug'] = atImport;
  if (given === null || given === previous.slug) return true;
  const side =
    before?.['requestedSlug'] === hashValue(given)
      ? sideOfOldWish(memory, 'slug')
      : chooseSide(hashValue(given), hashValue(previous.slug), memory, 'slug');
  noteSide(draft, 'slug', side);
  return !takesTheirs(side);
}
