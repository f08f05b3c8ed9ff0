import { readFileSync } from 'node:fs';
import {
  buildSchema as fromSdl,
  findSchemaChanges,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  SafeChangeType,
  visit,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { graphqlModules } from '#app/modules.ts';
import { printedSchema } from '#app/print-schema.ts';
import { buildSchema } from '#graphql/schema.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const contract = fromSdl(read('contract.graphql'));
const served = await buildSchema(graphqlModules);

function differences(from: GraphQLSchema, to: GraphQLSchema): readonly string[] {
  return findSchemaChanges(from, to)
    .filter(({ type }) => type !== SafeChangeType.DESCRIPTION_CHANGED)
    .map(({ description }) => description);
}

/** Sorted SDL without descriptions: what findSchemaChanges leaves out (@oneOf, @specifiedBy) shows here. */
function bare(schema: GraphQLSchema): string {
  return print(
    visit(parse(printSchema(lexicographicSortSchema(schema))), {
      enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
    }),
  );
}

describe('the contract', () => {
  test('the printed schema on disk is the one that is served (else: npm run schema)', async () => {
    expect(read('../../schema/schema.graphql')).toBe(await printedSchema());
  });

  test('nothing that clients rely on is missing or different', () => {
    expect(differences(contract, served)).toEqual([]);
  });

  test('nothing is served that the contract does not have', () => {
    expect(differences(served, contract)).toEqual([]);
  });

  test('directives are those of the contract, too', () => {
    expect(bare(served)).toBe(bare(contract));
  });

  test('a change of nullability, default or argument would be seen', () => {
    const changed = (from: string, to: string) =>
      differences(fromSdl(read('contract.graphql').replace(from, to)), served).length;
    expect([
      changed('headline: String!', 'headline: String'),
      changed('wordsPerMinute: Int! = 230', 'wordsPerMinute: Int! = 200'),
      changed('includeDescendants: Boolean! = true\n', ''),
      changed('  AT_LEAST\n', ''),
    ]).not.toContain(0);
  });
});
