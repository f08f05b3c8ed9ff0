import type { ClientSession } from 'mongodb';
import type { EntityType } from '#content/content-type.ts';
import { bySourceKeys } from '#content/stored-indexes.ts';
import { hashText } from '#lib/hash.ts';
import { entitiesIn, reading } from './collections.ts';
import type { AnyDoc, Draft, EntityItem } from './draft.ts';
import { memoryOf } from './merge.ts';
import { isTooLarge, type Numbered } from './order.ts';
import type { Run } from './run.ts';

/** What tells whether a document changes at all; only those that do are read whole. */
const MATCHED = { rev: 1, sourceKeys: 1, slug: 1, path: 1, imported: 1 } as const;

/** Gives the drafts the whole of the documents they were matched with. */
export async function readWhole(
  { db }: Run,
  session: ClientSession,
  type: EntityType,
  drafts: readonly Draft[],
): Promise<void> {
  const ids = drafts.filter(({ previous }) => previous).map(({ id }) => id);
  if (ids.length === 0) return;
  const docs = await entitiesIn(db, type)
    .find<AnyDoc>({ _id: { $in: ids } }, reading(session))
    .toArray();
  const byId = new Map(docs.map((doc) => [doc._id, doc]));
  for (const draft of drafts) draft.previous = byId.get(draft.id) ?? null;
}

/** Finds for every item the document that any of its keys names, or makes up a new one; claims it, so that no second item gets it too. */
export async function matchItems(
  run: Run,
  session: ClientSession,
  type: EntityType,
  items: readonly Numbered<EntityItem>[],
): Promise<readonly Draft[]> {
  const keys = items.map(({ item }) => [...new Set([run.source.keyOf(type, item.id), ...item.sourceKeys])]);
  const stored = await entitiesIn(run.db, type)
    .find<AnyDoc>(bySourceKeys(keys.flat()), { ...reading(session), projection: MATCHED })
    .toArray();
  const docs = new Map(stored.map((doc) => [doc._id, doc]));
  const owners = new Map(stored.flatMap(({ _id, sourceKeys }) => sourceKeys.map((key) => [key, _id])));
  const claimed = new Set(run.claimed);
  return items.map((one, at) => {
    const { item, index } = one;
    const own = keys[at] ?? [];
    const matches = [...new Set(own.flatMap((key) => owners.get(key) ?? []))];
    const id = matches[0] ?? hashText(own[0] ?? '');
    const previous = docs.get(id) ?? null;
    const added = own.filter((key) => !owners.has(key));
    for (const key of added) owners.set(key, id);
    const repeated = claimed.has(`${type} ${id}`);
    claimed.add(`${type} ${id}`);
    const sourceKeys = [...(previous?.sourceKeys ?? []), ...added];
    const key = own[0] ?? '';
    return {
      item,
      index,
      id,
      previous,
      sourceKeys,
      key,
      memory: {
        ...memoryOf(previous?.imported ?? null, key === sourceKeys[0], key),
        overwrite: run.overwrite,
        blindTo: new Set(run.source.blindTo?.[type]),
      },
      notices: new Set(matches.length > 1 ? ['two-matches'] : []),
      conflicts: [],
      kept: new Set(),
      slug: previous?.slug ?? '',
      hashes: {},
      sourceHash: '',
      state: refusal(one, repeated) ?? 'open',
      doc: null,
      defaultPath: null,
    };
  });
}

function refusal(one: Numbered, repeated: boolean): Draft['state'] | null {
  if (repeated) return { reason: 'duplicate-item', field: null };
  return isTooLarge(one) ? { reason: 'too-large', field: null } : null;
}
