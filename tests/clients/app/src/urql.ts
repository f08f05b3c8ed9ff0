import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { AgainDocument, PageDocument, StoriesDocument } from './documents.ts';
import { pageLines } from './page-lines.ts';
import possible from './possible-types.ts';
import { PAGE, type Start, type Stories } from './stories.ts';

/** Types that are kept within what holds them; Graphcache warns about each that is not named here. */
export const WITHOUT_ID = (
  'ArticleLink Audio Count Embed Gone Highlight ImportOrigin ListItem Publisher Quote ReadingTime Redirect ' +
  'RelatedArticle RelatedReason Seo Source Table TableCell TableRow Video'
).split(' ');

const articles = relayPagination();

/** A client whose cache knows objects by `__typename` and `id`. */
function createClient(url: string): Client {
  const cache = cacheExchange({
    possibleTypes: possible.possibleTypes,
    keys: { Site: () => 'site', ...Object.fromEntries(WITHOUT_ID.map((type) => [type, () => null])) },
    resolvers: {
      Query: { articles, searchArticles: relayPagination() },
      Author: { articles },
      Topic: { articles },
      Section: { articles },
      Collection: { articles },
    },
    // A false alarm with possibleTypes: fields of the other members of a union are undefined, as they should be.
    logger: (level, message) => message.startsWith('Invalid undefined') || console[level](message),
  });
  return new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
}

/** With urql's core and its normalised cache. */
export async function openStories(url: string, start: Start): Promise<Stories> {
  const client = createClient(url);
  await client.query(StoriesDocument, start);
  const held = () => {
    const list = client.readQuery(StoriesDocument, start)?.data?.articles;
    if (!list) throw new Error('the list is not in the cache');
    return list;
  };

  return {
    headlines: () => held().edges.map(({ node }) => node.headline),
    more: () => ({ older: held().pageInfo.hasNextPage, newer: held().pageInfo.hasPreviousPage }),
    async older() {
      await client.query(StoriesDocument, { first: PAGE, after: held().pageInfo.endCursor });
    },
    async newer() {
      await client.query(StoriesDocument, { last: PAGE, before: held().pageInfo.startCursor });
    },
    async again(headline) {
      const id = held().edges.find(({ node }) => node.headline === headline)?.node.id ?? '';
      await client.query(AgainDocument, { id }, { requestPolicy: 'network-only' });
    },
    async page(path) {
      const { data } = await client.query(PageDocument, { path });
      return pageLines(data?.route ?? null);
    },
  };
}
