import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, validate } from 'graphql';
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

  test.each(files)('$file begins with one or two lines that say what it is for', ({ text }) => {
    expect(text).toMatch(/^(# \p{Lu}?.{20,}\n){1,2}query /u);
    expect(text.split('query ')[0]?.trimEnd()).toMatch(/\.$/);
  });
});
