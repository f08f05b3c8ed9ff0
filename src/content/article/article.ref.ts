import { builder } from '#graphql/builder.ts';
import { connectionOf } from '#graphql/connection.ts';
import type { ArticleList } from './article.loader.ts';
import type { ArticleDoc } from './article.ts';

/** The handles that other types use; apart from the fields, so that types may point at each other without an import cycle. */
export const Article = builder.objectRef<ArticleDoc>('Article');
export const ArticleConnection = connectionOf<ArticleDoc, ArticleList>('Article', {
  node: Article,
  noun: 'articles',
  page: (lists, _args, ctx) => ctx.articles.pages(lists as readonly ArticleList[]),
  count: (lists, args, ctx) => ctx.articles.counts(lists as readonly ArticleList[], args),
});
