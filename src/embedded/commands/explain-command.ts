import type { Document } from 'bson';
import { aggregate } from '#embedded/aggregate.ts';
import { failedToParse } from '#embedded/mongo-error.ts';
import { isDocument, numberOf } from '#embedded/values.ts';
import { documentOption, documentsOption, type CommandContext, type Commands } from './command.ts';
import { aggregateName, aggregationOf } from './query-options.ts';

const EXPLAINED = ['find', 'aggregate', 'count', 'distinct', 'update', 'delete', 'findAndModify'];

/** Runs the query and tells how it was done, at every verbosity; `queryPlanner` leaves the cost out. */
export function explain(context: CommandContext, explained: Document, verbosity?: unknown): Document {
  const kind = EXPLAINED.find((name) => name in explained);
  if (!kind) throw failedToParse(`Explain failed due to unknown command: ${Object.keys(explained)[0]}`);
  const withStats = verbosity !== 'queryPlanner';
  const result = explainAggregate({ ...context, command: asPipeline(kind, explained) });
  const facts = { explainVersion: '1', command: explained, serverInfo: { version: '8.0.0' } };
  return withStats ? { ...facts, ...result } : { ...facts, ...withoutStats(result) };
}

/** Any command that reads, as the pipeline that reads the same. */
function asPipeline(kind: string, command: Document): Document {
  if (kind === 'aggregate') return command;
  const [part]: readonly Document[] = command['updates'] ?? command['deletes'] ?? [command];
  const { filter, query, q, sort, skip, limit, hint, collation } = part ?? {};
  const pipeline = [
    { $match: filter ?? query ?? q ?? {} },
    ...(sort && Object.keys(sort).length > 0 ? [{ $sort: sort }] : []),
    ...(numberOf(skip) ? [{ $skip: skip }] : []),
    ...(numberOf(limit) ? [{ $limit: Math.abs(numberOf(limit) ?? 0) }] : []),
  ];
  return { aggregate: command[kind], pipeline, hint, collation };
}

function explainAggregate(context: CommandContext): Document {
  const trace: Document[] = [];
  aggregate(
    { ...aggregationOf(context), trace },
    aggregateName(context.command),
    documentsOption(context.command, 'pipeline'),
  );
  const [first, second] = trace;
  // A pipeline that was wholly an ordinary query is explained as one.
  return first?.['$cursor'] && !second ? first['$cursor'] : { stages: trace };
}

function withoutStats(explained: unknown): Document {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (!isDocument(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (key === 'executionStats' ? [] : [[key, strip(item)]])),
    );
  };
  return strip(explained) as Document; // a document stays one
}

/** `explain`, in MongoDB's shape: one plan, or `stages` for a pipeline that is more than a query. */
export const explainCommand: Commands = {
  explain: {
    fields: ['verbosity'],
    run: (context) => {
      const explained = documentOption(context.command, 'explain');
      if (!explained) throw failedToParse('explain command requires a nested object');
      return explain(context, explained, context.command['verbosity']);
    },
  },
};
