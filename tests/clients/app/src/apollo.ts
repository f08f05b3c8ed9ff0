import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { AgainDocument, PageDocument, StoriesDocument } from './documents.ts';
import { pageLines } from './page-lines.ts';
import possible from './possible-types.ts';
import { PAGE, type Start, type Stories } from './stories.ts';

/** Pages of one list become one list; lists with another filter or order are kept apart. */
const articles = relayStylePagination(['filter', 'orderBy']);

/** A client whose cache knows objects by `__typename` and `id`, which is Apollo's default and fits. */
function createClient(url: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      possibleTypes: possible.possibleTypes,
      typePolicies: {
        Query: { fields: { articles, searchArticles: relayStylePagination(['text', 'filter']) } },
        Author: { fields: { articles } },
        Topic: { fields: { articles } },
        Section: { fields: { articles: relayStylePagination(['filter', 'orderBy', 'includeDescendants']) } },
        Collection: { fields: { articles: relayStylePagination(['exclude']) } },
        Site: { keyFields: [] },
      },
    }),
  });
}

/** With Apollo Client, which needs no React for this. */
export async function openStories(url: string, start: Start): Promise<Stories> {
  const client = createClient(url);
  await client.query({ query: StoriesDocument, variables: start });
  const held = () => {
    const list = client.readQuery({ query: StoriesDocument, variables: start })?.articles;
    if (!list) throw new Error('the list is not in the cache');
    return list;
  };
  const list = client.watchQuery({ query: StoriesDocument, variables: start });
  list.subscribe(() => {}); // a component would render here

  return {
    headlines: () => held().edges.map(({ node }) => node.headline),
    more: () => ({ older: held().pageInfo.hasNextPage, newer: held().pageInfo.hasPreviousPage }),
    async older() {
      const after = held().pageInfo.endCursor;
      await list.fetchMore({ variables: { first: PAGE, after, last: null, before: null } });
    },
    async newer() {
      const before = held().pageInfo.startCursor;
      await list.fetchMore({ variables: { last: PAGE, before, first: null, after: null } });
    },
    async again(headline) {
      const id = held().edges.find(({ node }) => node.headline === headline)?.node.id ?? '';
      await client.query({ query: AgainDocument, variables: { id }, fetchPolicy: 'network-only' });
    },
    async page(path) {
      const { data } = await client.query({ query: PageDocument, variables: { path } });
      return pageLines(data?.route ?? null);
    },
  };
}
