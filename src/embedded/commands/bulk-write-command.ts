import { Long, serialize, type Document } from 'bson';
import { failedToParse } from '#embedded/mongo-error.ts';
import { integerOf } from '#embedded/values.ts';
import { documentsOption, type CommandContext, type Commands } from './command.ts';
import { modification, modify, remove, runEach } from './modify.ts';

/** The `bulkWrite` command of MongoDB 8: writes to several collections at once. */
function runBulkWrite(context: CommandContext): Document {
  const { command, store, writer } = context;
  const namespaces = documentsOption(command, 'nsInfo').map(({ ns }) => String(ns));
  const total = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0, nErrors: 0 };
  const results: Document[] = [];
  const errors = runEach(context, documentsOption(command, 'ops'), (op, idx) => {
    const namespace = namespaces[integerOf(op['insert'] ?? op['update'] ?? op['delete'], 'namespace')];
    if (!namespace) throw failedToParse('BulkWrite ops entry has an invalid namespace index');
    const dot = namespace.indexOf('.');
    const collection = store.ensureCollection(namespace.slice(0, dot), namespace.slice(dot + 1));
    if ('insert' in op) {
      writer.insert(collection, serialize(op['document']));
      total.nInserted++;
      results.push({ ok: 1, idx, n: 1 });
    } else if ('delete' in op) {
      const n = remove(context, collection, {
        filter: op['filter'],
        limit: op['multi'] === true ? 0 : 1,
        hint: op['hint'],
        collation: op['collation'],
        variables: context.variables,
      });
      total.nDeleted += n;
      results.push({ ok: 1, idx, n });
    } else {
      const statement = { filter: op['filter'], update: op['updateMods'], constants: op['constants'], spec: op };
      const result = modify(context, collection, modification(context, statement));
      const made = 'upserted' in result;
      total.nMatched += result.matched;
      total.nModified += result.modified;
      total.nUpserted += made ? 1 : 0;
      results.push({
        ok: 1,
        idx,
        n: made ? 1 : result.matched,
        nModified: result.modified,
        ...(made ? { upserted: { _id: result.upserted } } : {}),
      });
    }
  });
  for (const { index, ...error } of errors) results.push({ ok: 0, idx: index, n: 0, ...error });
  const shown = command['errorsOnly'] === true ? results.filter(({ ok }) => ok === 0) : results;
  return {
    cursor: { id: Long.ZERO, firstBatch: shown.toSorted((a, b) => a['idx'] - b['idx']), ns: 'admin.$cmd.bulkWrite' },
    ...total,
    nErrors: errors.length,
  };
}

/** `bulkWrite`, which drivers use for several collections at once. */
export const bulkWriteCommand: Commands = {
  bulkWrite: {
    writes: true,
    inTransaction: true,
    fields: ['ops', 'nsInfo', 'errorsOnly', 'cursor'],
    run: runBulkWrite,
  },
};
