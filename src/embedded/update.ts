import { serialize, ObjectId, type Document } from 'bson';
import type { Collection } from './catalogue.ts';
import type { Hit } from './find.ts';
import { hashOf, equalValues } from './keys.ts';
import { refuseScript, splitText } from './matcher.ts';
import { failedToParse, MongoError } from './mongo-error.ts';
import { setPath, splitPath } from './paths.ts';
import { pureStage } from './pure-stages.ts';
import { readBson } from './read-bson.ts';
import { updateOperators } from './update-operators.ts';
import { changeAt, compileArrayFilters, concretePaths, KEEP, REMOVE, type Positions } from './update-paths.ts';
import { isDocument, isOperators } from './values.ts';
import type { Writer } from './writer.ts';

export interface Update {
  readonly filter: Document;
  /** A replacement, operators or a pipeline. */
  readonly update: Document | readonly Document[];
  readonly arrayFilters?: readonly Document[] | undefined;
  readonly variables: Document;
}

/** Whether an update replaces the whole document. */
export const isReplacement = (update: Update['update']): boolean =>
  !Array.isArray(update) && !Object.keys(update)[0]?.startsWith('$');

const immutableId = (): MongoError =>
  new MongoError(66, 'ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");

/** Changes one document and returns it as it is then; nothing is written when nothing changes. */
export function modifyDocument(
  writer: Writer,
  collection: Collection,
  hit: Hit,
  update: Update,
): { readonly changed: boolean; readonly document: Document } {
  const before = hit.document;
  const id: unknown = before['_id'];
  // Operators change a document in place; a replacement looks at nothing but its _id.
  const copy = isReplacement(update.update) ? before : readBson(hit.bytes);
  const after = changedDocument(copy, update, false);
  if (after['_id'] !== undefined && !equalValues(after['_id'], id)) throw immutableId();
  const { _id: _, ...rest } = after;
  const document: Document = { _id: id, ...rest };
  // What is read and written again has the very same bytes: no type is lost.
  const bytes = serialize(document, { ignoreUndefined: true });
  if (Buffer.compare(hit.bytes, bytes) === 0) return { changed: false, document: before };
  const description = isReplacement(update.update) ? undefined : describeChange(before, document, fieldsOf(update));
  writer.replace(collection, hit, before, { document, bytes, update: description });
  return { changed: true, document };
}

/** Inserts what an update with `upsert` makes out of nothing: the equalities of the filter, then the update. */
export function upsertDocument(writer: Writer, collection: Collection, update: Update): Document {
  const base: Document = {};
  for (const [path, value] of equalities(update.filter)) setPath(base, splitPath(path), value);
  const source = isReplacement(update.update) ? ('_id' in base ? { _id: base['_id'] } : {}) : base;
  const changed = changedDocument(source, update, true);
  if ('_id' in base && !equalValues(changed['_id'], base['_id'])) throw immutableId();
  const { _id: id = new ObjectId(), ...rest } = changed;
  return writer.insert(collection, serialize({ _id: id, ...rest }, { ignoreUndefined: true }));
}

function equalities(filter: Document): readonly (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([path, condition]): readonly (readonly [string, unknown])[] => {
    if (path === '$and' || (path === '$or' && condition.length === 1))
      return (condition as readonly Document[]).flatMap(equalities); // the filter was compiled before
    if (path.startsWith('$') || condition instanceof RegExp) return [];
    if (!isOperators(condition)) return [[path, condition]];
    if ('$eq' in condition) return [[path, condition['$eq']]];
    for (const operator of ['$in', '$all'])
      if (Array.isArray(condition[operator]) && condition[operator].length === 1)
        return [[path, condition[operator][0]]];
    return [];
  });
}

