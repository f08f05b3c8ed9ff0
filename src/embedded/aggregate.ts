import type { Document } from 'bson';
import { type BestHits, bestHitsOf, piecesOf } from './best-hits.ts';
import type { Collection } from './catalogue.ts';
import { foldOf } from './collation.ts';
import { explainQuery } from './explain.ts';
import { expressionOf, mingoStage } from './expressions.ts';
import { bestMatches, countMatches, find, type Hit, readerOf, type Query, type Reader } from './find.ts';
import { indexableConditions } from './expr-conditions.ts';
import { lookup } from './lookup.ts';
import { compileFilter, splitText, textNotFirst } from './matcher.ts';
import { writeOutput } from './merge.ts';
import { badValue, failedToParse, located, notSupported } from './mongo-error.ts';
import { includedFields, isIdAlone, wantedFields } from './projection.ts';
import { countingStage, pureStage, requireDocuments } from './pure-stages.ts';
import { isTextScore } from './sorting.ts';
import { integerOf, isDocument } from './values.ts';
import type { Writer } from './writer.ts';

/** What a pipeline runs in. */
export interface Aggregation {
  readonly reader: Reader;
  readonly db: string;
  /** `let` and NOW. */
  readonly variables: Document;
  readonly collation?: Document | undefined;
  readonly hint?: unknown;
  /** For `$out` and `$merge`. */
  readonly writer: Writer;
  /** Collects one document per stage for explain. */
  readonly trace?: Document[];
}

/** Handed to the stages that run pipelines of their own. */
export type RunPipeline = typeof aggregate;
export type RunStages = typeof runStages;

/** Stages that compare as a collation says; expressions never do. */
const FOLDED_STAGES = new Set(['$match', '$sort', '$limit', '$skip', '$count', '$unwind', '$unset']);

/** Stages that mingo runs on documents in memory. */
const MINGO_STAGES = new Set(['$bucket', '$bucketAuto', '$setWindowFields', '$densify', '$fill', '$graphLookup']);

