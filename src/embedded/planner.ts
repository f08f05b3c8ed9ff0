import { EJSON, type Document } from 'bson';
import { ID_INDEX, type Collection, type Index } from './catalogue.ts';
import { foldOf, type Fold } from './collation.ts';
import { encode, type SortSpec } from './keys.ts';
import { rangeBounds, type Bounds } from './index-bounds.ts';
import { badValue } from './mongo-error.ts';
import { analyse, type Analysis, type Predicate } from './predicates.ts';
import { isDocument } from './values.ts';

export interface Scan {
  readonly low: Buffer;
  readonly high: Buffer;
  /** Bytes of the equality prefix, which a merge of several scans leaves out of the comparison. */
  readonly prefixLength: number;
}

export interface Plan {
  /** IDHACK reads by _id alone. */
  readonly stage: 'IDHACK' | 'IXSCAN' | 'COLLSCAN';
  readonly index: Index | null;
  readonly scans: readonly Scan[];
  readonly backward: boolean;
  /** Whether rows come in the order asked for. */
  readonly sorted: boolean;
  /** Whether the scan decides the filter alone. */
  readonly exact: boolean;
}

export interface Question {
  readonly filter: Document;
  readonly sort: SortSpec | null;
  readonly hint?: unknown;
  readonly collation?: Document | undefined;
  /** Indexes that may be used; a transaction leaves out those made after its snapshot. */
  readonly usable?: (index: Index) => boolean;
}

/** What a filter says to an index whose keys were folded otherwise: it can only be walked from end to end. */
const NOTHING: Analysis = { predicates: new Map(), complete: false };

const sameCollation = (index: Index, collation?: Document): boolean =>
  EJSON.stringify(foldOf(collation) ? collation : null) === EJSON.stringify(index.fold ? index.collation : null);

function unusable(index: Index, sort: SortSpec | null, fold: Fold): ReturnType<typeof planIndex> {
  const walk = planIndex(index, NOTHING, null, fold, true);
  return walk && { ...walk, plan: { ...walk.plan, sorted: !sort } };
}

/** More equality combinations than this are not worth separate scans. */
const MAX_SCANS = 5_000;

/** Chooses how to read a collection; throws 2 for a hint that names no index. */
export function planQuery(collection: Collection, question: Question): Plan {
  const { filter, sort, hint, collation } = question;
  const collectionScan: Plan = {
    stage: 'COLLSCAN',
    index: null,
    scans: [],
    backward: false,
    sorted: !sort,
    exact: Object.keys(filter).length === 0,
  };
  if (isDocument(hint) && '$natural' in hint) return collectionScan;
  const fold = foldOf(collation);
  const analysis = analyse(filter);
  let best = collectionScan;
  let bestScore = 0;
  for (const index of candidates(collection, question)) {
    const candidate = sameCollation(index, collation)
      ? planIndex(index, analysis, sort, fold, hint !== undefined)
      : unusable(index, sort, fold);
    if (!candidate || (candidate.score <= bestScore && hint === undefined)) continue;
    best = candidate.plan;
    bestScore = candidate.score;
  }
  return best;
}

function candidates(collection: Collection, question: Question): readonly Index[] {
  const { filter, hint, collation, usable } = question;
  const all = [ID_INDEX, ...collection.indexes].filter(
    (index) => !index.textWeights && (index.id === 0 || usable?.(index) !== false),
  );
  if (hint !== undefined) {
    const named = all.filter((index) => index.name === hint || EJSON.stringify(index.key) === EJSON.stringify(hint));
    if (named.length === 0)
      throw badValue(
        'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
      );
    return named;
  }
  return all.filter((index) => {
    if (!sameCollation(index, collation)) return false;
    if (index.sparse && !Object.keys(index.key).some((path) => implies(filter, { [path]: { $exists: true } })))
      return false;
    return !index.partial || implies(filter, index.partial);
  });
}

/** Whether every match of the filter is in a partial index: its condition is met word by word, or is `$exists` on a field that has a value. */
function implies(filter: Document, partial: Document): boolean {
  return Object.entries(partial).every(([path, condition]) =>
    conditionsOn(path, filter).some((wanted) => {
      if (EJSON.stringify(wanted) === EJSON.stringify(condition)) return true;
      if (!isDocument(condition) || condition['$exists'] !== true || Object.keys(condition).length > 1) return false;
      const predicates = analyse({ [path]: wanted }).predicates.get(path) ?? [];
      return predicates.some(({ points }) => !points || !points.includes(null));
    }),
  );
}

function conditionsOn(path: string, filter: Document): readonly unknown[] {
  const clauses: readonly Document[] = Array.isArray(filter['$and']) ? filter['$and'] : [];
  return [...(path in filter ? [filter[path]] : []), ...clauses.flatMap((clause) => conditionsOn(path, clause))];
}