/** The document after an update; `document` may be changed in place. */
function changedDocument(
  document: Document,
  { filter, update, arrayFilters, variables }: Update,
  inserting: boolean,
): Document {
  refuseScript(update);
  if (Array.isArray(update)) {
    if (arrayFilters) throw failedToParse('arrayFilters may not be specified for pipeline-style updates');
    return applyPipeline(document, update as readonly Document[], variables);
  }
  const operators = update as Document; // not a pipeline
  if (isReplacement(operators)) {
    const dollar = Object.keys(operators).find((key) => key.startsWith('$'));
    if (dollar)
      throw new MongoError(
        52,
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement`,
      );
    return { ...('_id' in document ? { _id: document['_id'] } : {}), ...operators };
  }
  applyOperators(document, operators, splitText(filter).rest, arrayFilters ?? [], variables, inserting);
  return document;
}

const PIPELINE_STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

function applyPipeline(document: Document, stages: readonly Document[], variables: Document): Document {
  let documents: readonly Document[] = [document];
  for (const stage of stages) {
    const [name = ''] = Object.keys(stage);
    const run = PIPELINE_STAGES.has(name) ? pureStage(name, stage[name], { variables, fold: undefined }) : null;
    if (!run) throw new MongoError(72, 'InvalidOptions', `${name} is not allowed to be used within an update`);
    documents = run(documents);
  }
  return documents[0] ?? {};
}

interface Step {
  readonly operator: string;
  readonly path: string;
  readonly argument: unknown;
}

function applyOperators(
  document: Document,
  update: Document,
  filter: Document,
  arrayFilters: readonly Document[],
  variables: Document,
  inserting: boolean,
): void {
  const steps = stepsOf(update);
  refuseConflicts(steps);
  const positions: Positions = {
    filter,
    arrayFilters: compileArrayFilters(
      arrayFilters,
      steps.map(({ path }) => path),
    ),
  };
  const now: Date = variables['NOW'] ?? new Date();
  for (const { operator, path, argument } of steps) {
    if (operator === '$setOnInsert' && !inserting) continue;
    if (operator === '$rename') {
      rename(document, path, argument);
      continue;
    }
    const { creates, change } = updateOperators[operator === '$setOnInsert' ? '$set' : operator] ?? {};
    if (!change)
      throw failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    const apply = change(argument, path, now);
    for (const concrete of concretePaths(document, path, positions))
      changeAt(document, concrete, creates ?? false, apply);
  }
}

function stepsOf(update: Document): readonly Step[] {
  return Object.entries(update).flatMap(([operator, paths]) => {
    if (operator !== '$rename' && operator !== '$setOnInsert' && !(operator in updateOperators))
      throw failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDocument(paths))
      throw failedToParse(`Modifiers operate on fields but we found type ${typeof paths} instead`);
    return Object.entries(paths).map(([path, argument]) => ({ operator, path, argument }));
  });
}

/** Throws 40 when two changes touch the same field, or one a parent of the other. */
function refuseConflicts(steps: readonly Step[]): void {
  const paths = steps
    .flatMap(({ operator, path, argument }) => (operator === '$rename' ? [path, String(argument)] : [path]))
    .sort();
  for (const [i, path] of paths.entries()) {
    const previous = paths.slice(0, i).find((other) => path === other || path.startsWith(`${other}.`));
    if (previous !== undefined)
      throw new MongoError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${previous}'`,
      );
  }
}

function rename(document: Document, from: string, to: unknown): void {
  if (typeof to !== 'string' || to === from)
    throw failedToParse("The 'to' field for $rename must be another field name");
  let moved: unknown;
  changeAt(document, splitPath(from), false, (value) => {
    moved = value;
    return value === undefined ? KEEP : REMOVE;
  });
  if (moved !== undefined) changeAt(document, splitPath(to), true, () => moved);
}

/** The top-level fields that operators may change; null where all may be. */
function fieldsOf({ update }: Update): ReadonlySet<string> | null {
  if (Array.isArray(update)) return null;
  const steps = Object.values(update as Document).filter(isDocument); // not a pipeline
  const paths = steps.flatMap((step) => [...Object.keys(step), ...Object.values(step).filter(isText)]);
  return new Set(paths.map((path) => path.split('.')[0] ?? path));
}

/** The argument of a `$rename` is a path, too; any other text among them does no harm. */
function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** As indexes compare; lists are known to differ by their first elements that do. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  return typeof a === typeof b && hashOf(a) === hashOf(b);
}

/** What change streams tell about an update; fields that are not among `fields` are as they were. */
function describeChange(before: Document, after: Document, fields: ReadonlySet<string> | null): Document {
  const updatedFields: Document = {};
  const removedFields: string[] = [];
  const compare = (a: Document, b: Document, prefix: string): void => {
    for (const [key, value] of Object.entries(b)) {
      const old: unknown = a[key];
      if (prefix === '' && fields?.has(key) === false) continue;
      if (Object.hasOwn(a, key) && isSame(old, value)) continue;
      if (isDocument(old) && isDocument(value)) compare(old, value, `${prefix}${key}.`);
      else updatedFields[prefix + key] = value;
    }
    for (const key of Object.keys(a)) if (!Object.hasOwn(b, key)) removedFields.push(prefix + key);
  };
  compare(before, after, '');
  return { updatedFields, removedFields, truncatedArrays: [] };
}
