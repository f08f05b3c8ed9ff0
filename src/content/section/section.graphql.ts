import { articleListArgs } from '#content/article/article.inputs.graphql.ts';
import { ArticleConnection } from '#content/article/article.ref.ts';
import { byInput, namedFields, readBy } from '#content/named.graphql.ts';
import { batched, derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { Addressable, Node } from '#graphql/node.ts';
import { Section } from './section.ref.ts';

builder.objectType(Section, {
  description: 'A part of the site: "Politics". Sections form a tree.',
  interfaces: [Node, Addressable],
  extensions: { stored: 'sections' },
  fields: (t) => ({
    ...namedFields('Section', t as never), // a section is a Named; Pothos' builder is invariant in its shape
    description: t.exposeString('description', { nullable: true, description: 'What it holds: plain text.' }),
    parent: batched(t, {
      type: Section,
      nullable: true,
      description: 'The section above; null for a root.',
      needs: ['parentId'],
      rows: 1,
      load: (rows, _args, { sections }) => sections.byIds(rows.map(({ parentId }) => parentId)),
    }),
    children: batched(t, {
      type: [Section],
      nullable: true,
      description: 'The sections right below, in editorial order.',
      needs: [],
      rows: 5,
      load: (rows, _args, { sections }) => sections.childrenOf(rows.map(({ _id }) => _id)),
    }),
    articles: derived(t, {
      type: ArticleConnection,
      nullable: true,
      description: 'Articles with this among any of their sections.',
      args: {
        ...articleListArgs(t),
        includeDescendants: t.arg.boolean({
          required: true,
          defaultValue: true,
          description: 'Whether articles of the sections below count, too.',
        }),
      },
      needs: [],
      from: ({ _id }, { includeDescendants, ...args }) => ({
        kind: includeDescendants ? ('sectionIds' as const) : ('ownSectionIds' as const),
        parent: _id,
        args,
      }),
    }),
  }),
});

const SectionBy = byInput('SectionBy', 'a section');

builder.queryFields((t) => ({
  section: rootField(t, {
    type: Section,
    nullable: true,
    description: 'One section by its current id, slug or path; null where there is none.',
    args: { by: t.arg({ type: SectionBy, required: true, description: 'Which one.' }) },
    rows: 1,
    read: ({ by }, ctx) => readBy('Section', by, ctx, ctx.sections),
  }),
  sections: rootField(t, {
    type: [Section],
    nullable: true,
    description: 'The roots of the section tree, in editorial order.',
    rows: 12,
    read: async (_args, { sections }) => (await sections.childrenOf([null]))[0] ?? [],
  }),
}));
