import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  graphql,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import type { relayAgainQuery } from './__generated__/relayAgainQuery.graphql.ts';
import type { relayPageQuery, relayPageQuery$data } from './__generated__/relayPageQuery.graphql.ts';
import type { relayStoriesQuery, relayStoriesQuery$variables } from './__generated__/relayStoriesQuery.graphql.ts';
import { PAGE, type Start, type Stories } from './stories.ts';

const storiesQuery = graphql`
  query relayStoriesQuery($first: Int, $after: String, $last: Int, $before: String) {
    articles(first: $first, after: $after, last: $last, before: $before) @connection(key: "relay_articles") {
      edges {
        node {
          id
          headline
          section {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const againQuery = graphql`
  query relayAgainQuery($id: ID!) {
    node(id: $id) {
      ... on Addressable {
        path
      }
      ... on Article {
        headline
      }
    }
  }
`;

const pageQuery = graphql`
  query relayPageQuery($path: String!) {
    route(path: $path) {
      __typename
      ... on Redirect {
        to
      }
      ... on Author {
        path
      }
      ... on Article {
        headline
        body {
          id
          text
          ... on HeadingBlock {
            level
          }
          ... on QuoteBlock {
            quote {
              text
              speaker
            }
          }
        }
      }
    }
  }
`;

type Article = Extract<relayPageQuery$data['route'], { readonly __typename: 'Article' }>;
type Block = NonNullable<Article['body']>[number];

/** One block as a line; `text` is for the block types that come after this was written. */
function lineOf({ text, level, quote }: Block): string {
  if (level) return `${'#'.repeat(level)} ${text}`;
  return quote ? `“${quote.text}” ${quote.speaker ?? ''}` : text;
}

/** Relay's store knows objects by `id` alone, so ids must be unique in the whole service: they are. */
function createEnvironment(url: string): Environment {
  const network = Network.create(async ({ text: query }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** With Relay's runtime and compiler; in React, `usePaginationFragment` does what `older` and `newer` do here. */
export async function openStories(url: string, start: Start): Promise<Stories> {
  const environment = createEnvironment(url);
  const fetchPage = (variables: relayStoriesQuery$variables) =>
    fetchQuery<relayStoriesQuery>(environment, storiesQuery, variables).toPromise();
  const operation = createOperationDescriptor(getRequest(storiesQuery), start);
  environment.retain(operation); // or the store may drop it
  await fetchPage(start);
  const held = () => {
    // `lookup` is typed without the query; the compiler's type belongs to the same query.
    const { articles } = environment.lookup(operation.fragment).data as relayStoriesQuery['response'];
    if (!articles) throw new Error('the list is not in the store');
    return articles;
  };

  return {
    headlines: () => held().edges.map(({ node }) => node.headline),
    more: () => ({ older: held().pageInfo.hasNextPage, newer: held().pageInfo.hasPreviousPage }),
    async older() {
      await fetchPage({ first: PAGE, after: held().pageInfo.endCursor });
    },
    async newer() {
      await fetchPage({ last: PAGE, before: held().pageInfo.startCursor });
    },
    async again(headline) {
      const id = held().edges.find(({ node }) => node.headline === headline)?.node.id ?? '';
      await fetchQuery<relayAgainQuery>(environment, againQuery, { id }).toPromise();
    },
    async page(path) {
      const operation = createOperationDescriptor(getRequest(pageQuery), { path });
      environment.retain(operation);
      const options = { fetchPolicy: 'store-or-network' } as const;
      const data = await fetchQuery<relayPageQuery>(environment, pageQuery, { path }, options).toPromise();
      const route = data?.route;
      if (route?.__typename === 'Redirect') return [`→ ${route.to}`];
      if (route?.__typename === 'Author') return [`at ${route.path}`];
      if (route?.__typename !== 'Article') return null;
      return [route.headline, ...(route.body ?? []).map(lineOf)];
    },
  };
}