/** Equality, then at most one range, along an index's paths. */
function planIndex(
  index: Index,
  { predicates, complete }: Analysis,
  sort: SortSpec | null,
  fold: Fold,
  hinted: boolean,
): { readonly plan: Plan; readonly score: number } | null {
  let prefixes: (readonly unknown[])[] = [[]];
  const single: boolean[] = [];
  const used = new Set<string>();
  let exact = complete;
  let range: Bounds | null = null;
  let score = 0;
  let group: object | undefined;
  for (const [i, path] of index.paths.entries()) {
    const name = path.join('.');
    const choice = choose(index, name, predicates.get(name) ?? [], used, group);
    if (choice.length === 0) break;
    group ??= choice[0]?.group;
    const points = choice.find((predicate) => predicate.points)?.points;
    const all = predicates.get(name) ?? [];
    if (points && prefixes.length * points.length <= MAX_SCANS) {
      prefixes = prefixes.flatMap((row) => points.map((value) => [...row, value]));
      single.push(points.length === 1);
      score += points.length === 1 ? 10 : 9;
      used.add(name);
      if (all.length > 1 || all.some((predicate) => !predicate.exact)) exact = false;
      continue;
    }
    const ranges = choice.filter((predicate) => !predicate.points);
    if (ranges.length > 0) {
      const bounds = rangeBounds(ranges, index.directions[i] ?? 1, fold);
      range = bounds;
      if (!bounds.exact || ranges.length < all.length) exact = false;
      used.add(name);
      score += 5;
    }
    break;
  }
  // One document per value: whatever else is asked for, no other index reads fewer.
  const isUnique = index.id === 0 || index.unique;
  if (isUnique && single.length === index.paths.length && !range) score += 100;
  const order = sort ? sortedBy(index, single, sort) : { sorted: true, backward: false };
  if (sort && order.sorted) score += 6;
  if (used.size === 0 && !(sort && order.sorted) && !hinted) return null;
  if ([...predicates.keys()].some((path) => !used.has(path))) exact = false;
  const scans = scansOf(index, prefixes, range, fold);
  const byId = index.id === 0 && single.length === 1 && !range;
  return {
    score,
    plan: {
      stage: byId ? 'IDHACK' : 'IXSCAN',
      index,
      scans,
      backward: order.backward,
      sorted: order.sorted || (byId && scans.length === 1),
      exact,
    },
  };
}

/**
 * The predicates of a path that may be used together with those of earlier paths. On a multikey path each may hold for another
 * array element, so only one is used, or all of one `$elemMatch`; and paths through the same array combine only within one `$elemMatch`.
 */
function choose(
  index: Index,
  name: string,
  list: readonly Predicate[],
  used: ReadonlySet<string>,
  group: object | undefined,
): readonly Predicate[] {
  if (!index.multikeyPaths.has(name)) return list;
  const root = name.split('.')[0];
  const sharesArray = [...used].some((path) => index.multikeyPaths.has(path) && path.split('.')[0] === root);
  if (sharesArray) return group ? list.filter((predicate) => predicate.group === group) : [];
  const [first] = list.toSorted((a, b) => Number(b.points !== undefined) - Number(a.points !== undefined));
  if (!first) return [];
  return first.group ? list.filter((predicate) => predicate.group === first.group) : [first];
}

function scansOf(
  index: Index,
  prefixes: readonly (readonly unknown[])[],
  range: Bounds | null,
  fold: Fold,
): readonly Scan[] {
  const keys = new Map(
    prefixes.map((values) => {
      const key = encode(values, index.directions, fold);
      return [key.toString('latin1'), key];
    }),
  );
  return [...keys.values()].map((prefix) => ({
    low: range ? Buffer.concat([prefix, range.low]) : prefix,
    high: Buffer.concat([prefix, range ? range.high : Buffer.from([0xff])]),
    prefixLength: prefix.length,
  }));
}

/** Whether the index, with `single.length` paths bound to values before, gives the order of a sort. */
function sortedBy(index: Index, single: readonly boolean[], sort: SortSpec): { sorted: boolean; backward: boolean } {
  let matched = 0;
  let direction = 0;
  for (const [i, path] of index.paths.entries()) {
    const wanted = sort[matched];
    if (!wanted) break;
    const name = path.join('.');
    const bound = single[i];
    if (wanted[0].join('.') !== name || bound === false) {
      if (bound === undefined) break;
      continue;
    }
    if (index.multikeyPaths.has(name)) break;
    matched++;
    if (bound) continue;
    const turn = wanted[1] * (index.directions[i] ?? 1);
    if (direction !== 0 && turn !== direction) return { sorted: false, backward: false };
    direction = turn;
  }
  return { sorted: matched === sort.length, backward: direction < 0 };
}
