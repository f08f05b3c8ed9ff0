import { Author } from '#content/author/author.ref.ts';
import type { AuthorDoc } from '#content/author/author.ts';
import { Topic } from '#content/topic/topic.ref.ts';
import type { TopicDoc } from '#content/topic/topic.ts';
import { batched, type Load } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { checkSize } from '#graphql/connection.ts';

interface Sized {
  readonly first: number;
}

const loadTopics: Load<Pick<TopicDoc, '_id'>, Sized, readonly TopicDoc[]> = async (rows, { first }, ctx) => {
  checkSize('first', first, 20);
  if (first === 0) return rows.map(() => []);
  const found = await ctx.relatedNames.topicsOf(rows.map(({ _id }) => _id));
  return ctx.topics.rows.listsById(found.map((ids) => ids.slice(0, first)));
};

const loadAuthors: Load<Pick<AuthorDoc, '_id'>, Sized, readonly AuthorDoc[]> = async (rows, { first }, ctx) => {
  checkSize('first', first, 20);
  if (first === 0) return rows.map(() => []);
  const found = await ctx.relatedNames.authorsOf(rows.map(({ _id }) => _id));
  return ctx.authors.rows.listsById(found.map((ids) => ids.slice(0, first)));
};

builder.objectFields(Topic, (t) => ({
  relatedTopics: batched(t, {
    type: [Topic],
    nullable: true,
    description:
      'Topics that its newest stories have more often than the site as a whole, closest first; [] where there are none.',
    args: { first: t.arg.int({ required: true, defaultValue: 10, description: 'How many at most: 0 to 20.' }) },
    needs: [],
    load: loadTopics,
  }),
}));

builder.objectFields(Author, (t) => ({
  relatedAuthors: batched(t, {
    type: [Author],
    nullable: true,
    description:
      'Others who write about what this author writes about, or with them, closest first; [] where there are none.',
    args: { first: t.arg.int({ required: true, defaultValue: 4, description: 'How many at most: 0 to 20.' }) },
    needs: [],
    load: loadAuthors,
  }),
}));
