import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWriter, type Writer } from '#content/write.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';
import { articleItem, authorItem, ndjson, sectionItem, topicItem } from '../_support/make/items.ts';

let database: TestDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await createTestDatabase();
  writer = createWriter(database);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => emptyDatabase(database.db));

describe('the writer', () => {
  it('creates documents whose references were given in any order', async () => {
    const outcomes = await writer.write(
      [
        articleItem({ authors: ['ada'], topics: ['harbour'], sections: ['local'] }),
        sectionItem({ id: 'local', parent: 'news' }),
        authorItem(),
        sectionItem({ id: 'news' }),
        topicItem(),
      ],
      ndjson,
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('created'));
    expect(outcomes.flatMap(({ notices }) => notices)).toEqual([]);
  });
});
