import type { Document } from 'bson';
import { add } from './arithmetic.ts';
import { compareValues, hashOf } from './keys.ts';
import { located } from './mongo-error.ts';
import { sortDocuments, sortSpecOf } from './sorting.ts';
import { integerOf, isDocument, numberOf, numericKind, toDouble } from './values.ts';

type Evaluate = (document: unknown, expression: unknown, options: unknown) => unknown;

/** mingo's options say which document `$field` refers to; here that is each document of the group in turn. */
const rootedAt = (options: unknown, root: unknown): unknown =>
  (options as { update(locals: { root: unknown }): unknown }).update({ root }); // mingo's ComputeOptions

/** mingo's shape: a group's documents and the expression, or, as an expression on a list, the values and null. */
type Accumulator = (items: unknown, expression: unknown, options: unknown) => unknown;

/** The accumulators that mingo answers differently from MongoDB, each also an expression on a list where MongoDB allows that. */
export function accumulators(evaluate: Evaluate): Record<string, Accumulator> {
  const valuesOf = (items: unknown, expression: unknown, options: unknown): readonly unknown[] => {
    const list: readonly unknown[] = Array.isArray(items) ? items : [items];
    if (expression === null || expression === undefined) return list;
    return list.map((item) => evaluate(item, expression, rootedAt(options, item)));
  };
  const numbers = (values: readonly unknown[]): readonly unknown[] =>
    values.filter((value) => numericKind(value) !== undefined);
  const extreme =
    (sign: number): Accumulator =>
    (items, expression, options) => {
      const present = valuesOf(items, expression, options).filter((value) => value !== null && value !== undefined);
      return present.length === 0
        ? null
        : present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best));
    };
  return {
    $sum: (items, expression, options) => {
      const found = numbers(valuesOf(items, expression, options));
      return found.length === 0 ? 0 : add('$sum', found);
    },
    $avg: (items, expression, options) => {
      const found = numbers(valuesOf(items, expression, options));
      return found.length === 0 ? null : toDouble((numberOf(add('$avg', found)) ?? 0) / found.length);
    },
    $min: extreme(-1),
    $max: extreme(1),
    $addToSet: (items, expression, options) => [
      ...new Map(
        valuesOf(items, expression, options)
          .filter((value) => value !== undefined)
          .map((value) => [hashOf(value), value]),
      ).values(),
    ],
    $count: (items) => (Array.isArray(items) ? items.length : 0),
    ...orderedAccumulators(evaluate),
  };
}

/** `$top`, `$topN`, `$bottom`, `$bottomN`: by our sort, so that all types order as they do everywhere. */
function orderedAccumulators(evaluate: Evaluate): Record<string, Accumulator> {
  const ordered =
    (name: string, many: boolean, fromEnd: boolean): Accumulator =>
    (items, argument, options) => {
      if (!isDocument(argument) || !isDocument(argument['sortBy']))
        throw located(5788002, `${name} requires a document with sortBy and output`);
      const documents: readonly Document[] = Array.isArray(items) ? items : [];
      const sorted = sortDocuments(documents, (one) => one, sortSpecOf(argument['sortBy']) ?? []);
      const count = many ? integerOf(evaluate({}, argument['n'], options), 'n') : 1;
      const chosen = fromEnd ? sorted.slice(-count) : sorted.slice(0, count);
      const outputs = chosen.map((one) => evaluate(one, argument['output'], rootedAt(options, one)) ?? null);
      return many ? outputs : outputs[0];
    };
  return {
    $top: ordered('$top', false, false),
    $topN: ordered('$topN', true, false),
    $bottom: ordered('$bottom', false, true),
    $bottomN: ordered('$bottomN', true, true),
  };
}
