import { ask } from './ask.ts';
import { AgainDocument, PageDocument, StoriesDocument } from './documents.ts';
import type { StoriesQuery, StoriesQueryVariables } from './gql/graphql.ts';
import { pageLines } from './page-lines.ts';
import { PAGE, type Start, type Stories } from './stories.ts';

type Page = NonNullable<StoriesQuery['articles']>;

/** Without a client: the rows are kept here. */
export async function openStories(url: string, start: Start): Promise<Stories> {
  const fetchPage = async (variables: StoriesQueryVariables): Promise<Page> => {
    const { articles } = await ask(url, StoriesDocument, variables);
    if (!articles) throw new Error('the list could not be read');
    return articles;
  };
  let { edges, pageInfo } = await fetchPage(start);

  return {
    headlines: () => edges.map(({ node }) => node.headline),
    more: () => ({ older: pageInfo.hasNextPage, newer: pageInfo.hasPreviousPage }),
    async older() {
      const page = await fetchPage({ first: PAGE, after: pageInfo.endCursor });
      const { hasNextPage, endCursor } = page.pageInfo;
      edges = [...edges, ...page.edges];
      pageInfo = { ...pageInfo, hasNextPage, endCursor };
    },
    async newer() {
      const page = await fetchPage({ last: PAGE, before: pageInfo.startCursor });
      const { hasPreviousPage, startCursor } = page.pageInfo;
      edges = [...page.edges, ...edges];
      pageInfo = { ...pageInfo, hasPreviousPage, startCursor };
    },
    async again(headline) {
      const id = edges.find(({ node }) => node.headline === headline)?.node.id;
      const { node: fresh } = await ask(url, AgainDocument, { id: id ?? '' });
      if (!fresh || !('headline' in fresh)) return;
      edges = edges.map((edge) =>
        edge.node.id === id ? { ...edge, node: { ...edge.node, headline: fresh.headline } } : edge,
      );
    },
    page: async (path) => pageLines((await ask(url, PageDocument, { path })).route),
  };
}
