import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { connectionOf } from '#graphql/connection.ts';
import type { SearchList, SearchResultPage } from './article-search.loader.ts';
import { ArticleFilter, forwardArgs } from './article.inputs.graphql.ts';
import { Article } from './article.ref.ts';
import type { ArticleDoc } from './article.ts';
import { highlightsOf, type Highlight } from './highlight.ts';

const HighlightRef = builder.objectRef<Highlight>('Highlight');
builder.objectType(HighlightRef, {
  description: 'Where the words of a search stand in an article.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Which part of the article: headline, standfirst or body.' }),
    html: t.exposeString('html', {
      description: 'The field, or a passage of it, with the words found in <em>; nothing else is markup.',
    }),
  }),
});

const ArticleSearchConnection = connectionOf<ArticleDoc, SearchList>('ArticleSearch', {
  node: Article,
  noun: 'search hits',
  page: (lists, _args, { search }) => search.pages(lists as readonly SearchList[]),
  count: (lists, args, { search }) => search.counts(lists as readonly SearchList[], args),
  edgeFields: (t) => ({
    score: derived(t, {
      type: 'Float',
      description: 'How well it fits: above 0, comparable within one search only.',
      needs: ['node', 'page'],
      from: ({ node, page }) => (page as SearchResultPage).scoreOf(node), // the pages of this connection are search results
    }),
    highlights: derived(t, {
      type: [HighlightRef],
      description: 'Where the words searched for stand; [] where they cannot be pointed at.',
      needs: ['node', 'page'],
      // Read with the hit itself: a read of its own that failed would, being non-null in a list, fail the whole list.
      reads: { articles: ['headline', 'standfirst', 'searchText'] },
      from: ({ node, page }) =>
        highlightsOf((page as SearchResultPage).text, {
          headline: node.headline,
          standfirst: node.standfirst,
          body: node.searchText,
        }), // as above
    }),
  }),
});

builder.queryFields((t) => ({
  searchArticles: rootField(t, {
    type: ArticleSearchConnection,
    nullable: true,
    description:
      'Articles that hold the words, most relevant first, then newest; at most 1,000 deep. "…" asks for a phrase, -word leaves a word out.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'What to look for: at most 200 characters; blank text has no hits.',
      }),
      filter: t.arg({ type: ArticleFilter, description: 'Conditions that each hit fulfils.' }),
      ...forwardArgs(t),
    },
    read: async (args) => ({ kind: 'search' as const, parent: '', args }),
  }),
}));
