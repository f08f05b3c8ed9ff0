import { serialize, type Document } from 'bson';
import { aggregate } from '#embedded/aggregate.ts';
import { ChangeStream } from '#embedded/change-stream.ts';
import { foldOf } from '#embedded/collation.ts';
import { compileFilter } from '#embedded/matcher.ts';
import { failedToParse, MongoError, notSupported } from '#embedded/mongo-error.ts';
import { countMatches, find } from '#embedded/find.ts';
import { encode } from '#embedded/keys.ts';
import { pathValues, splitPath } from '#embedded/paths.ts';
import { compileProjection, isIdAlone } from '#embedded/projection.ts';
import { EMPTY_ARRAY, isDocument, numberOf } from '#embedded/values.ts';
import {
  collectionName,
  collectionOf,
  countOption,
  documentOption,
  documentsOption,
  type CommandContext,
  type Commands,
} from './command.ts';
import { explain } from './explain-command.ts';
import { aggregateName, aggregationOf, findQuery, projected } from './query-options.ts';

function runFind(context: CommandContext): Document {
  const { command, db, reader, cursors, variables } = context;
  const collection = collectionOf(context, 'find');
  const namespace = `${db}.${collectionName(command, 'find')}`;
  const query = findQuery(context);
  const projection = documentOption(command, 'projection');
  // Mistakes are told also when there is nothing to find.
  if (projection) compileProjection(projection, { variables, ofFind: true });
  if (!collection) {
    compileFilter(query.filter, query.collation);
    return cursors.open(namespace, []);
  }
  const hits = find(reader, collection, { ...query, idsOnly: isIdAlone(projection) });
  return cursors.open(
    namespace,
    projected(hits, projection, variables),
    countOption(command, 'batchSize'),
    command['singleBatch'] === true || (query.limit ?? 0) < 0,
  );
}

function runDistinct(context: CommandContext): Document {
  const { command, reader } = context;
  const collection = collectionOf(context, 'distinct');
  if (typeof command['key'] !== 'string') throw failedToParse("'key' must be a string");
  const path = splitPath(command['key']);
  const query = findQuery(context, 'query');
  const found = new Map<string, unknown>();
  for (const hit of collection ? find(reader, collection, query) : [])
    for (const value of pathValues(hit.document, path).values)
      if (value !== undefined && value !== EMPTY_ARRAY)
        found.set(encode([value], undefined, foldOf(query.collation)).toString('latin1'), value);
  return { values: [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
}

function runAggregate(context: CommandContext): Document {
  const { command, db, cursors, store, transaction } = context;
  if (command['explain']) return explain(context, command);
  const pipeline = documentsOption(command, 'pipeline');
  const name = aggregateName(command);
  const namespace = `${db}.${name ?? '$cmd.aggregate'}`;
  const cursor = documentOption(command, 'cursor');
  if (!cursor) throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  const stream: unknown = pipeline[0]?.['$changeStream'];
  if (isDocument(stream)) {
    const source = { store, db, collection: name, onCommit: cursors.onCommit };
    return cursors.openStream(namespace, new ChangeStream(source, stream, pipeline.slice(1)));
  }
  const outputs = pipeline.some((stage) => '$out' in stage || '$merge' in stage);
  if (outputs && transaction) throw notSupported('$out and $merge in a transaction', 263);
  const run = (): readonly Document[] => aggregate(aggregationOf(context), name, pipeline);
  const documents = outputs ? store.change(run) : run();
  return cursors.open(
    namespace,
    documents.map((document) => serialize(document, { ignoreUndefined: true })),
    countOption(cursor, 'batchSize'),
  );
}

/** Queries and their cursors. */
export const readCommands: Commands = {
  find: {
    fields: [
      'filter',
      'sort',
      'projection',
      'skip',
      'limit',
      'singleBatch',
      'allowDiskUse',
      'noCursorTimeout',
      'allowPartialResults',
      'min',
      'max',
      'returnKey',
      'showRecordId',
      'tailable',
      'awaitData',
      'oplogReplay',
    ],
    inTransaction: true,
    run: (context) => {
      for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max'])
        if (context.command[option]) throw notSupported(`find option '${option}'`, 2);
      return runFind(context);
    },
  },
  count: {
    fields: ['query', 'limit', 'skip', 'fields'],
    run: (context) => {
      const collection = collectionOf(context, 'count');
      return { n: collection ? countMatches(context.reader, collection, findQuery(context, 'query')) : 0 };
    },
  },
  distinct: { fields: ['key', 'query'], inTransaction: true, run: runDistinct },
  aggregate: {
    fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation'],
    inTransaction: true,
    run: runAggregate,
  },
  getMore: {
    fields: ['collection'],
    inTransaction: true,
    run: ({ command, cursors }) =>
      cursors.more(
        cursorId(command['getMore']),
        countOption(command, 'batchSize'),
        numberOf(command['maxTimeMS']) ?? 1000,
      ),
  },
  killCursors: {
    fields: ['cursors'],
    inTransaction: true,
    run: ({ command, cursors }) => {
      const ids: unknown = command['cursors'];
      if (!Array.isArray(ids)) throw failedToParse("'cursors' must be an array");
      const killed = ids.filter((id) => cursors.close(cursorId(id)));
      return {
        cursorsKilled: killed,
        cursorsNotFound: ids.filter((id) => !killed.includes(id)),
        cursorsAlive: [],
        cursorsUnknown: [],
      };
    },
  },
};

function cursorId(value: unknown): bigint {
  try {
    return BigInt(String(value));
  } catch {
    throw new MongoError(14, 'TypeMismatch', 'a cursor id must be an int64');
  }
}