/** Runs a pipeline on a collection, or on nothing (`null`: it begins with `$documents`). */
export function aggregate(on: Aggregation, name: string | null, pipeline: readonly Document[]): readonly Document[] {
  const folded = foldOf(on.collation) !== undefined;
  for (const stage of pipeline) {
    if (!isDocument(stage) || Object.keys(stage).length !== 1)
      throw located(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (folded && !FOLDED_STAGES.has(Object.keys(stage)[0] ?? '') && !countingStage(stage))
      throw notSupported(`${Object.keys(stage)[0]} under a collation`, 2);
  }
  if (name === null || pipeline[0]?.['$documents'] !== undefined) return runStages(on, [], pipeline, name);
  const collection = on.reader.store.collection(on.db, name);
  const { query, used } = pushedDown(on, pipeline);
  const rest = pipeline.slice(used);
  if (!collection) {
    compileFilter({});
    on.trace?.push({
      $cursor: { queryPlanner: { namespace: `${on.db}.${name}`, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } },
    });
    return runStages(on, [], rest, name);
  }
  const counting = rest[0] && !on.trace ? countingStage(rest[0]) : null;
  if (counting) return runStages(on, counting(countMatches(on.reader, collection, query)), rest.slice(1), name);
  const best = on.trace || on.reader.transaction || !splitText(query.filter).text ? null : bestHitsOf(rest);
  if (best) return runStages(on, bestDocuments(on, collection, query, best), rest.slice(best.each.length), name);
  const before = on.trace ? readerOf(on.reader.store, on.reader.transaction) : on.reader;
  const idsOnly = isIdAlone(rest[0]?.['$project']);
  const asked = { ...query, idsOnly };
  const hits = find(before, collection, asked);
  if (on.trace) addCounters(on, before);
  on.trace?.push({ $cursor: explainQuery(before, collection, asked, hits.length) });
  if (idsOnly && !on.trace)
    return runStages(
      on,
      hits.map((hit) => hit.idOnly),
      rest.slice(1),
      name,
    );
  return runStages(on, documentsFor(rest, hits), rest, name);
}

/** Hits decoded as far as the first stage needs them. */
function documentsFor([first]: readonly Document[], hits: readonly Hit[]): readonly Document[] {
  const projection: unknown = first?.['$project'];
  const only = isDocument(projection) ? (includedFields(projection) ?? wantedFields(projection)) : null;
  return hits.map((hit) => (only ? hit.fields(only) : hit.document));
}

function bestDocuments(
  on: Aggregation,
  collection: Collection,
  query: Query,
  { each, most }: BestHits,
): readonly Document[] {
  const found: Document[] = [];
  for (const piece of piecesOf(bestMatches(on.reader, collection, query))) {
    found.push(...runStages(on, documentsFor(each, piece), each, collection.name));
    if (found.length >= most) break;
  }
  return found;
}

function addCounters({ reader }: Aggregation, { counters }: Reader): void {
  reader.counters.keysExamined += counters.keysExamined;
  reader.counters.docsExamined += counters.docsExamined;
  reader.counters.collectionScans += counters.collectionScans;
  for (const index of counters.indexesUsed) reader.counters.indexesUsed.add(index);
}

/** The beginning of a pipeline that is an ordinary query: `$match`…, `$sort`, `$skip`, `$limit`. */
function pushedDown(on: Aggregation, pipeline: readonly Document[]): { readonly query: Query; readonly used: number } {
  const clauses: Document[] = [];
  let used = 0;
  for (let match = pipeline[used]?.['$match']; match !== undefined; match = pipeline[++used]?.['$match']) {
    if (!isDocument(match)) throw located(15959, 'the match filter must be an expression in an object');
    if (used > 0 && '$text' in match) throw textNotFirst();
    if (Object.keys(match).length > 0) clauses.push(match, ...indexableConditions(match['$expr'], on.variables));
  }
  const [first, second] = clauses;
  const text = first?.['$text'];
  let sort: Document | undefined = pipeline[used]?.['$sort'];
  if (sort && Object.values(sort).some(isTextScore) && !text)
    throw badValue('query requires text score metadata, but it is not available');
  if (sort) used++;
  else sort = undefined;
  const skip = pipeline[used]?.['$skip'] === undefined ? undefined : integerOf(pipeline[used++]?.['$skip'], '$skip');
  const limit =
    pipeline[used]?.['$limit'] === undefined ? undefined : integerOf(pipeline[used++]?.['$limit'], '$limit');
  if (limit !== undefined && limit <= 0) throw located(15958, 'the limit must be positive');
  if (skip !== undefined && skip < 0) throw located(5107200, 'the skip must not be negative');
  return {
    used,
    query: {
      filter: second ? { $and: clauses } : (first ?? {}),
      sort,
      ...(skip === undefined ? {} : { skip }),
      ...(limit === undefined ? {} : { limit }),
      hint: on.hint,
      collation: on.collation,
      variables: on.variables,
    },
  };
}

/** Stages over documents in memory; joins and unions go back to the indexes. */
function runStages(
  on: Aggregation,
  documents: readonly Document[],
  pipeline: readonly Document[],
  collection: string | null,
): readonly Document[] {
  return pipeline.reduce<readonly Document[]>((current, stage, position) => {
    const [name = ''] = Object.keys(stage);
    const traced = on.trace?.length ?? 0;
    const result = runStage(on, current, name, stage[name], { collection, first: position === 0 });
    if (on.trace?.length === traced) on.trace.push({ [name]: stage[name], nReturned: result.length });
    return result;
  }, documents);
}

interface Place {
  readonly collection: string | null;
  readonly first: boolean;
}

function runStage(
  on: Aggregation,
  documents: readonly Document[],
  name: string,
  argument: unknown,
  place: Place,
): readonly Document[] {
  const pure = pureStage(name, argument, { variables: on.variables, fold: foldOf(on.collation) });
  if (pure) return pure(documents);
  switch (name) {
    case '$match': {
      if (!isDocument(argument)) throw located(15959, 'the match filter must be an expression in an object');
      if ('$text' in argument) throw textNotFirst();
      return documents.filter(compileFilter(argument, on.collation, on.variables).test);
    }
    case '$documents':
      if (!place.first) throw located(40602, '$documents is only valid as the first stage in a pipeline');
      return requireDocuments(expressionOf(argument, on.variables)({}));
    case '$lookup':
      return lookup(on, documents, argument, aggregate);
    case '$unionWith':
      return [...documents, ...unionWith(on, argument)];
    case '$facet':
      return [facet(on, documents, argument)];
    case '$out':
    case '$merge':
      writeOutput(on, documents, name, argument, runStages);
      return [];
    case '$collStats':
    case '$indexStats':
      return statistics(on, name, place.collection);
    default:
      if (!MINGO_STAGES.has(name)) throw located(40324, `Unrecognized pipeline stage name: '${name}'`);
      return mingoStage({ [name]: argument }, documents, on.variables, (from) => wholeCollection(on, from));
  }
}

function unionWith(on: Aggregation, argument: unknown): readonly Document[] {
  const spec: Document = typeof argument === 'string' ? { coll: argument } : isDocument(argument) ? argument : {};
  const { coll = null, pipeline = [], ...unknown } = spec;
  if (Object.keys(unknown).length > 0)
    throw located(40415, `BSON field '$unionWith.${Object.keys(unknown)[0]}' is an unknown field.`);
  const trace: Document[] = [];
  const { hint: _, trace: outer, ...inner } = on;
  const found = aggregate(outer ? { ...inner, trace } : inner, coll, pipeline);
  outer?.push({ $unionWith: { coll, pipeline: trace }, nReturned: found.length });
  return found;
}

function facet(on: Aggregation, documents: readonly Document[], argument: unknown): Document {
  if (!isDocument(argument)) throw located(40169, 'the $facet specification must be a non-empty object');
  const { trace: _, ...inner } = on;
  return Object.fromEntries(
    Object.entries(argument).map(([key, pipeline]) => {
      if (!Array.isArray(pipeline)) throw located(40170, 'arguments to $facet must be arrays');
      return [key, runStages(inner, documents, pipeline, null)];
    }),
  );
}

function statistics(
  { reader: { store }, db }: Aggregation,
  name: string,
  collection: string | null,
): readonly Document[] {
  const found: Collection | undefined = collection === null ? undefined : store.collection(db, collection);
  if (name === '$collStats') return [{ ns: `${db}.${collection}`, count: found ? store.count(found) : 0 }];
  return (found?.indexes ?? []).map((index) => ({ name: index.name, key: index.key, accesses: { ops: 0 } }));
}

const wholeCollection = (on: Aggregation, name: string): Document[] => {
  const collection = on.reader.store.collection(on.db, name);
  return collection ? find(on.reader, collection, { filter: {} }).map((hit) => hit.document) : [];
};

/** The values of a command's `let`. */
export function evaluateLet(variables: unknown): Document {
  if (variables === undefined) return {};
  if (!isDocument(variables)) throw failedToParse('let must be an object');
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, expressionOf(value, {})({})]));
}
