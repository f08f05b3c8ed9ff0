import { EJSON, type Document, type UUID } from 'bson';
import { foldOf, type Fold } from './collation.ts';
import { compileFilter } from './matcher.ts';
import { badValue, MongoError, notSupported } from './mongo-error.ts';
import { splitPath } from './paths.ts';
import { numberOf } from './values.ts';

/** One index; its keys are a SQLite table `i_<id>`, those of a text index a full-text table `t_<id>`. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly key: Document;
  readonly paths: readonly (readonly string[])[];
  readonly directions: readonly number[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Document | undefined;
  /** Whether a document belongs into a partial index. */
  readonly covers: ((document: Document) => boolean) | undefined;
  readonly ttlSeconds: number | undefined;
  /** Weight by field, for a text index. */
  readonly textWeights: Readonly<Record<string, number>> | undefined;
  readonly fold: Fold;
  readonly collation: Document | undefined;
  readonly spec: Document;
  /** Paths on which an array was ever met; grows only. */
  readonly multikeyPaths: Set<string>;
}

/** One collection; its documents are a SQLite table `d_<id>`. */
export interface Collection {
  readonly id: number;
  db: string;
  name: string;
  readonly uuid: UUID;
  options: Document;
  readonly indexes: Index[];
  validates: ((document: Document) => boolean) | undefined;
}

/** The index every collection has; it is the document table itself. */
export const ID_INDEX: Index = Object.freeze({
  id: 0,
  name: '_id_',
  key: { _id: 1 },
  paths: [['_id']],
  directions: [1],
  unique: true,
  sparse: false,
  partial: undefined,
  covers: undefined,
  ttlSeconds: undefined,
  textWeights: undefined,
  fold: undefined,
  collation: undefined,
  spec: { v: 2, key: { _id: 1 }, name: '_id_' },
  multikeyPaths: new Set<string>(),
});

/** The test of a collection's `validator`; undefined when it has none. Throws for a malformed one. */
export const validatorOf = (options: Document): Collection['validates'] =>
  options['validator'] ? compileFilter(options['validator']).test : undefined;

/** An index out of its specification, with the paths known to be multikey. */
export function toIndex(id: number, spec: Document, multikeyPaths: readonly string[] = []): Index {
  const key: Document = spec['key'];
  const partial: Document | undefined = spec['partialFilterExpression'];
  return {
    id,
    name: spec['name'],
    key,
    paths: Object.keys(key).map(splitPath),
    directions: Object.values(key).map((direction) => ((numberOf(direction) ?? 1) < 0 ? -1 : 1)),
    unique: spec['unique'] === true,
    sparse: spec['sparse'] === true,
    partial,
    covers: partial && compileFilter(partial).test,
    ttlSeconds: numberOf(spec['expireAfterSeconds']),
    textWeights: textWeightsOf(spec),
    fold: foldOf(spec['collation']),
    collation: spec['collation'],
    spec,
    multikeyPaths: new Set(multikeyPaths),
  };
}

function textWeightsOf(spec: Document): Record<string, number> | undefined {
  const fields = Object.entries(spec['key']).flatMap(([field, kind]) => (kind === 'text' ? [field] : []));
  if (fields.length === 0) return undefined;
  const weights: Document = spec['weights'] ?? {};
  return Object.fromEntries(
    [...new Set([...fields, ...Object.keys(weights)])].map((field) => [field, numberOf(weights[field]) ?? 1]),
  );
}

const INDEX_OPTIONS = new Set(
  `v key name unique sparse partialFilterExpression expireAfterSeconds collation weights
  default_language language_override textIndexVersion background ns`.split(/\s+/),
);

/** Refuses an index this server would not keep as it is meant. */
export function checkIndexSpec(spec: Document): void {
  const unknown = Object.keys(spec).find((option) => !INDEX_OPTIONS.has(option));
  if (unknown !== undefined)
    throw new MongoError(
      197,
      'InvalidIndexSpecificationOption',
      `index option '${unknown}' is not supported by the embedded database`,
    );
  const kinds = Object.values<unknown>(spec['key'] ?? {});
  if (kinds.length === 0) throw new MongoError(67, 'CannotCreateIndex', 'Index keys cannot be an empty document');
  for (const kind of kinds)
    if (kind !== 'text' && numberOf(kind) === undefined)
      throw new MongoError(
        67,
        'CannotCreateIndex',
        `index type '${String(kind)}' is not supported by the embedded database`,
      );
  if (kinds.includes('text') && kinds.some((kind) => kind !== 'text'))
    throw notSupported('a text index with further fields', 67);
  if (Object.keys(spec['key']).some((path) => path.includes('$**'))) throw notSupported('a wildcard index', 67);
  if (spec['default_language'] !== undefined && !['none', 'english'].includes(spec['default_language']))
    throw notSupported(`the text language '${spec['default_language']}'`, 17262);
  if (typeof spec['name'] !== 'string') throw badValue('an index needs a name');
}

/** An index as `listIndexes` shows it. */
export function describeIndex(index: Index): Document {
  if (!index.textWeights) return index.spec;
  return {
    ...index.spec,
    key: { _fts: 'text', _ftsx: 1 },
    weights: index.textWeights,
    default_language: index.spec['default_language'] ?? 'english',
    language_override: index.spec['language_override'] ?? 'language',
    textIndexVersion: 3,
  };
}

const withoutLabels = ({ v: _v, name: _name, background: _background, ns: _ns, ...rest }: Document): string =>
  EJSON.stringify(rest);

/** Whether the index exists already; throws 85 or 86 for one that contradicts it. */
export function indexExists(collection: Collection, spec: Document): boolean {
  if (spec['name'] === '_id_' || EJSON.stringify(spec['key']) === '{"_id":1}') return true;
  const sameName = collection.indexes.find((index) => index.name === spec['name']);
  if (sameName) {
    if (withoutLabels(sameName.spec) === withoutLabels(spec)) return true;
    const sameKey = EJSON.stringify(sameName.key) === EJSON.stringify(spec['key']);
    throw new MongoError(
      sameKey ? 85 : 86,
      sameKey ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${spec['name']}`,
    );
  }
  const identity = (one: Document): string =>
    EJSON.stringify([one['key'], one['collation'] ?? null, one['partialFilterExpression'] ?? null]);
  const twin = collection.indexes.find((index) => identity(index.spec) === identity(spec));
  if (twin)
    throw new MongoError(85, 'IndexOptionsConflict', `Index already exists with a different name: ${twin.name}`);
  return false;
}
