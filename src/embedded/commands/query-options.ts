import { serialize, type Document } from 'bson';
import type { Aggregation } from '#embedded/aggregate.ts';
import type { Hit, Query } from '#embedded/find.ts';
import { compileProjection, includedFields, wantedFields } from '#embedded/projection.ts';
import { pickFields } from '#embedded/read-bson.ts';
import { numberOf } from '#embedded/values.ts';
import { collectionName, countOption, documentOption, type CommandContext } from './command.ts';

/** The query that a command's options describe; `filter` names the option that holds its filter. */
export function findQuery(context: CommandContext, filter = 'filter'): Query {
  const { command, variables } = context;
  const limit = countOption(command, 'limit', true);
  const skip = countOption(command, 'skip');
  return {
    filter: documentOption(command, filter) ?? {},
    sort: documentOption(command, 'sort'),
    ...(limit === undefined ? {} : { limit }),
    ...(skip === undefined ? {} : { skip }),
    hint: command['hint'] ?? undefined,
    collation: documentOption(command, 'collation'),
    variables,
  };
}

/** Documents as a projection shapes them; those it does not touch stay the stored bytes. */
export function projected(
  hits: readonly Hit[],
  projection: Document | undefined,
  variables: Document,
): readonly Uint8Array[] {
  if (!projection || Object.keys(projection).length === 0) return hits.map((hit) => hit.bytes);
  const only = includedFields(projection);
  if (only) return hits.map((hit) => pickFields(hit.bytes, only));
  const project = compileProjection(projection, { variables, ofFind: true });
  const wanted = wantedFields(projection);
  return hits.map((hit) => serialize(project(wanted ? hit.fields(wanted) : hit.document), { ignoreUndefined: true }));
}

/** What the pipeline of an aggregate command runs in. */
export function aggregationOf({ reader, writer, db, variables, command }: CommandContext): Aggregation {
  return {
    reader,
    writer,
    db,
    variables,
    collation: documentOption(command, 'collation'),
    hint: command['hint'] ?? undefined,
  };
}

/** The collection of an aggregate command; null for a pipeline that begins with `$documents`. */
export const aggregateName = (command: Document): string | null =>
  numberOf(command['aggregate']) === 1 ? null : collectionName(command, 'aggregate');
