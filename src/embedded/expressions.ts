import { createRequire } from 'node:module';
import { Long, type Document } from 'bson';
import type * as MingoAggregator from 'mingo/aggregator';
import type * as MingoCore from 'mingo/core';
import type { Options as MingoOptions } from 'mingo/types';
import { accumulators } from './accumulators.ts';
import { tick } from './deadline.ts';
import { isTruthy, sortArray, strictOperators } from './expression-operators.ts';
import { badValue, located, MongoError, notSupported } from './mongo-error.ts';
import { scoreOf } from './sorting.ts';
import { isDocument, numberOf, numericKind } from './values.ts';

/**
 * Aggregation expressions and the rarer stages are mingo's, with operators that differ from MongoDB replaced by ours.
 * mingo is 600 small files (150 ms), so it is loaded at first use and not at start.
 */
const require = createRequire(import.meta.url);

/** A compiled expression; undefined means a missing field. */
export type Expression = (document: unknown) => unknown;

type Operator = (document: unknown, argument: unknown, options: unknown) => unknown;
type Operators = Record<string, Operator>;

type ContextOperators = NonNullable<NonNullable<Parameters<typeof MingoCore.Context.init>[0]>['expression']>;

interface Mingo {
  readonly core: typeof MingoCore;
  readonly aggregator: typeof MingoAggregator;
  readonly context: MingoCore.Context;
  readonly names: ReadonlySet<string>;
}
let loaded: Mingo | undefined;

/** Loads mingo ahead of its first use; calling it again costs nothing. */
export function loadMingo(): Mingo {
  if (loaded) return loaded;
  // `require` is untyped: each cast names the module that is loaded.
  const core = require('mingo/core') as typeof MingoCore;
  const aggregator = require('mingo/aggregator') as typeof MingoAggregator;
  const theirs: Operators = { ...require('mingo/operators/expression') };
  const { evalExpr } = core;
  const evaluate = evalExpr as Operator;
  const expression = { ...wrapped(theirs, evaluate), ...strict(evaluate), ...lazy(theirs, evaluate) };
  const accumulator = { ...require('mingo/operators/accumulator'), ...accumulators(evaluate) };
  for (const refused of ['$function', '$accumulator']) {
    delete expression[refused];
    delete accumulator[refused];
  }
  const context = core.Context.init({
    accumulator,
    expression: expression as unknown as ContextOperators, // the same shape with unknown arguments
    pipeline: require('mingo/operators/pipeline'),
    projection: require('mingo/operators/projection'),
    query: require('mingo/operators/query'),
    window: require('mingo/operators/window'),
  });
  loaded = { core, aggregator, context, names: new Set([...Object.keys(expression), ...Object.keys(accumulator)]) };
  return loaded;
}

/** Their operators, with a tick for the deadline, numbers unwrapped in literal arguments, and null for a null date. */
function wrapped(theirs: Operators, evaluate: Operator): Operators {
  const isDate =
    /^\$(dayOf|hour$|minute$|second$|millisecond$|month$|year$|week$|iso|date(Trunc|Add|Subtract|ToParts|Diff|ToString))/;
  return Object.fromEntries(
    Object.entries(theirs).map(([name, operator]) => [
      name,
      (document, argument, options) => {
        tick();
        if (isDate.test(name) && datesOf(argument).some((date) => isNil(evaluate(document, date, options))))
          return null;
        return operator(document, unwrapLiterals(argument), options);
      },
    ]),
  );
}

const isNil = (value: unknown): boolean => value === null || value === undefined;

function datesOf(argument: unknown): readonly unknown[] {
  if (Array.isArray(argument)) return argument.slice(0, 1);
  if (!isDocument(argument) || Object.keys(argument)[0]?.startsWith('$')) return [argument];
  return ['date', 'startDate', 'endDate'].filter((key) => key in argument).map((key) => argument[key]);
}

const unwrapNumber = (value: unknown): unknown => {
  const kind = typeof value === 'object' ? numericKind(value) : undefined;
  return kind === undefined || kind === 'decimal' ? value : numberOf(value);
};

function unwrapLiterals(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(unwrapNumber);
  if (isDocument(argument))
    return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, unwrapNumber(value)]));
  return unwrapNumber(argument);
}

function strict(evaluate: Operator): Operators {
  return Object.fromEntries(
    Object.entries(strictOperators).map(([name, operator]) => [
      name,
      (document, argument, options) => {
        tick();
        const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
        return operator(list.map((item) => evaluate(document, item, options)));
      },
    ]),
  );
}

