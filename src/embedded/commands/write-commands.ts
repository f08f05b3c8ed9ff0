import { Long, serialize, type Document } from 'bson';
import type { Collection } from '#embedded/catalogue.ts';
import { find, Hit, type Query } from '#embedded/find.ts';
import { failedToParse, MongoError } from '#embedded/mongo-error.ts';
import { evaluateLet } from '#embedded/aggregate.ts';
import { readBson } from '#embedded/read-bson.ts';
import { isReplacement, modifyDocument, upsertDocument, type Update } from '#embedded/update.ts';
import { integerOf, isDocument } from '#embedded/values.ts';
import { collectionName, documentOption, documentsOption, type CommandContext, type Commands } from './command.ts';
import { findQuery, projected } from './read-commands.ts';

/** Errors that end the command instead of being told for one of its writes. */
const ENDS_COMMAND = new Set([50, 112]);

/** Runs the writes of a command in order as one change; a failed one is undone alone and told by its place. */
function runEach<T>(
  context: CommandContext,
  items: readonly T[],
  run: (item: T, index: number) => void,
): readonly Document[] {
  const { store, transaction, command } = context;
  const errors: Document[] = [];
  const all = (): void => {
    for (const [index, item] of items.entries())
      try {
        if (transaction) run(item, index);
        else store.step(() => run(item, index));
      } catch (error) {
        if (!(error instanceof MongoError) || ENDS_COMMAND.has(error.code)) throw error;
        errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
        if (command['ordered'] !== false || transaction) return;
      }
  };
  if (transaction) all();
  else store.change(all);
  return errors;
}

const withErrors = (reply: Document, writeErrors: readonly Document[]): Document =>
  writeErrors.length > 0 ? { ...reply, writeErrors } : reply;

/** The collection a write goes to, made when absent and the write can add a document. */
function target({ store, db, command }: CommandContext, key: string, adds: boolean): Collection | undefined {
  const name = collectionName(command, key);
  return adds ? store.ensureCollection(db, name) : store.collection(db, name);
}

function runInsert(context: CommandContext): Document {
  let n = 0;
  const collection = context.store.ensureCollection(context.db, collectionName(context.command, 'insert'));
  const errors = runEach(context, context.documents, (bytes) => {
    context.writer.insert(collection, bytes);
    n++;
  });
  return withErrors({ n }, errors);
}

