import { Article } from '#content/article/article.ref.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import { batched, type Load } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { checkSize } from '#graphql/connection.ts';
import { LEAST_SHOWN } from './copies.ts';
import { readersList, type Listed } from './readers-list.ts';
import type { Reason } from './reasons.ts';

interface RelatedArticle extends Pick<Listed, 'score' | 'reasons'> {
  readonly article: ArticleDoc;
}

const RelatedReasonKind = builder.enumType('RelatedReasonKind', {
  description: 'Why a story is related. New kinds may come.',
  values: {
    STORY: { description: 'Both belong to one running story, or are close to the same stories.' },
    TOPIC: { description: 'Both have these topics.' },
    ENTITY: { description: 'Both name these people, organisations or places.' },
    TERM: { description: 'Both use these words, numbers or phrases.' },
    SECTION: { description: 'Both are in this section.' },
    AUTHOR: { description: 'Both are by these authors.' },
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
    score: t.exposeFloat('score', { description: 'From 0 to 1; the weights of the reasons add up to it.' }),
    reasons: t.expose('reasons', { type: [RelatedReason], description: 'Strongest first.' }),
  }),
});

/** So many more than are shown are read, because some may be hidden from readers since the list was made. */
const SPARE = 6;

const loadRelated: Load<Pick<ArticleDoc, '_id'>, { readonly first: number }, readonly RelatedArticle[]> = async (
  rows,
  { first },
  { articles, related },
) => {
  checkSize('first', first, 20);
  const lists = await related.listsOf(first === 0 ? [] : rows.map(({ _id }) => _id));
  const shown = Math.max(first, LEAST_SHOWN);
  const asked = rows.map(({ _id }) => {
    const list = lists.get(_id);
    return list ? readersList(list, shown).slice(0, shown + SPARE) : [];
  });
  const found = await articles.rows.listsById(asked.map((list) => list.map(({ id }) => id)));
  return asked.map((list, index) => {
    const byId = new Map((found[index] ?? []).map((article) => [article._id, article]));
    return list
      .flatMap(({ id, score, reasons }) => {
        const article = byId.get(id);
        return article ? [{ article, score, reasons }] : [];
      })
      .slice(0, first);
  });
};

builder.objectFields(Article, (t) => ({
  related: batched(t, {
    type: [RelatedRef],
    nullable: true,
    description:
      'Stories about the same, best first, in the same language; never this one, and not the same text twice while there are others. Fewer than asked for where fewer are related.',
    args: { first: t.arg.int({ required: true, defaultValue: 4, description: 'How many: 0 to 20.' }) },
    needs: [],
    load: loadRelated,
  }),
}));
