import { articlesOf, byInput, namedFields, readBy } from '#content/named.graphql.ts';
import { forwardArgs } from '#content/article/article.inputs.graphql.ts';
import { rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { connectionOf } from '#graphql/connection.ts';
import { Addressable, Node } from '#graphql/node.ts';
import type { NamedList } from '#content/named-reads.ts';
import { Topic } from './topic.ref.ts';
import { TOPIC_KINDS, type TopicDoc } from './topic.ts';

const KIND_MEANINGS: Record<(typeof TOPIC_KINDS)[number], string> = {
  PERSON: 'Somebody who is in the news.',
  ORGANISATION: 'A company, an authority, a party, a club.',
  PLACE: 'A town, a building, a stretch of coast.',
  EVENT: 'Something that happens once or again and again.',
  SUBJECT: 'Anything else that stories are about.',
};
const TopicKind = builder.enumType('TopicKind', {
  description: 'What a topic is. New kinds may come.',
  values: Object.fromEntries(TOPIC_KINDS.map((kind) => [kind, { description: KIND_MEANINGS[kind] }])) as Record<
    (typeof TOPIC_KINDS)[number],
    { description: string }
  >, // Object.fromEntries forgets the names
});

builder.objectType(Topic, {
  description: 'What stories are about. Exists for readers while at least one of its articles may be seen.',
  interfaces: [Node, Addressable],
  extensions: { stored: 'topics' },
  fields: (t) => ({
    ...namedFields('Topic', t as never), // a topic is a Named; Pothos' builder is invariant in its shape
    topicKind: t.expose('topicKind', {
      type: TopicKind,
      description: 'Whether it is a person, an organisation, a place, an event or a subject.',
    }),
    description: t.exposeString('description', { nullable: true, description: 'A few words on it: plain text.' }),
    articles: articlesOf('topicIds', 'Stories about it, newest first unless said otherwise.', t as never),
  }),
});

const TopicConnection = connectionOf<TopicDoc, NamedList>('Topic', {
  node: Topic,
  noun: 'topics',
  page: (lists, _args, { topics }) => topics.pages(lists as readonly NamedList[]),
  count: (lists, args, { topics }) => topics.counts(lists as readonly NamedList[], args),
});

const TopicBy = byInput('TopicBy', 'a topic');
const TopicFilter = builder.inputType('TopicFilter', {
  description: 'Conditions on topics, ANDed; null or left out = no condition.',
  fields: (t) => ({
    nameStartsWith: t.string({ description: 'The name begins so, ignoring case and accents.' }),
    kinds: t.field({ type: [TopicKind], description: 'Is of one of these kinds; an empty list matches nothing.' }),
  }),
});
const TopicOrder = builder.enumType('TopicOrder', {
  description: 'The order of a list of topics; ties break on the id.',
  values: { NAME: { description: 'By name, ignoring case and accents.' } } as const,
});

builder.queryFields((t) => ({
  topic: rootField(t, {
    type: Topic,
    nullable: true,
    description: 'One topic by its current id, slug or path; null where there is none to be seen.',
    args: { by: t.arg({ type: TopicBy, required: true, description: 'Which one.' }) },
    rows: 1,
    read: ({ by }, ctx) =>
      readBy('Topic', by, ctx, { bySlug: (slug) => ctx.topics.bySlug(slug), byId: (id) => ctx.topics.rows.byId(id) }),
  }),
  topics: rootField(t, {
    type: TopicConnection,
    nullable: true,
    description: 'All topics with articles to be seen.',
    args: {
      filter: t.arg({ type: TopicFilter, description: 'Conditions that each topic fulfils.' }),
      orderBy: t.arg({ type: TopicOrder, required: true, defaultValue: 'NAME', description: 'In which order.' }),
      ...forwardArgs(t),
    },
    read: async (args) => ({ kind: 'topics' as const, parent: '', args }),
  }),
}));
