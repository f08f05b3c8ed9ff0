import { EJSON, serialize, type Document } from 'bson';
import { describeIndex, ID_INDEX, type Collection } from '#embedded/catalogue.ts';
import { compileFilter } from '#embedded/matcher.ts';
import { MongoError, notSupported } from '#embedded/mongo-error.ts';
import {
  collectionName,
  collectionOf,
  documentOption,
  documentsOption,
  type CommandContext,
  type Commands,
} from './command.ts';

function existing(context: CommandContext, key: string): Collection {
  const collection = collectionOf(context, key);
  if (collection) return collection;
  throw new MongoError(
    26,
    'NamespaceNotFound',
    `ns does not exist: ${context.db}.${collectionName(context.command, key)}`,
  );
}

function listCollections({ command, db, store, cursors }: CommandContext): Document {
  const { test } = compileFilter(documentOption(command, 'filter') ?? {});
  const found = store
    .collections(db)
    .map(({ name, options, uuid }): Document => ({
      name,
      type: 'collection',
      options,
      info: { readOnly: false, uuid },
      idIndex: ID_INDEX.spec,
    }))
    .filter(test);
  const shown = command['nameOnly'] === true ? found.map(({ name, type }) => ({ name, type })) : found;
  return cursors.open(
    `${db}.$cmd.listCollections`,
    shown.map((one) => serialize(one)),
    Infinity,
  );
}

const CREATE_OPTIONS = [
  'validator',
  'validationLevel',
  'validationAction',
  'collation',
  'pipeline',
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'expireAfterSeconds',
  'autoIndexId',
  'storageEngine',
  'indexOptionDefaults',
  'encryptedFields',
];

function create(context: CommandContext): Document {
  const { command, db, store } = context;
  const name = collectionName(command, 'create');
  const options = Object.fromEntries(Object.entries(command).filter(([key]) => CREATE_OPTIONS.includes(key)));
  const refused = Object.keys(options).find(
    (key) => !['validator', 'validationLevel', 'validationAction'].includes(key) && options[key] !== false,
  );
  if (refused !== undefined) throw notSupported(`the collection option '${refused}'`, 72);
  if (store.collection(db, name))
    throw new MongoError(48, 'NamespaceExists', `Collection ${db}.${name} already exists.`);
  store.ensureCollection(db, name, options);
  return {};
}

function rename({ command, store }: CommandContext): Document {
  const parse = (key: string): { readonly db: string; readonly name: string } => {
    const namespace = collectionName(command, key);
    const dot = namespace.indexOf('.');
    return { db: namespace.slice(0, dot), name: namespace.slice(dot + 1) };
  };
  const [from, to] = [parse('renameCollection'), parse('to')];
  const source = store.collection(from.db, from.name);
  const occupied = store.collection(to.db, to.name);
  if (!source) throw new MongoError(26, 'NamespaceNotFound', 'Source collection does not exist');
  if (occupied && command['dropTarget'] !== true)
    throw new MongoError(48, 'NamespaceExists', 'target namespace exists');
  store.change(() => {
    if (occupied) store.dropCollection(occupied);
    store.renameCollection(source, to.db, to.name);
  });
  return {};
}

function createIndexes({ command, db, store }: CommandContext): Document {
  const name = collectionName(command, 'createIndexes');
  const created = !store.collection(db, name);
  return store.change(() => {
    const collection = store.ensureCollection(db, name);
    const numIndexesBefore = collection.indexes.length + 1;
    for (const index of documentsOption(command, 'indexes')) store.createIndex(collection, { v: 2, ...index });
    return {
      numIndexesBefore,
      numIndexesAfter: collection.indexes.length + 1,
      createdCollectionAutomatically: created,
    };
  });
}

function dropIndexes(context: CommandContext): Document {
  const { command, store } = context;
  const collection = existing(context, 'dropIndexes');
  const wanted: unknown[] = [command['index']].flat();
  return store.change(() => {
    const nIndexesWas = collection.indexes.length + 1;
    const dropped = collection.indexes.filter(
      (index) =>
        wanted.includes('*') ||
        wanted.some((one) => one === index.name || EJSON.stringify(one) === EJSON.stringify(index.key)),
    );
    if (dropped.length === 0 && !wanted.includes('*'))
      throw new MongoError(27, 'IndexNotFound', `index not found with name [${String(command['index'])}]`);
    for (const index of dropped) store.dropIndex(collection, index);
    return { nIndexesWas };
  });
}

const WRITES = { writes: true };

/** Databases, collections and indexes: made, changed, listed, dropped. */
export const catalogueCommands: Commands = {
  listDatabases: {
    fields: ['nameOnly', 'filter', 'authorizedDatabases'],
    run: ({ store, command }) => {
      const { test } = compileFilter(documentOption(command, 'filter') ?? {});
      const names = new Set(store.collections().map(({ db }) => db));
      return {
        databases: [...names].map((name) => ({ name, sizeOnDisk: 0, empty: false })).filter(test),
        totalSize: 0,
      };
    },
  },
  listCollections: { fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'], run: listCollections },
  create: { ...WRITES, inTransaction: true, fields: CREATE_OPTIONS, run: create },
  collMod: {
    ...WRITES,
    fields: ['validator', 'validationLevel', 'validationAction'],
    run: (context) => {
      const collection = existing(context, 'collMod');
      const { validator } = context.command;
      if (validator) context.store.setOptions(collection, { ...collection.options, validator });
      return {};
    },
  },
  drop: {
    ...WRITES,
    fields: [],
    run: (context) => {
      const collection = collectionOf(context, 'drop');
      if (!collection) return {};
      context.store.dropCollection(collection);
      return { ns: `${collection.db}.${collection.name}`, nIndexesWas: collection.indexes.length + 1 };
    },
  },
  dropDatabase: {
    ...WRITES,
    fields: [],
    run: ({ store, db }) => {
      store.change(() => store.collections(db).forEach((collection) => store.dropCollection(collection)));
      return { dropped: db };
    },
  },
  renameCollection: { ...WRITES, fields: ['to', 'dropTarget'], run: rename },
  createIndexes: { ...WRITES, inTransaction: true, fields: ['indexes', 'commitQuorum'], run: createIndexes },
  dropIndexes: { ...WRITES, fields: ['index'], run: dropIndexes },
  listIndexes: {
    fields: ['cursor'],
    run: (context) => {
      const { db, name, indexes } = existing(context, 'listIndexes');
      const described = [ID_INDEX, ...indexes].map((index) => serialize(describeIndex(index)));
      return context.cursors.open(`${db}.${name}`, described, Infinity);
    },
  },
  collStats: {
    fields: ['scale'],
    run: (context) => {
      const collection = collectionOf(context, 'collStats');
      return {
        ns: `${context.db}.${collectionName(context.command, 'collStats')}`,
        count: collection ? context.store.count(collection) : 0,
        nindexes: (collection?.indexes.length ?? 0) + 1,
      };
    },
  },
  dbStats: {
    fields: ['scale', 'freeStorage'],
    run: ({ db, store }) => {
      const found = store.collections(db);
      return { db, collections: found.length, objects: found.reduce((sum, one) => sum + store.count(one), 0) };
    },
  },
};