/** Operators that must not evaluate all of their arguments, or not as a list. */
function lazy(theirs: Operators, evaluate: Operator): Operators {
  const truthy = (document: unknown, argument: unknown, options: unknown): boolean =>
    isTruthy(evaluate(document, argument, options));
  const listOf = (argument: unknown): readonly unknown[] => (Array.isArray(argument) ? argument : [argument]);
  return {
    $literal: (_, argument) => argument,
    $meta: (document, argument) => {
      if (argument !== 'textScore') throw notSupported(`$meta '${String(argument)}'`, 2);
      return scoreOf(document);
    },
    $and: (document, argument, options) => listOf(argument).every((item) => truthy(document, item, options)),
    $or: (document, argument, options) => listOf(argument).some((item) => truthy(document, item, options)),
    $cond: (document, argument, options) => {
      const [test, yes, no]: readonly unknown[] = Array.isArray(argument)
        ? argument
        : isDocument(argument)
          ? [argument['if'], argument['then'], argument['else']]
          : [];
      return evaluate(document, truthy(document, test, options) ? yes : no, options);
    },
    $sortArray: (document, argument, options) => {
      if (!isDocument(argument)) throw located(2942500, '$sortArray requires an object as an argument');
      return sortArray(evaluate(document, argument['input'], options), argument['sortBy']);
    },
    $regexMatch: (document, argument, options) => {
      const operator = theirs['$regexMatch'];
      if (!operator) throw badValue('$regexMatch is missing');
      if (isDocument(argument) && isNil(evaluate(document, argument['input'], options))) return false;
      return operator(document, argument, options);
    },
  };
}

/** Compiles an expression; throws for an operator that does not exist. `variables` are those of `let` and NOW. */
export function expressionOf(expression: unknown, variables: Document): Expression {
  if (typeof expression === 'string' && /^\$[^$.]+$/.test(expression)) {
    const name = expression.slice(1);
    return (document) => (isDocument(document) && Object.hasOwn(document, name) ? document[name] : undefined);
  }
  if (!isDocument(expression) && !Array.isArray(expression) && typeof expression !== 'string') return () => expression;
  const prepared = prepare(expression, variables);
  const { core } = loadMingo();
  const options = mingoOptions(variables);
  return (document) => {
    tick();
    return guarded(() => core.evalExpr(document, prepared, options));
  };
}

/** Fills in NOW, which is the same for the whole command, and checks that every operator exists. */
function prepare(expression: unknown, variables: Document): unknown {
  if (expression === '$$NOW') return variables['NOW'] ?? new Date();
  if (Array.isArray(expression)) return expression.map((item) => prepare(item, variables));
  if (!isDocument(expression)) return expression;
  const [first] = Object.keys(expression);
  if (first === '$literal') return expression;
  if (first?.startsWith('$')) {
    if (!loadMingo().names.has(first))
      throw new MongoError(168, 'InvalidPipelineOperator', `Unrecognized expression '${first}'`);
    if (Object.keys(expression).length > 1)
      throw located(15983, 'An object representing an expression must have exactly one field');
  }
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, prepare(value, variables)]));
}

function mingoOptions(variables: Document, collections?: (name: string) => Document[]): MingoOptions {
  const { core, context } = loadMingo();
  return {
    context,
    idKey: '_id',
    processingMode: core.ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    failOnError: true,
    // $setWindowFields needs it; `refuseScript` keeps code of clients out.
    scriptEnabled: true,
    variables,
    ...(collections ? { collectionResolver: collections } : {}),
  };
}

/** An accumulator over the documents of a group. */
export function accumulate(
  name: string,
  argument: unknown,
  documents: readonly Document[],
  variables: Document,
): unknown {
  const { core } = loadMingo();
  return guarded(() => core.evalExpr(documents, { [name]: prepare(argument, variables) }, mingoOptions(variables)));
}

/** Runs a stage that only mingo has; it sees plain numbers, so whole doubles and int64 come out as int32 where they fit. */
export function mingoStage(
  stage: Document,
  documents: readonly Document[],
  variables: Document,
  collections: (name: string) => Document[],
): Document[] {
  const { aggregator } = loadMingo();
  const plain = documents.map((document) => plainNumbers(document) as Document); // a document stays one
  return guarded(
    () => new aggregator.Aggregator([stage], mingoOptions(variables, collections)).run(plain) as Document[], // documents in, documents out
  );
}

function plainNumbers(value: unknown): unknown {
  tick();
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (isDocument(value)) {
    const entries = Object.entries(value).map(([key, item]) => [key, plainNumbers(item)] as const);
    return Object.fromEntries(entries);
  }
  if (value instanceof Long && !Number.isSafeInteger(numberOf(value))) {
    if (numericKind(value) === 'long') throw notSupported('an int64 beyond 2^53 in this stage', 2);
    return value;
  }
  return unwrapNumber(value);
}

/** mingo's errors as MongoDB's. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof MongoError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const variable = /Use of undefined variable: (\w+)/.exec(message)?.[1];
    if (variable) throw located(17276, `Use of undefined variable: ${variable}`);
    throw badValue(message);
  }
}
