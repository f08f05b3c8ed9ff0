import { serialize, type Document } from 'bson';
import type { Collection } from '#embedded/catalogue.ts';
import { find, Hit } from '#embedded/find.ts';
import { failedToParse, MongoError } from '#embedded/mongo-error.ts';
import { readBson } from '#embedded/read-bson.ts';
import { modifyDocument, upsertDocument } from '#embedded/update.ts';
import { integerOf, isDocument } from '#embedded/values.ts';
import { collectionName, documentOption, documentsOption, type CommandContext, type Commands } from './command.ts';
import { modification, modify, remove, runEach } from './modify.ts';
import { findQuery, projected } from './query-options.ts';

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

const SHARED = { writes: true, inTransaction: true };

/** Changes of documents in one collection. */
export const writeCommands: Commands = {
  insert: { ...SHARED, fields: ['documents'], run: runInsert },
  update: { ...SHARED, fields: ['updates'], run: runUpdate },
  delete: { ...SHARED, fields: ['deletes'], run: runDelete },
  findAndModify: {
    ...SHARED,
    fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters'],
    run: runFindAndModify,
  },
};
