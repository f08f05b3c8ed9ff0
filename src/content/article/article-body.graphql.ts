import { absolute } from '#content/site/site.ts';
import type { Load } from '#graphql/batched.ts';
import type { HeavyArticle } from './article.repository.ts';
import { bodyHtmlOf } from './body-html.ts';
import { linkAddresses } from './link-addresses.ts';

const loadHeavy: Load<{ readonly _id: string }, {}, HeavyArticle | null> = (rows, _args, { articles }) =>
  articles.heavyByIds(rows.map(({ _id }) => _id));
/** Body, quotes and the like: one read by id for all of them, only where one of them is selected. */
export const heavy = (property: 'body' | 'quotes' | 'sources' | 'alsoRead') =>
  ({ needs: [], nullable: true, reads: { heavyArticles: [property] }, load: loadHeavy }) as const;

/** The bodies as HTML, with the addresses that their read-also links have now. */
export const loadBodyHtml: Load<{ readonly _id: string }, {}, string | null> = async (rows, _args, ctx) => {
  const bodies = await ctx.articles.heavyByIds(rows.map(({ _id }) => _id));
  const links = bodies.flatMap(
    (row) => row?.body.flatMap((block) => (block.type === 'read-also' ? block.link : [])) ?? [],
  );
  const addresses = new Map((await linkAddresses(links, {}, ctx)).map((address, index) => [links[index], address]));
  const link = (one: (typeof links)[number]) => addresses.get(one) ?? null;
  return bodies.map((row) => row && bodyHtmlOf(row.body, { link, absolute: (address) => absolute(ctx.site, address) }));
};
