import type { Document } from 'bson';
import type { Aggregation, RunPipeline } from './aggregate.ts';
import { expressionOf } from './expressions.ts';
import { readerOf } from './find.ts';
import { hashOf } from './keys.ts';
import { failedToParse, notSupported } from './mongo-error.ts';
import { pathValues, splitPath } from './paths.ts';
import { replaceAt } from './pure-stages.ts';
import { EMPTY_ARRAY, isDocument, TAG, tagOf } from './values.ts';

const FIELDS = new Set(['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']);

/**
 * `$lookup`: for each document its own query, so that the pipeline's `$match`, `$sort` and `$limit` bound what is read by index.
 * Documents with equal local values share one query, unless `let` can tell them apart.
 */
export function lookup(
  on: Aggregation,
  documents: readonly Document[],
  argument: unknown,
  run: RunPipeline,
): readonly Document[] {
  const spec: Document = isDocument(argument) ? argument : {};
  const unknown = Object.keys(spec).find((key) => !FIELDS.has(key));
  if (unknown !== undefined) throw failedToParse(`unknown argument to $lookup: ${unknown}`);
  const { from = null, localField, foreignField, let: bindings = {}, pipeline = [], as } = spec;
  if (typeof as !== 'string') throw failedToParse("must specify 'as' field for a $lookup");
  if (from !== null && typeof from !== 'string') throw notSupported('$lookup from another database', 9);
  if ((localField === undefined) !== (foreignField === undefined))
    throw failedToParse('$lookup requires both or neither of localField and foreignField to be specified');
  const { hint: _hint, trace, ...outer } = on;
  const reader = readerOf(on.reader.store, on.reader.transaction);
  const target = splitPath(as);
  const variablesOf = bindVariables(bindings, on.variables);
  const shared = new Map<string, readonly Document[]>();
  const joined = documents.map((document) => {
    const values = localField === undefined ? undefined : localValues(document, splitPath(localField));
    const join = (): readonly Document[] => {
      if (values?.length === 0) return [];
      const match = values ? [{ $match: { [foreignField]: equalityOf(values) } }] : [];
      const inner = { ...outer, reader, variables: variablesOf ? variablesOf(document) : on.variables };
      return run(inner, from, [...match, ...pipeline]);
    };
    const key = hashOf(values ?? null);
    const found = variablesOf ? join() : (shared.get(key) ?? join());
    if (!variablesOf) shared.set(key, found);
    return replaceAt(document, target, [...found]);
  });
  const { keysExamined, docsExamined, collectionScans, indexesUsed } = reader.counters;
  on.reader.counters.keysExamined += keysExamined;
  on.reader.counters.docsExamined += docsExamined;
  trace?.push({
    $lookup: argument,
    totalDocsExamined: docsExamined,
    totalKeysExamined: keysExamined,
    collectionScans,
    indexesUsed: [...indexesUsed],
    nReturned: documents.length,
  });
  return joined;
}

function bindVariables(bindings: unknown, outer: Document): ((document: Document) => Document) | null {
  const entries = isDocument(bindings) ? Object.entries(bindings) : [];
  if (entries.length === 0) return null;
  const expressions = entries.map(([name, expression]) => [name, expressionOf(expression, outer)] as const);
  return (document) => ({
    ...outer,
    ...Object.fromEntries(expressions.map(([name, expression]) => [name, expression(document)])),
  });
}

/** A missing local field joins what has null or nothing. */
const localValues = (document: Document, path: readonly string[]): readonly unknown[] =>
  pathValues(document, path)
    .values.filter((value) => value !== EMPTY_ARRAY)
    .map((value) => value ?? null);

function equalityOf(values: readonly unknown[]): Document {
  if (values.some((value) => tagOf(value) === TAG.REGEX)) throw notSupported('$lookup on a regular expression', 2);
  return values.length === 1 ? { $eq: values[0] } : { $in: values };
}
