import type { Document } from 'bson';
import { expressionOf, type Expression } from './expressions.ts';
import { compileFilter } from './matcher.ts';
import { badValue, located, notSupported } from './mongo-error.ts';
import { setField, splitPath } from './paths.ts';
import type { Wanted } from './read-bson.ts';
import { isTextScore, scoreOf, withScore } from './sorting.ts';
import { integerOf, isDocument, isOperators, numberOf } from './values.ts';

/** Shapes one document; the result shares what lies deeper. */
export type Projector = (document: Document) => Document;

/** A tree of paths: true takes (or drops) the whole value, an expression computes it. */
type Node = true | Expression | Tree;
interface Tree extends Map<string, Node> {}

interface ProjectionOptions {
  readonly variables: Document;
  /** `find` knows `$slice` and `$elemMatch`, `$project` does not. */
  readonly ofFind: boolean;
}

/** Compiles a projection of find or the `$project` stage; throws for a mix of inclusion and exclusion. */
export function compileProjection(projection: Document, options: ProjectionOptions): Projector {
  const kept: Tree = new Map();
  const dropped: Tree = new Map();
  const slices: { readonly path: readonly string[]; readonly apply: (items: readonly unknown[]) => unknown[] }[] = [];
  const scores: string[] = [];
  let keepId = true;
  let shaping = false;
  for (const [path, wish] of flatten(projection)) {
    if (path === '_id' && isFlag(wish)) {
      keepId = isOn(wish);
      if (keepId) shaping ||= Object.keys(projection).length === 1;
    } else if (isFlag(wish)) plant(isOn(wish) ? kept : dropped, path, true);
    else if (isTextScore(wish)) scores.push(path);
    else if (options.ofFind && isDocument(wish) && '$slice' in wish) slices.push(sliceOf(path, wish['$slice']));
    else if (options.ofFind && isDocument(wish) && '$elemMatch' in wish)
      plant(kept, path, elemMatchOf(path, wish['$elemMatch']));
    else if (path.endsWith('.$') || path.includes('.$.')) throw notSupported('the positional projection', 2);
    else
      plant(
        kept,
        path,
        path === '_id'
          ? ((keepId = false), expressionOf(wish, options.variables))
          : expressionOf(wish, options.variables),
      );
  }
  if (kept.size > 0 && dropped.size > 0)
    throw located(31254, 'Cannot do exclusion on a field in inclusion projection, or the other way round');
  const including = kept.size > 0 || shaping;
  if (!including && !keepId) dropped.set('_id', true);
  for (const { path } of slices) if (including) plant(kept, path.join('.'), true);
  return (document) => {
    const score = scoreOf(document);
    const shaped = including ? include(document, kept, document, keepId) : exclude(document, dropped);
    for (const { path, apply } of slices) sliceAt(shaped, path, apply);
    for (const name of scores) setField(shaped, name, score ?? 0);
    return withScore(shaped, score);
  };
}

/** The top-level fields a plain inclusion needs, so that only they are decoded; null when it is not that simple. */
export function includedFields(projection: Document): ReadonlySet<string> | null {
  const entries = Object.entries(projection);
  const plain = entries.every(([path, wish]) => !path.includes('.') && (isOn(wish) || path === '_id') && isFlag(wish));
  const names = entries.filter(([, wish]) => isOn(wish)).map(([path]) => path);
  if (!plain || names.length === 0) return null;
  return new Set(projection['_id'] === undefined || isOn(projection['_id']) ? ['_id', ...names] : names);
}

/** Whether a projection takes nothing but the `_id`. */
export function isIdAlone(projection: unknown): boolean {
  return isDocument(projection) && Object.keys(projection).join() === '_id' && includedFields(projection) !== null;
}

type Fields = Map<string, Fields | true>;

/** The fields at any depth that an inclusion needs, so that only they are decoded before it is applied; null when it is not that simple. */
export function wantedFields(projection: Document): Wanted | null {
  // A score comes with the hit.
  const entries = flatten(projection).filter(([, wish]) => !isTextScore(wish));
  if (entries.length === 0 || !entries.every(([path, wish]) => isFlag(wish) && isOn(wish) && !path.includes('$')))
    return null;
  const wanted: Fields = new Map([['_id', true]]);
  for (const [path] of entries) {
    let at = wanted;
    const parts = splitPath(path);
    for (const [place, part] of parts.entries()) {
      const known = at.get(part);
      if (known === true) break;
      const inner: Fields | true = place === parts.length - 1 ? true : (known ?? new Map());
      at.set(part, inner);
      if (inner !== true) at = inner;
    }
  }
  return wanted as Wanted; // a map of maps has what is asked of it
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || numberOf(value) !== undefined;
const isOn = (value: unknown): boolean => value === true || (numberOf(value) ?? 0) !== 0;

/** `{ a: { b: 1 } }` as `{ 'a.b': 1 }`. */
function flatten(projection: Document, prefix = ''): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(projection);
  return entries.flatMap(([key, wish]) => {
    if (key.startsWith('$')) throw located(16410, `Invalid projection: field name '${key}' begins with $`);
    const path = `${prefix}${key}`;
    const nested = isDocument(wish) && !isOperators(wish) && Object.keys(wish).length > 0;
    return nested ? flatten(wish, `${path}.`) : [[path, wish] as const];
  });
}

