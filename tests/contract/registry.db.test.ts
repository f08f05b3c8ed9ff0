import { existsSync } from 'node:fs';
import { isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graphqlModules } from '#app/modules.ts';
import type { ContentType } from '#content/content-type.ts';
import { collectionPlans, contentTypes } from '#content/registry.ts';
import { buildSchema } from '#graphql/schema.ts';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

/** A repository of its own is no duty: types that need no query but by id, slug and name share mongo/entity-repository.ts. */
const FILES = ['ts', 'ref.ts', 'graphql.ts', 'loader.ts', 'ingest.ts', 'content.ts'];

const types = Object.entries<ContentType>(contentTypes).map(([name, manifest]) => ({
  name,
  manifest,
  graphqlName: name.replace(/^./, (letter) => letter.toUpperCase()),
  hasPage: manifest.schema instanceof z.ZodObject && 'path' in manifest.schema.shape,
}));

function membersOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  return isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).map((one) => one.name) : [];
}

const schema = await buildSchema(graphqlModules);
const fixture = useApp();

beforeAll(async () => {
  await fixture.write([
    sectionItem({ id: 'one' }),
    authorItem({ id: 'one' }),
    topicItem({ id: 'one' }),
    articleItem({ id: 'one', sections: ['one'], authors: ['one'], topics: ['one'] }),
    collectionItem({ id: 'one' }),
  ]);
});

describe.each(types)('the content type $name', ({ name, manifest, graphqlName, hasPage }) => {
  test('has a folder with the files that all types have', () => {
    const missing = FILES.filter(
      (role) => !existsSync(new URL(`../../src/content/${name}/${name}.${role}`, import.meta.url)),
    );
    expect(missing).toEqual([]);
  });

  test('has a strict schema, a collection of its own, and the indexes that every type is found by', () => {
    expect(manifest.type).toBe(name);
    expect(manifest.schema.safeParse({ unknown: true }).error?.issues.map(({ code }) => code)).toContain(
      'unrecognized_keys',
    );
    expect(types.filter((one) => one.manifest.collection === manifest.collection)).toHaveLength(1);
    expect(collectionPlans).toContainEqual({ collection: manifest.collection, indexes: manifest.indexes });
    const unique = manifest.indexes.filter((index) => index.unique).flatMap(({ key }) => Object.keys(key));
    expect(unique).toEqual(['slug', 'sourceKeys']);
  });

  test('has a JSON Schema for its lines of an import', () => {
    expect(existsSync(new URL(`../../schema/import/${name}.schema.json`, import.meta.url))).toBe(true);
  });

  test('is a Node, and with a page of its own Addressable and a member of Route', () => {
    expect(isObjectType(schema.getType(graphqlName))).toBe(true);
    expect({
      node: membersOf(schema, 'Node').includes(graphqlName),
      addressable: membersOf(schema, 'Addressable').includes(graphqlName),
      route: membersOf(schema, 'Route').includes(graphqlName),
    }).toEqual({ node: true, addressable: hasPage, route: hasPage });
  });

  test('is found by slug, by its global id through node, and by its path through route', async () => {
    const [row] = await fixture.db.collection(manifest.collection).find({}, { limit: 1 }).toArray();
    const { data: bySlug } = await fixture.execute(
      `query ($slug: String!) { it: ${name}(by: { slug: $slug }) { id } }`,
      {
        slug: row?.['slug'],
      },
    );
    const { data } = await fixture.execute(
      'query ($id: ID!, $path: String!) { node(id: $id) { __typename id } route(path: $path) { __typename } }',
      { id: bySlug.it.id, path: row?.['path'] ?? '/nowhere' },
    );
    expect(data).toEqual({
      node: { __typename: graphqlName, id: bySlug.it.id },
      route: hasPage ? { __typename: graphqlName } : null,
    });
  });
});
