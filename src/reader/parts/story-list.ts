import type { Connection, Count, PageInfo, Teaser } from '#reader/answers.ts';
import { html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { cards } from './teasers.ts';

/** "12 stories", or "1,000+ stories" where counting stopped; nothing where nobody counted. */
export function storyCount(count: Count | null | undefined, kit: Kit): string | null {
  if (!count) return null;
  const { value, precision } = count;
  return `${kit.number(value)}${precision === 'AT_LEAST' ? '+' : ''} ${value === 1 ? 'story' : 'stories'}`;
}

/** The way to older rows: the cursor goes into the address, so each page of a list can be linked to. */
export function pager(
  { hasNextPage, endCursor }: PageInfo,
  path: string,
  query: Readonly<Record<string, string>> = {},
) {
  if (!hasNextPage || endCursor === null) return null;
  const search = new URLSearchParams({ ...query, after: endCursor });
  return html`<nav class="pager" aria-label="Pages">
    <a class="button" rel="next" href="${path}?${search.toString()}">Older stories</a>
  </nav>`;
}

/** A page of stories and the way to the next one; says so where there are none, or where the list could not be read. */
export function storyList(list: Connection<Teaser> | null, path: string, kit: Kit): Html {
  if (!list) return html`<p class="notice">The stories could not be read just now.</p>`;
  if (list.nodes.length === 0) return html`<p class="notice">There are no stories here.</p>`;
  return html`${cards(list.nodes, kit, { level: 2, look: 'row', className: 'rows' })}${pager(list.pageInfo, path)}`;
}
