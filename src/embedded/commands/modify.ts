import type { Document } from 'bson';
import { evaluateLet } from '#embedded/aggregate.ts';
import type { Collection } from '#embedded/catalogue.ts';
import { find, type Query } from '#embedded/find.ts';
import { failedToParse, MongoError } from '#embedded/mongo-error.ts';
import { isReplacement, modifyDocument, upsertDocument, type Update } from '#embedded/update.ts';
import { isDocument } from '#embedded/values.ts';
import type { CommandContext } from './command.ts';

/** Errors that end the command instead of being told for one of its writes. */
const ENDS_COMMAND = new Set([50, 112]);

/** Runs the writes of a command in order as one change; a failed one is undone alone and told by its place. */
export function runEach<T>(
  context: CommandContext,
  items: readonly T[],
  run: (item: T, index: number) => void,
): readonly Document[] {
  const { store, transaction, command } = context;
  const errors: Document[] = [];
  const all = (): void => {
    for (const [index, item] of items.entries())
      try {
        if (transaction) run(item, index);
        else store.step(() => run(item, index));
      } catch (error) {
        if (!(error instanceof MongoError) || ENDS_COMMAND.has(error.code)) throw error;
        errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
        if (command['ordered'] !== false || transaction) return;
      }
  };
  if (transaction) all();
  else store.change(all);
  return errors;
}

interface Modification {
  readonly query: Query;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

interface Modified {
  readonly matched: number;
  readonly modified: number;
  /** _id of the document an upsert made. */
  readonly upserted?: unknown;
}

/** Changes what a query finds, or upserts; throws for what cannot be changed so. */
export function modify(
  { reader, writer }: CommandContext,
  collection: Collection,
  { query, update, multi, upsert }: Modification,
): Modified {
  if (multi && isReplacement(update.update))
    throw failedToParse('multi update is not supported for replacement-style update');
  const hits = find(reader, collection, multi ? query : { ...query, limit: 1 });
  if (hits.length === 0 && upsert)
    return { matched: 0, modified: 0, upserted: upsertDocument(writer, collection, update)['_id'] };
  const modified = hits.filter((hit) => modifyDocument(writer, collection, hit, update).changed).length;
  return { matched: hits.length, modified };
}

interface Statement {
  readonly filter: unknown;
  readonly update: unknown;
  readonly constants: unknown;
  readonly spec: Document;
}

/** One update statement, checked. */
export function modification(
  { variables }: CommandContext,
  { filter, update, constants, spec }: Statement,
): Modification {
  if (!isDocument(filter)) throw failedToParse('the filter of an update must be an object');
  if (!isDocument(update) && !Array.isArray(update))
    throw failedToParse('Update argument must be either an object or an array');
  const all = { ...variables, ...evaluateLet(constants) };
  return {
    query: { filter, sort: spec['sort'], hint: spec['hint'], collation: spec['collation'], variables: all },
    update: { filter, update, arrayFilters: spec['arrayFilters'], variables: all },
    multi: spec['multi'] === true,
    upsert: spec['upsert'] === true,
  };
}

/** Deletes what a query finds and returns how many that were. */
export function remove({ reader, writer }: CommandContext, collection: Collection, query: Query): number {
  const hits = find(reader, collection, query);
  for (const hit of hits) writer.remove(collection, hit, hit.document);
  return hits.length;
}
