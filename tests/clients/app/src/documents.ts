import { graphql } from './gql/index.ts';

/** A list that pages both ways. Select `id` wherever there is one: it is what caches know an object by. */
export const StoriesDocument = graphql(`
  query Stories($first: Int, $after: String, $last: Int, $before: String) {
    articles(first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
          headline
          section {
            id
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
`);

/** Any object again, by the id that it came with. */
export const AgainDocument = graphql(`
  query Again($id: ID!) {
    node(id: $id) {
      id
      ... on Addressable {
        path
      }
      ... on Article {
        headline
      }
    }
  }
`);

/** Whatever lives at a path. New block types may come: each has at least `text`. */
export const PageDocument = graphql(`
  query Page($path: String!) {
    route(path: $path) {
      __typename
      ... on Redirect {
        to
      }
      ... on Node {
        id
      }
      ... on Addressable {
        path
      }
      ... on Article {
        headline
        body {
          __typename
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
`);
