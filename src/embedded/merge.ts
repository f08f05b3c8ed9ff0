import { ObjectId, serialize, type Document } from 'bson';
import type { Aggregation, RunStages } from './aggregate.ts';
import type { Collection } from './catalogue.ts';
import { find, type Hit } from './find.ts';
import { badValue, located, MongoError } from './mongo-error.ts';
import { isDocument } from './values.ts';

interface Target {
  readonly db: string;
  readonly coll: string;
}

function targetOf(on: Aggregation, into: unknown): Target {
  if (typeof into === 'string') return { db: on.db, coll: into };
  const { db = on.db, coll } = isDocument(into) ? into : {};
  if (typeof db !== 'string' || typeof coll !== 'string')
    throw located(51178, '$merge and $out need the name of a collection');
  return { db, coll };
}

/** `$out` and `$merge`, inside the change of the command. */
export function writeOutput(
  on: Aggregation,
  documents: readonly Document[],
  stage: '$out' | '$merge',
  argument: unknown,
  runStages: RunStages,
): void {
  const { store } = on.reader;
  const target = targetOf(on, stage === '$out' ? argument : isDocument(argument) ? argument['into'] : argument);
  const collection = store.ensureCollection(target.db, target.coll);
  if (stage === '$out') {
    for (const hit of find(on.reader, collection, { filter: {} })) on.writer.remove(collection, hit, hit.document);
    for (const document of documents) on.writer.insert(collection, serialize(document, { ignoreUndefined: true }));
    return;
  }
  for (const document of documents) mergeOne(on, collection, withId(document), { ...mergeSpec(argument), runStages });
}

const withId = (document: Document): Document => ('_id' in document ? document : { _id: new ObjectId(), ...document });

interface Merge {
  readonly on: readonly string[];
  readonly whenMatched: unknown;
  readonly whenNotMatched: unknown;
  readonly runStages: RunStages;
}

function mergeSpec(argument: unknown): Omit<Merge, 'runStages'> {
  const {
    into: _,
    on = '_id',
    whenMatched = 'merge',
    whenNotMatched = 'insert',
    ...unknown
  } = isDocument(argument) ? argument : {};
  if (isDocument(argument) && Object.keys(unknown).length > 0)
    throw badValue(`$merge option ${Object.keys(unknown)[0]} is not supported`);
  if (!Array.isArray(whenMatched) && !['merge', 'replace', 'keepExisting', 'fail'].includes(whenMatched))
    throw badValue(`Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not a valid value.`);
  if (!['insert', 'discard', 'fail'].includes(whenNotMatched))
    throw badValue(`Enumeration value '${String(whenNotMatched)}' for field 'whenNotMatched' is not a valid value.`);
  return { on: [on].flat(), whenMatched, whenNotMatched };
}

function mergeOne(on: Aggregation, collection: Collection, document: Document, merge: Merge): void {
  const filter = Object.fromEntries(merge.on.map((path) => [path, document[path]]));
  const [hit] = find(on.reader, collection, { filter, limit: 1 });
  if (hit) return whenMatched(on, collection, hit, document, merge);
  if (merge.whenNotMatched === 'fail')
    throw new MongoError(
      13113,
      'MergeStageNoMatchingDocument',
      '$merge could not find a matching document in the target collection for at least one document in the source collection',
    );
  if (merge.whenNotMatched === 'insert') on.writer.insert(collection, serialize(document, { ignoreUndefined: true }));
}

function whenMatched(on: Aggregation, collection: Collection, hit: Hit, document: Document, merge: Merge): void {
  const before = hit.document;
  if (merge.whenMatched === 'keepExisting') return;
  if (merge.whenMatched === 'fail')
    throw new MongoError(11000, 'DuplicateKey', 'E11000 duplicate key error: $merge found a matching document');
  const { trace: _, ...inner } = on;
  const [piped] = Array.isArray(merge.whenMatched)
    ? merge.runStages({ ...inner, variables: { ...on.variables, new: document } }, [before], merge.whenMatched, null)
    : [];
  const after = piped ?? (merge.whenMatched === 'replace' ? document : { ...before, ...document });
  const { _id, ...rest } = after;
  const merged = { _id: before['_id'] ?? _id, ...rest };
  const bytes = serialize(merged, { ignoreUndefined: true });
  on.writer.replace(collection, hit, before, { document: merged, bytes });
}
