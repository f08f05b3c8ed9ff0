import { Article } from '#content/article/article.ref.ts';
import { batched } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { loadRelated, RELATED_NEEDS, type RelatedArticle } from './read-related.ts';
import type { Reason } from './reasons.ts';

const RelatedReasonKind = builder.enumType('RelatedReasonKind', {
  description: 'Why a story is related. New kinds may come.',
  values: {
    STORY: { description: 'Both belong to one running story, or are related to the same stories.' },
    TOPIC: { description: 'Both have these topics.' },
    ENTITY: { description: 'Both name these people, organisations or places.' },
    TERM: { description: 'Both use these words, numbers or phrases.' },
    SECTION: { description: 'Both are in this section.' },
    AUTHOR: { description: 'Both are by these authors.' },
    LATEST: { description: 'Not related: new in the section, to fill up (see `fill`). Its weight is 0.' },
  } as const,
});

const RelatedReason = builder.objectRef<Reason>('RelatedReason');
builder.objectType(RelatedReason, {
  description: 'One reason why a story is related.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RelatedReasonKind, description: 'What sort of reason.' }),
    label: t.exposeString('label', {
      description:
        'The reason for readers, in the language of the article: "Also about: Harbour Bridge, Port Authority".',
    }),
    weight: t.exposeFloat('weight', { description: 'What it adds to the score.' }),
  }),
});

const RelatedRef = builder.objectRef<RelatedArticle>('RelatedArticle');
builder.objectType(RelatedRef, {
  description: 'A related story, and why it is one.',
  fields: (t) => ({
    article: t.expose('article', { type: Article, description: 'The story.' }),
    score: t.exposeFloat('score', {
      description: 'From 0 to 1; the weights of the reasons add up to it. 0 for what only fills up.',
    }),
    reasons: t.expose('reasons', { type: [RelatedReason], description: 'Strongest first.' }),
  }),
});

const RelatedStrategy = builder.enumType('RelatedStrategy', {
  description: 'What related stories are wanted for.',
  values: {
    MIXED: { description: 'Whatever is about the same, best first.' },
    SAME_STORY: { description: 'The same running story alone, best first.' },
    BACKGROUND: { description: 'Older ones that are about the same and not of the running story, best first.' },
    LATEST: { description: 'Developments: newer ones that are close to it, newest first.' },
  } as const,
});
const RelatedFill = builder.enumType('RelatedFill', {
  description: 'What fills a list of related stories that is too short.',
  values: { LATEST: { description: 'The newest of the main section, in the same language.' } } as const,
});

builder.objectFields(Article, (t) => ({
  related: batched(t, {
    type: [RelatedRef],
    nullable: true,
    description:
      'Stories about the same, best first, in the same language; never this one, and not the same text twice while there are others. Fewer than asked for where fewer are related.',
    args: {
      first: t.arg.int({ required: true, defaultValue: 4, description: 'How many: 0 to 20.' }),
      strategy: t.arg({
        type: RelatedStrategy,
        required: true,
        defaultValue: 'MIXED',
        description: 'What they are wanted for.',
      }),
      fill: t.arg({
        type: RelatedFill,
        description: 'What comes behind where fewer are related than asked for; null or left out = nothing.',
      }),
    },
    needs: RELATED_NEEDS,
    load: loadRelated,
  }),
}));