function plant(tree: Tree, path: string, node: Exclude<Node, Tree>): void {
  const parts = splitPath(path);
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    const next = at.get(part);
    if (next !== undefined && !(next instanceof Map)) throw located(31250, `Path collision at ${path}`);
    const branch: Tree = next ?? new Map<string, Node>();
    at.set(part, branch);
    at = branch;
  }
  const last = parts.at(-1) ?? path;
  if (at.get(last) instanceof Map) throw located(31250, `Path collision at ${path}`);
  at.set(last, node);
}

function include(source: Document, tree: Tree, root: Document, keepId: boolean): Document {
  const target: Document = {};
  if (keepId && Object.hasOwn(source, '_id')) target['_id'] = source['_id'];
  for (const [key, value] of Object.entries(source)) {
    const node = tree.get(key);
    if (node === true) setField(target, key, value);
    else if (node instanceof Map) {
      const inner = includeInside(value, node, root);
      if (inner !== undefined) setField(target, key, inner);
    }
  }
  addComputed(target, tree, root);
  return target;
}

function includeInside(value: unknown, tree: Tree, root: Document): unknown {
  if (Array.isArray(value))
    return value.map((item) => includeInside(item, tree, root)).filter((item) => item !== undefined);
  return isDocument(value) ? include(value, tree, root, false) : undefined;
}

/** Computed fields come after those that are kept, in the order of the projection. */
function addComputed(target: Document, tree: Tree, root: Document): void {
  for (const [key, node] of tree) {
    if (typeof node === 'function') {
      const value = node(root);
      if (value !== undefined) setField(target, key, value);
    } else if (node instanceof Map && !Object.hasOwn(target, key) && hasExpression(node)) {
      const inner: Document = {};
      addComputed(inner, node, root);
      setField(target, key, inner);
    }
  }
}

const hasExpression = (tree: Tree): boolean =>
  [...tree.values()].some((node) => typeof node === 'function' || (node instanceof Map && hasExpression(node)));

function exclude(source: Document, tree: Tree): Document {
  const target: Document = {};
  for (const [key, value] of Object.entries(source)) {
    const node = tree.get(key);
    if (node === undefined) setField(target, key, value);
    else if (node instanceof Map) setField(target, key, excludeInside(value, node));
  }
  return target;
}

function excludeInside(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => excludeInside(item, tree));
  return isDocument(value) ? exclude(value, tree) : value;
}

function sliceOf(
  path: string,
  argument: unknown,
): { path: readonly string[]; apply: (items: readonly unknown[]) => unknown[] } {
  const [first, second] = (Array.isArray(argument) ? argument : [argument]).map((part) => integerOf(part, '$slice'));
  if (first === undefined) throw badValue('$slice needs a number or two');
  if (second !== undefined && second <= 0) throw located(28729, '$slice limit must be positive');
  const from = (length: number): number => (first < 0 ? Math.max(0, length + first) : first);
  return {
    path: splitPath(path),
    apply: (items) =>
      second === undefined
        ? first < 0
          ? items.slice(first)
          : items.slice(0, first)
        : items.slice(from(items.length), from(items.length) + second),
  };
}

/** `shaped` is ours at the top; what lies deeper is copied before it is cut. */
function sliceAt(shaped: Document, path: readonly string[], apply: (items: readonly unknown[]) => unknown[]): void {
  const [name, ...rest] = path;
  if (name === undefined || !Object.hasOwn(shaped, name)) return;
  const value: unknown = shaped[name];
  if (rest.length === 0) {
    if (Array.isArray(value)) setField(shaped, name, apply(value));
    return;
  }
  const inside = (item: unknown): unknown => {
    if (!isDocument(item)) return item;
    const copy = { ...item };
    sliceAt(copy, rest, apply);
    return copy;
  };
  setField(shaped, name, Array.isArray(value) ? value.map(inside) : inside(value));
}

function elemMatchOf(path: string, argument: unknown): Expression {
  if (!isDocument(argument)) throw badValue('elemMatch: Invalid argument, object required');
  const { test } = compileFilter({ items: { $elemMatch: argument } });
  return (document) => {
    const items: unknown = isDocument(document) ? document[path] : undefined;
    const found = Array.isArray(items) ? items.find((item) => test({ items: [item] })) : undefined;
    return found === undefined ? undefined : [found];
  };
}
