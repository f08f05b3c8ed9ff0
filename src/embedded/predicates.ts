import type { Document } from 'bson';
import { compareValues } from './keys.ts';
import { isDocument, isOperators, TAG, tagOf } from './values.ts';

/** What a filter demands of one path, as far as an index can use it. */
export interface Predicate {
  /** The value is one of these. */
  readonly points?: readonly unknown[];
  readonly low?: unknown;
  readonly lowOpen?: boolean;
  readonly high?: unknown;
  readonly highOpen?: boolean;
  /** A string that begins so. */
  readonly prefix?: string;
  /** Whether an index scan alone decides it, so that documents need no further test. */
  readonly exact: boolean;
  /** Set by `$elemMatch`: predicates of one group hold for one and the same array element. */
  readonly group?: object;
}

export interface Analysis {
  /** Conditions that every match meets, by path. */
  readonly predicates: ReadonlyMap<string, readonly Predicate[]>;
  /** False when the filter says anything beside them. */
  readonly complete: boolean;
}

/** A value whose equality an index key decides. */
const isPoint = (value: unknown): boolean => {
  const tag = tagOf(value);
  return value !== undefined && tag !== TAG.ARRAY && tag !== TAG.OBJECT && tag !== TAG.REGEX;
};

/** Reads the conditions of a filter that any index could serve; `$or` gives the range that covers all its branches. */
export function analyse(filter: Document): Analysis {
  const predicates = new Map<string, Predicate[]>();
  let complete = true;
  const add = (path: string, predicate: Predicate): void => {
    const list = predicates.get(path);
    if (list) list.push(predicate);
    else predicates.set(path, [predicate]);
  };
  const addAll = (analysis: Analysis): void => {
    complete &&= analysis.complete;
    for (const [path, list] of analysis.predicates) for (const predicate of list) add(path, predicate);
  };
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(value)) for (const clause of value) addAll(analyse(clause));
    else if (key === '$or' && Array.isArray(value)) {
      complete = false;
      for (const [path, predicate] of covering(value.map((clause) => analyse(clause).predicates))) add(path, predicate);
    } else if (key === '$comment') continue;
    else if (key.startsWith('$')) complete = false;
    else addAll(analyseField(key, value));
  }
  return { predicates, complete };
}

function analyseField(path: string, condition: unknown): Analysis {
  const found: (readonly [string, Predicate])[] = [];
  let complete = true;
  if (!isOperators(condition)) {
    if (isPoint(condition)) found.push([path, { points: [condition], exact: condition !== null }]);
    else {
      complete = false;
      const prefix = condition instanceof RegExp ? prefixOf(condition) : undefined;
      if (prefix !== undefined) found.push([path, { prefix, exact: false }]);
    }
  } else
    for (const [operator, argument] of Object.entries(condition)) {
      const predicates = analyseOperator(path, operator, argument);
      if (!predicates || operator === '$elemMatch' || operator === '$regex') complete = false;
      found.push(...(predicates ?? []));
    }
  const predicates = new Map<string, Predicate[]>();
  for (const [at, predicate] of found) predicates.set(at, [...(predicates.get(at) ?? []), predicate]);
  return { predicates, complete };
}

/** null for what no index can use. */
function analyseOperator(path: string, operator: string, argument: unknown): (readonly [string, Predicate])[] | null {
  const range = isPoint(argument) && argument !== null;
  switch (operator) {
    case '$eq':
      return isPoint(argument) ? [[path, { points: [argument], exact: argument !== null }]] : null;
    case '$in':
      return Array.isArray(argument) && argument.every(isPoint)
        ? [[path, { points: argument, exact: !argument.includes(null) }]]
        : null;
    case '$gt':
    case '$gte':
      return range ? [[path, { low: argument, lowOpen: operator === '$gt', exact: true }]] : null;
    case '$lt':
    case '$lte':
      return range ? [[path, { high: argument, highOpen: operator === '$lt', exact: true }]] : null;
    case '$regex': {
      const prefix = argument instanceof RegExp ? prefixOf(argument) : undefined;
      return prefix === undefined ? null : [[path, { prefix, exact: false }]];
    }
    case '$elemMatch':
      return isDocument(argument) ? analyseElement(path, argument) : null;
    default:
      return null;
  }
}

function analyseElement(path: string, argument: Document): (readonly [string, Predicate])[] {
  const group = {};
  const { predicates } = isOperators(argument) ? analyseField(path, argument) : analyse(argument);
  return [...predicates].flatMap(([inner, list]) =>
    list.map(
      (predicate) =>
        [isOperators(argument) ? inner : `${path}.${inner}`, { ...predicate, exact: false, group }] as const,
    ),
  );
}

/** The literal beginning of a pattern anchored with ^. */
function prefixOf(regex: RegExp): string | undefined {
  if (/[im]/.test(regex.flags) || regex.source.includes('|')) return undefined;
  return /^\^((?:[\p{L}\p{N} _-])+)(?![*?{])/u.exec(regex.source)?.[1];
}

/** Per path that every branch restricts, the smallest range around all of them. */
function covering(
  branches: readonly ReadonlyMap<string, readonly Predicate[]>[],
): readonly (readonly [string, Predicate])[] {
  const [first] = branches;
  return [...(first?.keys() ?? [])].flatMap((path) => {
    const lists = branches.map((branch) => branch.get(path)?.[0]);
    const predicates = lists.filter((predicate) => predicate !== undefined);
    const hull = predicates.length === branches.length ? hullOf(predicates) : null;
    return hull ? [[path, hull] as const] : [];
  });
}

function hullOf(predicates: readonly Predicate[]): Predicate | null {
  if (predicates.some(({ prefix, points }) => prefix !== undefined || points?.includes(null))) return null;
  const least = (values: readonly unknown[]): unknown => values.toSorted((a, b) => compareValues(a, b))[0];
  const most = (values: readonly unknown[]): unknown => values.toSorted((a, b) => compareValues(b, a))[0];
  const lows = predicates.map(({ points, low }) => (points ? least(points) : low));
  const highs = predicates.map(({ points, high }) => (points ? most(points) : high));
  const tags = new Set([...lows, ...highs].filter((value) => value !== undefined).map(tagOf));
  if (tags.size !== 1) return null;
  const low = lows.includes(undefined) ? undefined : least(lows);
  const high = highs.includes(undefined) ? undefined : most(highs);
  return low === undefined && high === undefined ? null : { low, high, exact: false };
}
