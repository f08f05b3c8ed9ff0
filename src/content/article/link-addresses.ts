import { absolute } from '#content/site/site.ts';
import type { Context } from '#graphql/context.ts';
import type { ArticleLinkDoc } from './blocks.ts';

type Link = Pick<ArticleLinkDoc, 'articleId' | 'url'>;

/** Where each link leads by now: the story's current address, an outside one, or null where the story may not be seen or was never found. */
export async function linkAddresses(
  links: readonly Link[],
  _args: object,
  { articles, site }: Context,
): Promise<readonly (string | null)[]> {
  const ours = links.flatMap(({ articleId }) => articleId ?? []);
  const paths = new Map((await articles.rows.byIds(ours)).flatMap((row) => (row ? [[row._id, row.path]] : [])));
  return links.map(({ articleId, url }) => {
    const address = articleId === null ? url : paths.get(articleId);
    return address === null || address === undefined ? null : absolute(site, address);
  });
}
