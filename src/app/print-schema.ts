import { writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from '#graphql/schema.ts';
import { graphqlModules } from './modules.ts';

const FILE = new URL('../../schema/schema.graphql', import.meta.url);
const HEADER = '# The contract of the gateway, printed by `npm run schema`. Edit the *.graphql.ts files, not this one.';

/** The SDL of everything served: sorted, with descriptions and directives, ending in a newline, equal for equal sources. */
export async function printedSchema(): Promise<string> {
  const schema = lexicographicSortSchema(await buildSchema(graphqlModules));
  return `${HEADER}\n\n${printSchema(schema)}\n`;
}

/** Writes `schema/schema.graphql`, which a test holds equal to what is served. */
export async function writeSchema(): Promise<void> {
  await writeFile(FILE, await printedSchema());
}
