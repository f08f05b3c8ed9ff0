import type { Document } from 'bson';
import type { Collection } from './catalogue.ts';
import { prepareQuery, type Query, type Reader } from './find.ts';
import { idReaderOf } from './id-rows.ts';
import type { Plan } from './planner.ts';

/** The plan of a query in MongoDB's shape, with what it cost when it has been run (`nReturned` given). */
export function explainQuery(reader: Reader, collection: Collection, query: Query, nReturned?: number): Document {
  const { plan, idsOnly } = prepareQuery(reader, collection, query);
  const winningPlan = withLimits(query, plan ? planStages(plan, query, idsOnly) : textStages(collection, query));
  const { keysExamined, docsExamined } = reader.counters;
  const queryPlanner = {
    namespace: `${collection.db}.${collection.name}`,
    parsedQuery: query.filter,
    indexFilterSet: false,
    winningPlan,
    rejectedPlans: [],
  };
  if (nReturned === undefined) return { queryPlanner };
  return {
    queryPlanner,
    executionStats: {
      executionSuccess: true,
      nReturned,
      executionTimeMillis: 0,
      totalKeysExamined: keysExamined,
      totalDocsExamined: docsExamined,
      executionStages: { ...winningPlan, nReturned },
    },
  };
}

function planStages(plan: Plan, { sort }: Query, idsOnly: boolean): Document {
  const { index, stage, backward, sorted, scans } = plan;
  const direction = backward ? 'backward' : 'forward';
  if (!index) {
    const scan = { stage: 'COLLSCAN', direction };
    return sorted ? scan : { stage: 'SORT', sortPattern: sort, inputStage: scan };
  }
  if (stage === 'IDHACK' && scans.length === 1) return { stage: 'IDHACK' };
  const keys = {
    stage: 'IXSCAN',
    keyPattern: index.key,
    indexName: index.name,
    isMultiKey: index.multikeyPaths.size > 0,
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction,
  };
  const merges = sort !== undefined && sorted && scans.length > 1;
  const inputStage = merges ? { stage: 'SORT_MERGE', sortPattern: sort, inputStages: scans.map(() => keys) } : keys;
  if (idsOnly && idReaderOf(index)) return { stage: 'PROJECTION_COVERED', transformBy: { _id: 1 }, inputStage };
  const fetch = { stage: 'FETCH', inputStage };
  return sorted ? fetch : { stage: 'SORT', sortPattern: sort, inputStage: fetch };
}

function textStages(collection: Collection, { sort }: Query): Document {
  const index = collection.indexes.find(({ textWeights }) => textWeights);
  const match = {
    stage: 'TEXT_MATCH',
    indexName: index?.name,
    inputStage: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: index?.name } },
  };
  return sort ? { stage: 'SORT', sortPattern: sort, inputStage: match } : match;
}

function withLimits({ skip, limit }: Query, plan: Document): Document {
  const skipped = skip ? { stage: 'SKIP', skipAmount: skip, inputStage: plan } : plan;
  return limit ? { stage: 'LIMIT', limitAmount: Math.abs(limit), inputStage: skipped } : skipped;
}
