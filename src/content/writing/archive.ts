import type { ClientSession } from 'mongodb';
import type { Conflict, Outcome } from '#content/write.ts';
import { bySourceKeys } from '#content/stored-indexes.ts';
import { inTransaction } from '#mongo/transactions.ts';
import { hashValue } from '#lib/hash.ts';
import { storeAndFollow, type Written } from './batch.ts';
import { entitiesIn, reading } from './collections.ts';
import type { AnyDoc } from './draft.ts';
import { chooseSide, memoryOf, remember, takesTheirs, type Side } from './merge.ts';
import type { Run } from './run.ts';

const ARCHIVED = hashValue('archived');

/**
 * Archives articles that a source has brought and has no more, in one transaction. What was edited here, and what another source has brought
 * too, is kept and reported. It counts as said by the source, so an article that comes back there comes back here.
 */
export async function archiveArticles(run: Run, ids: readonly string[]): Promise<Written> {
  const keys = new Map(ids.map((id, index) => [run.source.keyOf('article', id), { id, index }]));
  return inTransaction(run.client, async (session) => {
    const docs = await readBy(run, session, [...keys.keys()]);
    const changes: { readonly doc: AnyDoc; readonly previous: AnyDoc }[] = [];
    const outcomes: { readonly index: number; readonly outcome: Outcome }[] = [];
    for (const previous of docs) {
      const key = previous.sourceKeys.find((one) => keys.has(one)) ?? '';
      const named = keys.get(key);
      if (named === undefined) continue;
      const side = sideOf(previous, key, run.overwrite);
      const isWritten = takesTheirs(side) && previous['status'] !== 'archived';
      if (isWritten) changes.push({ previous, doc: archived(previous, key) });
      outcomes.push({ index: named.index, outcome: outcomeOf(named.id, isWritten ? 'updated' : 'unchanged', side) });
    }
    return { outcomes, rows: await storeAndFollow(run, session, 'article', changes), paths: [] };
  });
}

function readBy({ db }: Run, session: ClientSession, keys: readonly string[]): Promise<AnyDoc[]> {
  return entitiesIn(db, 'article').find<AnyDoc>(bySourceKeys(keys), reading(session)).toArray();
}

function sideOf({ imported, sourceKeys, status }: AnyDoc, key: string, overwrite: boolean): Side {
  const memory = memoryOf(imported, key === sourceKeys[0], key);
  if (status === 'archived') return 'theirs';
  if (memory.all.length > 1) return 'conflict';
  return chooseSide(ARCHIVED, hashValue(status), { ...memory, overwrite, blindTo: new Set() }, 'status');
}

function archived(previous: AnyDoc, key: string): AnyDoc {
  const isFirst = key === previous.sourceKeys[0];
  const { own } = memoryOf(previous.imported, isFirst, key);
  // No hash of a source: whatever comes next is looked at field by field.
  const once = { ...own, sourceHash: '', importerVersion: own?.importerVersion ?? 0 };
  return {
    ...previous,
    rev: previous.rev + 1,
    status: 'archived',
    imported: remember(previous.imported, isFirst, key, { ...once, fields: { ...own?.fields, status: ARCHIVED } }),
  };
}

function outcomeOf(id: string, outcome: Outcome['outcome'], side: Side): Outcome {
  const took = side === 'conflict' ? 'here' : side === 'overwritten' ? 'source' : null;
  const conflicts: readonly Conflict[] = took === null ? [] : [{ type: 'article', id, field: 'status', took }];
  return { type: 'article', id, outcome, reason: null, field: null, conflicts, notices: [] };
}
