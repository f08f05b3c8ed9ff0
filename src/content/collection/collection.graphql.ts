import { ArticleBy, forwardArgs } from '#content/article/article.inputs.graphql.ts';
import { ArticleConnection } from '#content/article/article.ref.ts';
import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { globalId, Node, storedId } from '#graphql/node.ts';
import { Collection } from './collection.ref.ts';

builder.objectType(Collection, {
  description: 'A list that editors run: "Top news", "Don\'t miss".',
  interfaces: [Node],
  extensions: { stored: 'collections' },
  fields: (t) => ({
    id: derived(t, {
      type: 'ID',
      description: 'Relay global id: opaque, never changes.',
      needs: [],
      from: ({ _id }) => globalId('Collection', _id),
    }),
    slug: t.exposeString('slug', { description: 'Unique among collections.' }),
    title: t.exposeString('title', { description: 'As shown above the list.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is for: plain text.' }),
    articles: derived(t, {
      type: ArticleConnection,
      nullable: true,
      description: 'What editors picked, then what the rule of the collection finds, newest first; no story twice.',
      args: {
        ...forwardArgs(t),
        exclude: t.arg({ type: [ArticleBy], description: 'Stories that are shown already; at most 20.' }),
      },
      needs: [],
      reads: { articles: ['slug'] }, // stories to exclude are found by slug
      from: ({ _id }, args) => ({
        kind: 'collection' as const,
        parent: _id,
        args: { orderBy: 'NEWEST' as const, ...args },
      }),
    }),
  }),
});

const CollectionBy = builder.inputType('CollectionBy', {
  description: 'One way to name a collection.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id, as its field `id` gives it.' }),
    slug: t.string({ description: 'Current slug; former ones find nothing.' }),
  }),
});

builder.queryFields((t) => ({
  collection: rootField(t, {
    type: Collection,
    nullable: true,
    description: 'One collection by its id or current slug; null where there is none.',
    args: { by: t.arg({ type: CollectionBy, required: true, description: 'Which one.' }) },
    rows: 1,
    read: async ({ by }, { collections }) => {
      if (typeof by.slug === 'string') return collections.bySlug(by.slug);
      const id = storedId('Collection', by.id ?? '');
      return id === null ? null : collections.rows.byId(id);
    },
  }),
  collections: rootField(t, {
    type: [Collection],
    nullable: true,
    description: 'All collections, in editorial order.',
    rows: 12,
    read: (_args, { collections }) => collections.all(),
  }),
}));
