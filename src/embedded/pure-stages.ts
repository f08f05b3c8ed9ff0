import type { Document } from 'bson';
import type { Fold } from './collation.ts';
import { tick } from './deadline.ts';
import { accumulate, expressionOf, type Expression } from './expressions.ts';
import { hashOf } from './keys.ts';
import { badValue, located } from './mongo-error.ts';
import { setField, splitPath } from './paths.ts';
import { compileProjection } from './projection.ts';
import { sortDocuments, sortSpecOf } from './sorting.ts';
import { integerOf, isDocument, isOperators, numberOf } from './values.ts';

interface StageContext {
  readonly variables: Document;
  readonly fold: Fold;
}

export type Stage = (documents: readonly Document[]) => readonly Document[];

/** A stage that needs nothing but the documents before it; null for any other. Throws for a wrong argument. */
export function pureStage(name: string, argument: unknown, context: StageContext): Stage | null {
  switch (name) {
    case '$sort':
      return sortStage(argument, context);
    case '$limit': {
      const limit = integerOf(argument, '$limit');
      if (limit <= 0) throw located(15958, 'the limit must be positive');
      return (documents) => documents.slice(0, limit);
    }
    case '$skip': {
      const skip = integerOf(argument, '$skip');
      if (skip < 0) throw located(5107200, 'the skip must not be negative');
      return (documents) => documents.slice(skip);
    }
    case '$count': {
      if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.'))
        throw located(40156, 'the count field must be a non-empty string without $ and .');
      return (documents) => (documents.length > 0 ? [{ [argument]: documents.length }] : []);
    }
    case '$project': {
      if (!isDocument(argument) || Object.keys(argument).length === 0)
        throw located(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
      return mapping(compileProjection(argument, { variables: context.variables, ofFind: false }));
    }
    case '$unset': {
      const paths: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
      if (paths.some((path) => typeof path !== 'string'))
        throw located(31120, '$unset specification must be a string or an array of strings');
      const projection = Object.fromEntries(paths.map((path) => [path, 0]));
      return mapping(compileProjection(projection, { variables: context.variables, ofFind: false }));
    }
    case '$addFields':
    case '$set':
      return addFieldsStage(name, argument, context);
    case '$replaceRoot':
      return replaceStage(isDocument(argument) ? argument['newRoot'] : undefined, context);
    case '$replaceWith':
      return replaceStage(argument, context);
    case '$unwind':
      return unwindStage(argument);
    case '$group':
      return groupStage(argument, context);
    case '$sortByCount': {
      const group = groupStage({ _id: argument, count: { $sum: 1 } }, context);
      return (documents) => sortDocuments(group(documents), (one) => one, [[['count'], -1]]);
    }
    case '$sample':
      return sampleStage(argument);
    default:
      return null;
  }
}

const mapping =
  (map: (document: Document) => Document): Stage =>
  (documents) =>
    documents.map((document) => {
      tick();
      return map(document);
    });

function sortStage(argument: unknown, { fold }: StageContext): Stage {
  const spec = isDocument(argument) ? sortSpecOf(argument) : null;
  if (!spec) throw located(15976, '$sort stage must have at least one sort key');
  return (documents) => sortDocuments(documents, (one) => one, spec, fold);
}

function sampleStage(argument: unknown): Stage {
  const size = integerOf(isDocument(argument) ? argument['size'] : undefined, 'size argument to $sample');
  return (documents) =>
    documents
      .map((document) => ({ document, order: Math.random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, size)
      .map(({ document }) => document);
}

function replaceStage(expression: unknown, { variables }: StageContext): Stage {
  const newRoot = expressionOf(expression, variables);
  return mapping((document) => {
    const root = newRoot(document);
    if (!isDocument(root)) throw located(40228, "'newRoot' expression must evaluate to an object");
    return root;
  });
}

/** New fields, as a tree: a document that is no operator adds to what is there. */
type Added = Map<string, Expression | Added>;

function addFieldsStage(name: string, argument: unknown, { variables }: StageContext): Stage {
  if (!isDocument(argument)) throw located(40272, `${name} specification stage must be an object`);
  const tree: Added = new Map();
  const plant = (at: Added, path: readonly string[], value: unknown): void => {
    const [first = '', ...rest] = path;
    if (first === '' || first.startsWith('$'))
      throw located(16410, `${name}: field names must not be empty or begin with $`);
    if (rest.length === 0 && !(isDocument(value) && !isOperators(value) && Object.keys(value).length > 0))
      return void at.set(first, expressionOf(value, variables));
    const below = at.get(first);
    const branch: Added = below instanceof Map ? below : new Map();
    at.set(first, branch);
    if (rest.length > 0) plant(branch, rest, value);
    else for (const [key, inner] of Object.entries(value as Document)) plant(branch, splitPath(key), inner);
  };
  for (const [path, value] of Object.entries(argument)) plant(tree, splitPath(path), value);
  return mapping((document) => addTo(document, tree, document));
}

function addTo(target: unknown, tree: Added, root: Document): Document {
  const result: Document = isDocument(target) ? { ...target } : {};
  for (const [key, node] of tree) {
    if (typeof node === 'function') {
      const value = node(root);
      if (value === undefined) delete result[key];
      else setField(result, key, value);
      continue;
    }
    const below: unknown = result[key];
    setField(
      result,
      key,
      Array.isArray(below) ? below.map((item) => addTo(item, node, root)) : addTo(below, node, root),
    );
  }
  return result;
}

function unwindStage(argument: unknown): Stage {
  const spec: Document = isDocument(argument) ? argument : { path: argument };
  const { path: reference, preserveNullAndEmptyArrays: preserve = false, includeArrayIndex } = spec;
  if (typeof reference !== 'string' || !reference.startsWith('$'))
    throw located(28818, "path option to $unwind stage should be prefixed with a '$'");
  const path = splitPath(reference.slice(1));
  return (documents) =>
    documents.flatMap((document) => {
      tick();
      const value = path.reduce<unknown>((at, part) => (isDocument(at) ? at[part] : undefined), document);
      const indexed = (one: Document, position: number | null): Document =>
        includeArrayIndex === undefined ? one : replaceAt(one, splitPath(String(includeArrayIndex)), position);
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, i) => indexed(replaceAt(document, path, item), i));
      const nothing = value === undefined || value === null || Array.isArray(value);
      if (nothing)
        return preserve ? [indexed(Array.isArray(value) ? replaceAt(document, path, undefined) : document, null)] : [];
      return [indexed(document, null)];
    });
}

/** A copy with another value at a path; undefined removes the field. */
export function replaceAt(document: unknown, [name, ...rest]: readonly string[], value: unknown): Document {
  const copy: Document = isDocument(document) ? { ...document } : {};
  if (name === undefined) return copy;
  const next = rest.length > 0 ? replaceAt(copy[name], rest, value) : value;
  if (next === undefined) delete copy[name];
  else setField(copy, name, next);
  return copy;
}

function groupStage(argument: unknown, { variables, fold }: StageContext): Stage {
  if (!isDocument(argument)) throw located(15947, "a group's fields must be specified in an object");
  if (!('_id' in argument)) throw located(15955, 'a group specification must include an _id');
  const keyOf = expressionOf(argument['_id'], variables);
  const fields = Object.entries(argument).flatMap(([field, spec]) => {
    if (field === '_id') return [];
    const [operator, second] = isDocument(spec) ? Object.keys(spec) : [];
    if (!operator?.startsWith('$') || second !== undefined)
      throw located(40234, `The field '${field}' must be an accumulator object`);
    return [{ field, operator, operand: spec[operator] }];
  });
  return (documents) => {
    const groups = new Map<string, { readonly id: unknown; readonly members: Document[] }>();
    for (const document of documents) {
      tick();
      const id = keyOf(document);
      const hash = hashOf(id, fold);
      const group = groups.get(hash);
      if (group) group.members.push(document);
      else groups.set(hash, { id: id ?? null, members: [document] });
    }
    return [...groups.values()].map(({ id, members }) => {
      const result: Document = { _id: id };
      for (const { field, operator, operand } of fields)
        setField(
          result,
          field,
          operator === '$sum' && numberOf(operand) === 1
            ? members.length
            : accumulate(operator, operand, members, variables),
        );
      return result;
    });
  };
}

/** Whether a stage only counts its input, so that documents need not be read; the function makes its output. */
export function countingStage(stage: Document): ((count: number) => readonly Document[]) | null {
  const { $count: name, $group: group } = stage;
  if (typeof name === 'string') return (count) => (count > 0 ? [{ [name]: count }] : []);
  if (!isDocument(group)) return null;
  const { _id: id, ...sums } = group;
  const constant = id === null || numberOf(id) !== undefined;
  const countsOnly = Object.values(sums).every(
    (sum) => isDocument(sum) && Object.keys(sum).length === 1 && numberOf(sum['$sum']) === 1,
  );
  if (!constant || !countsOnly) return null;
  return (count) =>
    count > 0 ? [{ _id: id, ...Object.fromEntries(Object.keys(sums).map((key) => [key, count])) }] : [];
}

/** The value of `$documents`; throws 2 for anything but a list of documents. */
export const requireDocuments = (value: unknown): readonly Document[] => {
  if (!Array.isArray(value) || !value.every(isDocument)) throw badValue('$documents must be an array of documents');
  return value;
};
