import { readdirSync, readFileSync } from 'node:fs';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { graphqlModules } from '#app/modules.ts';
import { buildSchema } from '#graphql/schema.ts';

const FOLDER = new URL('../../schema/operations/', import.meta.url);
const schema = await buildSchema(graphqlModules);
const files = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(new URL(file, FOLDER), 'utf8') }));

function operationsIn(text: string): readonly (string | undefined)[] {
  return parse(text).definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [`${one.operation} ${one.name?.value}`] : [],
  );
}

/** Names of the fields that selections, with the fragments among them, take from an object of this type. */
function fieldsOf(type: GraphQLObjectType, set: SelectionSetNode, fragments: Fragments): readonly string[] {
  return set.selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value) : one;
    const on = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const fits = !on || on === type || (isAbstractType(on) && schema.isSubType(on, type));
    return fragment && fits ? fieldsOf(type, fragment.selectionSet, fragments) : [];
  });
}
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Fields of a document that give something which has an `id`, and do not ask for that. */
function withoutId(text: string): readonly string[] {
  const document = parse(text);
  const fragments: Fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const types = new TypeInfo(schema);
  const found: string[] = [];
  const Field = ({ name, selectionSet }: FieldNode): void => {
    const type = getNamedType(types.getType());
    if (!type || !selectionSet) return;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const lacks = possible.filter(
      (one) => 'id' in one.getFields() && !fieldsOf(one, selectionSet, fragments).includes('id'),
    );
    found.push(...lacks.map((one) => `${name.value}: ${one.name}`));
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return found;
}

/** article-page.graphql holds ArticlePage. */
const nameOf = (file: string): string =>
  file.replace('.graphql', '').replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('the promised operations', () => {
  test('are those that other teams know', () => {
    expect(files.map(({ file }) => file.replace('.graphql', '')).sort()).toEqual([
      'article-cards',
      'article-page',
      'article-page-by-path',
      'author-pages',
      'latest-feed',
      'search-results',
      'section-front',
      'topic-page',
    ]);
  });

  test.each(files)('$file is valid and holds one query, called after the file', ({ file, text }) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    expect(operationsIn(text)).toEqual([`query ${nameOf(file)}`]);
  });

  // A client's cache keeps an object once, whatever brought it, only if each brings its id. An id costs no command.
  test.each(files)('$file asks for the id of all that has one', ({ text }) => {
    expect(withoutId(text)).toEqual([]);
  });

  test.each(files)('$file begins with one or two lines that say what it is for', ({ text }) => {
    expect(text).toMatch(/^(# \p{Lu}?.{20,}\n){1,2}query /u);
    expect(text.split('query ')[0]?.trimEnd()).toMatch(/\.$/);
  });
});
