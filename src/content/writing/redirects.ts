import { ownPathOf } from '#content/article/links.ts';
import type { RedirectItem } from '#content/imported-item.ts';
import { normalisePath, type PathDoc } from '#content/path/path.ts';
import type { Outcome } from '#content/write.ts';
import { inTransaction } from '#mongo/transactions.ts';
import { hashValue } from '#lib/hash.ts';
import { pathsIn, reading } from './collections.ts';
import type { NumberedOutcome } from './draft.ts';
import type { Numbered } from './order.ts';
import type { Run } from './run.ts';
import type { RefusalCode } from './codes.data.ts';

/** Writes redirects and gone paths in one transaction; a path at which something lives now is never given away. */
export async function writeRedirects(
  run: Run,
  items: readonly Numbered<RedirectItem>[],
): Promise<{ readonly outcomes: readonly NumberedOutcome[]; readonly paths: readonly string[] }> {
  const wishes = items.map(({ item, index }) => ({ item, index, row: rowOf(item, run.hosts) }));
  const paths = wishes.flatMap(({ row }) => ('reason' in row ? [] : row._id));
  const outcomes = await inTransaction(run.client, async (session) => {
    const rows = new Map<string, PathDoc>();
    for await (const row of pathsIn(run.db).find({ _id: { $in: paths } }, reading(session))) rows.set(row._id, row);
    const writes = new Map<string, { readonly row: PathDoc; readonly isNew: boolean }>();
    const outcomes = wishes.map(({ item, index, row }) => {
      if ('reason' in row) return { index, outcome: report(item, 'rejected', row.reason, row.field) };
      const before = rows.get(row._id);
      if (before && 'current' in before && before.current)
        return { index, outcome: report(item, 'rejected', 'path-taken', 'from') };
      if (before && hashValue(before) === hashValue(row)) return { index, outcome: report(item, 'unchanged') };
      writes.set(row._id, { row, isNew: writes.get(row._id)?.isNew ?? !before });
      rows.set(row._id, row);
      return { index, outcome: report(item, before ? 'updated' : 'created') };
    });
    if (writes.size > 0) {
      await pathsIn(run.db).bulkWrite(
        [...writes.values()].map(({ row, isNew }) => {
          if (isNew) return { insertOne: { document: row } };
          const { _id, ...replacement } = row;
          return { replaceOne: { filter: { _id }, replacement } };
        }),
        { session },
      );
    }
    return outcomes;
  });
  return { outcomes, paths };
}

type Refusal = { readonly reason: RefusalCode; readonly field: string };

function rowOf(item: RedirectItem, hosts: ReadonlySet<string>): PathDoc | Refusal {
  const from = normalisePath(item.from);
  if (from === null || from === '/') return { reason: 'bad-path', field: 'from' };
  if (item.to === null) return { _id: from, gone: null };
  const own = ownPathOf(item.to, hosts);
  if (own === from) return { reason: 'redirect-loop', field: 'to' };
  // A query or fragment is part of where the editor sends readers.
  return { _id: from, to: own !== null && !/[?#]/.test(item.to) ? own : item.to, permanent: item.permanent };
}

function report(
  { type, id }: RedirectItem,
  outcome: Outcome['outcome'],
  reason: RefusalCode | null = null,
  field: string | null = null,
): Outcome {
  return { type, id, outcome, reason, field, conflicts: [], notices: [] };
}