interface Modification {
  readonly query: Query;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

interface Modified {
  readonly matched: number;
  readonly modified: number;
  /** _id of the document an upsert made. */
  readonly upserted?: unknown;
}

function modify(
  { reader, writer }: CommandContext,
  collection: Collection,
  { query, update, multi, upsert }: Modification,
): Modified {
  if (multi && isReplacement(update.update))
    throw failedToParse('multi update is not supported for replacement-style update');
  const hits = find(reader, collection, multi ? query : { ...query, limit: 1 });
  if (hits.length === 0 && upsert)
    return { matched: 0, modified: 0, upserted: upsertDocument(writer, collection, update)['_id'] };
  const modified = hits.filter((hit) => modifyDocument(writer, collection, hit, update).changed).length;
  return { matched: hits.length, modified };
}

interface Statement {
  readonly filter: unknown;
  readonly update: unknown;
  readonly constants: unknown;
  readonly spec: Document;
}

function modification({ variables }: CommandContext, { filter, update, constants, spec }: Statement): Modification {
  if (!isDocument(filter)) throw failedToParse('the filter of an update must be an object');
  if (!isDocument(update) && !Array.isArray(update))
    throw failedToParse('Update argument must be either an object or an array');
  const all = { ...variables, ...evaluateLet(constants) };
  return {
    query: { filter, sort: spec['sort'], hint: spec['hint'], collation: spec['collation'], variables: all },
    update: { filter, update, arrayFilters: spec['arrayFilters'], variables: all },
    multi: spec['multi'] === true,
    upsert: spec['upsert'] === true,
  };
}

const UPDATE_FIELDS = new Set(['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'collation', 'hint', 'sort']);
const DELETE_FIELDS = new Set(['q', 'limit', 'collation', 'hint']);

function refuseUnknown(spec: Document, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(spec).find((key) => !known.has(key));
  if (unknown !== undefined)
    throw new MongoError(40415, 'Location40415', `BSON field '${where}.${unknown}' is an unknown field.`);
}

function runUpdate(context: CommandContext): Document {
  let n = 0;
  let nModified = 0;
  const upserted: Document[] = [];
  const updates = documentsOption(context.command, 'updates');
  for (const spec of updates) refuseUnknown(spec, UPDATE_FIELDS, 'update.updates');
  const collection = target(
    context,
    'update',
    updates.some(({ upsert }) => upsert === true),
  );
  if (!collection) return { n, nModified };
  const errors = runEach(context, updates, (spec, index) => {
    const statement = { filter: spec['q'], update: spec['u'], constants: spec['c'], spec };
    const result = modify(context, collection, modification(context, statement));
    if ('upserted' in result) upserted.push({ index, _id: result.upserted });
    n += result.matched + ('upserted' in result ? 1 : 0);
    nModified += result.modified;
  });
  return withErrors({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
}

function remove({ reader, writer }: CommandContext, collection: Collection, query: Query): number {
  const hits = find(reader, collection, query);
  for (const hit of hits) writer.remove(collection, hit, hit.document);
  return hits.length;
}

function runDelete(context: CommandContext): Document {
  let n = 0;
  const deletes = documentsOption(context.command, 'deletes');
  for (const spec of deletes) refuseUnknown(spec, DELETE_FIELDS, 'delete.deletes');
  const collection = target(context, 'delete', false);
  if (!collection) return { n };
  const errors = runEach(context, deletes, ({ q, limit, hint, collation }) => {
    if (!isDocument(q)) throw failedToParse('the filter of a delete must be an object');
    n += remove(context, collection, {
      filter: q,
      limit: integerOf(limit, 'limit'),
      hint,
      collation,
      variables: context.variables,
    });
  });
  return withErrors({ n }, errors);
}

function runFindAndModify(context: CommandContext): Document {
  const { command, reader, writer, store, transaction, variables } = context;
  const run = (): Document => {
    const collection = target(context, 'findAndModify', command['upsert'] === true);
    if (!collection) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const query = findQuery(context, 'query');
    const [hit] = find(reader, collection, { ...query, limit: 1 });
    const shown = (bytes: Uint8Array): Document => {
      const [shaped] = projected([new Hit({ rid: 0, bytes })], documentOption(command, 'fields'), variables);
      return readBson(shaped ?? bytes);
    };
    if (command['remove'] === true) {
      if (command['update'] !== undefined) throw failedToParse('Cannot specify both an update and remove=true');
      if (hit) writer.remove(collection, hit, hit.document);
      return { lastErrorObject: { n: hit ? 1 : 0 }, value: hit ? shown(hit.bytes) : null };
    }
    const { update } = modification(context, {
      filter: query.filter,
      update: command['update'],
      constants: undefined,
      spec: command,
    });
    if (hit) {
      const { document } = modifyDocument(writer, collection, hit, update);
      const bytes = command['new'] === true ? serialize(document, { ignoreUndefined: true }) : hit.bytes;
      return { lastErrorObject: { n: 1, updatedExisting: true }, value: shown(bytes) };
    }
    if (command['upsert'] !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const document = upsertDocument(writer, collection, update);
    return {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: document['_id'] },
      value: command['new'] === true ? shown(serialize(document)) : null,
    };
  };
  return transaction ? run() : store.change(run);
}

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

const SHARED = { writes: true, inTransaction: true };

export const writeCommands: Commands = {
  insert: { ...SHARED, fields: ['documents'], run: runInsert },
  update: { ...SHARED, fields: ['updates'], run: runUpdate },
  delete: { ...SHARED, fields: ['deletes'], run: runDelete },
  findAndModify: {
    ...SHARED,
    fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters'],
    run: runFindAndModify,
  },
  bulkWrite: { ...SHARED, fields: ['ops', 'nsInfo', 'errorsOnly', 'cursor'], run: runBulkWrite },
};
