import {
  buildSchema as fromSdl,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { graphqlModules } from '#app/modules.ts';
import { buildSchema } from '#graphql/schema.ts';
import { ownTypes, possibleTypes } from './schema-parts.ts';

const schema = await buildSchema(graphqlModules);

/** Fields of one name whose types differ among the members of one interface or union: a fragment on both could not be merged. */
function conflicts(of: GraphQLSchema): readonly string[] {
  return ownTypes(of)
    .filter(isAbstractType)
    .flatMap((abstract) => {
      const fields = of.getPossibleTypes(abstract).flatMap((type) => Object.values(type.getFields()));
      return [...Map.groupBy(fields, ({ name }) => name)]
        .map(([name, same]) => [name, new Set(same.map(({ type }) => String(type)))] as const)
        .filter(([, types]) => types.size > 1)
        .map(([name, types]) => `${abstract.name}: ${name} is ${[...types].join(' and ')}`);
    });
}

/**
 * Batched fields whose failure would fail a whole list: non-null, and so is everything up to the next list above, the list's items included.
 * Yoga's executor ends the process when a list fails at once and another of its items rejects later.
 */
function failingLists(of: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (typeName: string, inItems: boolean): void => {
    if (seen.has(`${typeName} ${inItems}`)) return;
    seen.add(`${typeName} ${inItems}`);
    const type = of.getType(typeName);
    for (const object of type ? possibleTypes(of, type) : [])
      for (const field of Object.values(object.getFields())) {
        if (inItems && isNonNullType(field.type) && field.extensions.load) found.add(`${object.name}.${field.name}`);
        walk(getNamedType(field.type).name, failsItems(field.type, inItems));
      }
  };
  walk('Query', false);
  return [...found];
}

/** Whether an error in a value of this type reaches items of a list, with nothing nullable between. */
function failsItems(type: GraphQLOutputType, inItems: boolean): boolean {
  const inner = getNullableType(type);
  if (isListType(inner)) return isNonNullType(inner.ofType);
  return inItems && isNonNullType(type);
}

test('types that can meet in one interface or union agree on every field they share by name', () => {
  expect(conflicts(schema)).toEqual([]);
  const wrong = fromSdl('type A { at: String! } type B { at: String } union Both = A | B type Query { both: Both }');
  expect(conflicts(wrong)).toEqual(['Both: at is String! and String']);
});

test('nothing batched is non-null up to a list: one failed read never costs a whole list', () => {
  expect(failingLists(schema)).toEqual([]);
});

test('a batched non-null field is found below any chain of non-null fields', () => {
  const wrong = fromSdl('type Query { rows: [Row!] spare: Row } type Row { part: Part! } type Part { text: String! }');
  const part = wrong.getType('Part');
  if (part && 'getFields' in part) {
    const { text } = part.getFields();
    if (text) text.extensions = { load: async () => [] };
  }
  expect(failingLists(wrong)).toEqual(['Part.text']);
});
