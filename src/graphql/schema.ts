import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { checkDeclarations } from './selection.ts';
import './scalars.ts';

/** The builder is one per process, so the schema is, too; it knows no database. */
let built: Promise<GraphQLSchema> | null = null;

/** The schema of all modules, which add their types to the builder when they are imported. Built at the first call; refuses fields that no helper declared. */
export function buildSchema(modules: readonly (() => Promise<unknown>)[]): Promise<GraphQLSchema> {
  return (built ??= build(modules));
}

async function build(modules: readonly (() => Promise<unknown>)[]): Promise<GraphQLSchema> {
  await Promise.all(modules.map((load) => load()));
  builder.queryType({ description: 'Everything that readers of a news site can ask for.' });
  const schema = builder.toSchema({ sortSchema: true });
  checkDeclarations(schema);
  return schema;
}
