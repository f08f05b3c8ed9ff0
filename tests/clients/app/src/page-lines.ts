import type { PageQuery } from './gql/graphql.ts';

type Route = NonNullable<PageQuery['route']>;
type Block = NonNullable<Extract<Route, { readonly __typename: 'Article' }>['body']>[number];

/** One block as a line; the default is for the block types that come after this was written. */
function lineOf(block: Block): string {
  switch (block.__typename) {
    case 'HeadingBlock':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'QuoteBlock':
      return `“${block.quote.text}” ${block.quote.speaker ?? ''}`;
    default:
      return block.text;
  }
}

/** What lives at a path as lines of text; null where nothing does. `__typename` tells TypeScript which fields there are. */
export function pageLines(route: PageQuery['route']): readonly string[] | null {
  switch (route?.__typename) {
    case 'Article':
      return [route.headline, ...(route.body ?? []).map(lineOf)];
    case 'Redirect':
      return [`→ ${route.to}`];
    default:
      return route && 'path' in route ? [`at ${route.path}`] : null;
  }
}
