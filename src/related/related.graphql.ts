import { Article } from '#content/article/article.ref.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import { batched, type Load } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { checkSize } from '#graphql/connection.ts';

interface Reason {
  readonly kind: 'TOPIC';
  readonly label: string;
  readonly weight: number;
}
interface RelatedArticle {
  readonly article: ArticleDoc;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const RelatedReasonKind = builder.enumType('RelatedReasonKind', {
  description: 'Why a story is related. New kinds may come.',
  values: { TOPIC: { description: 'Both stories have a topic in common.' } } as const,
});

const RelatedReason = builder.objectRef<Reason>('RelatedReason');
builder.objectType(RelatedReason, {
  description: 'One reason why a story is related.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: RelatedReasonKind,
      description: 'Which sort of reason; an app may choose its words by it.',
    }),
    label: t.exposeString('label', { description: "The reason in words: the topic's name." }),
    weight: t.exposeFloat('weight', { description: 'What it adds to the score.' }),
  }),
});

const RelatedRef = builder.objectRef<RelatedArticle>('RelatedArticle');
builder.objectType(RelatedRef, {
  description: 'A related story, and why it is one.',
  fields: (t) => ({
    article: t.expose('article', { type: Article, description: 'The story that is recommended.' }),
    score: t.exposeFloat('score', { description: 'From 0 to 1; the weights of the reasons add up to it.' }),
    reasons: t.expose('reasons', {
      type: [RelatedReason],
      description: 'What speaks for it, strongest first; never empty.',
    }),
  }),
});

const loadRelated: Load<
  Pick<ArticleDoc, '_id' | 'topicIds' | 'lang'>,
  { readonly first: number },
  readonly RelatedArticle[]
> = async (rows, { first }, { articles, related, topics }) => {
  checkSize('first', first, 20);
  const [lists, ownTopics] = await Promise.all([
    related.relatedOf(rows, first),
    topics.rows.listsById(first === 0 ? [] : rows.map(({ topicIds }) => topicIds)),
  ]);
  const names = new Map(ownTopics.flat().map(({ _id, name }) => [_id, name]));
  const found = await articles.rows.listsById(lists.map((list) => list.map(({ articleId }) => articleId)));
  return lists.map((list, index) => {
    const byId = new Map((found[index] ?? []).map((article) => [article._id, article]));
    return list.flatMap(({ articleId, score, reasons }) => {
      const article = byId.get(articleId);
      const shown = reasons.map(({ topicId, weight }) => ({
        kind: 'TOPIC' as const,
        label: names.get(topicId) ?? '',
        weight,
      }));
      return article ? [{ article, score, reasons: shown }] : [];
    });
  });
};

builder.objectFields(Article, (t) => ({
  related: batched(t, {
    type: [RelatedRef],
    nullable: true,
    description:
      'Stories about the same, strongest first, in the same language; never this one. For now by shared topics, newest first.',
    args: { first: t.arg.int({ required: true, defaultValue: 4, description: 'How many: 0 to 20.' }) },
    needs: ['topicIds', 'lang'],
    load: loadRelated,
  }),
}));
