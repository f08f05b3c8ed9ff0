import { Image } from '#content/media.graphql.ts';
import { articlesOf, byInput, namedFields, readBy } from '#content/named.graphql.ts';
import { forwardArgs } from '#content/article/article.inputs.graphql.ts';
import { absolute } from '#content/site/site.ts';
import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { connectionOf } from '#graphql/connection.ts';
import { Addressable, Node } from '#graphql/node.ts';
import type { NamedList } from '#content/named-reads.ts';
import { Author } from './author.ref.ts';
import type { AuthorDoc } from './author.ts';

builder.objectType(Author, {
  description: 'Somebody who writes. Exists for readers while at least one of their articles may be seen.',
  interfaces: [Node, Addressable],
  extensions: { stored: 'authors' },
  fields: (t) => ({
    ...namedFields('Author', t as never), // an author is a Named; Pothos' builder is invariant in its shape
    jobTitle: t.exposeString('jobTitle', { nullable: true, description: 'What they are: "Political editor".' }),
    bio: t.exposeString('bio', { nullable: true, description: 'A few sentences about them: plain text.' }),
    image: t.expose('image', { type: Image, nullable: true, description: 'Their portrait.' }),
    links: derived(t, {
      type: ['URL'],
      description: 'Addresses of their pages elsewhere; [] where none is known.',
      needs: ['links'],
      from: ({ links }, _args, { site }) => links.map((link) => absolute(site, link)),
    }),
    articles: articlesOf('authorIds', 'Articles with them in the byline.', t as never),
  }),
});

const AuthorConnection = connectionOf<AuthorDoc, NamedList>('Author', {
  node: Author,
  noun: 'authors',
  page: (lists, _args, { authors }) => authors.pages(lists as readonly NamedList[]),
  count: (lists, args, { authors }) => authors.counts(lists as readonly NamedList[], args),
});

const AuthorBy = byInput('AuthorBy', 'an author');
const AuthorFilter = builder.inputType('AuthorFilter', {
  description: 'Conditions on authors; null or left out = no condition.',
  fields: (t) => ({ nameStartsWith: t.string({ description: 'The name begins so, ignoring case and accents.' }) }),
});
const AuthorOrder = builder.enumType('AuthorOrder', {
  description: 'The order of a list of authors; ties break on the id.',
  values: { NAME: { description: 'By name, ignoring case and accents.' } } as const,
});

builder.queryFields((t) => ({
  author: rootField(t, {
    type: Author,
    nullable: true,
    description: 'One author by their current id, slug or path; null where there is none to be seen.',
    args: { by: t.arg({ type: AuthorBy, required: true, description: 'Which one.' }) },
    rows: 1,
    read: ({ by }, ctx) =>
      readBy('Author', by, ctx, {
        bySlug: (slug) => ctx.authors.bySlug(slug),
        byId: (id) => ctx.authors.rows.byId(id),
      }),
  }),
  authors: rootField(t, {
    type: AuthorConnection,
    nullable: true,
    description: 'All authors with articles to be seen.',
    args: {
      filter: t.arg({ type: AuthorFilter, description: 'Conditions that each author fulfils.' }),
      orderBy: t.arg({ type: AuthorOrder, required: true, defaultValue: 'NAME', description: 'In which order.' }),
      ...forwardArgs(t),
    },
    read: async (args) => ({ kind: 'authors' as const, parent: '', args }),
  }),
}));
