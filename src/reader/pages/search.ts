import type { SearchResults } from '#reader/answers.ts';
import { html, type Html, raw } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { pager, storyCount } from '#reader/parts/story-list.ts';
import { card } from '#reader/parts/teasers.ts';
import type { View } from '#reader/view.ts';

/** The passage in which the words were found; the headline shows itself. */
function passage(highlights: readonly { readonly field: string; readonly html: string }[]): Html | null {
  const found =
    highlights.find(({ field }) => field === 'body') ?? highlights.find(({ field }) => field !== 'headline');
  return found ? raw(found.html) : null;
}

function hits(text: string, found: NonNullable<SearchResults['searchArticles']>, kit: Kit): Html {
  const { edges, totalCount, pageInfo } = found;
  if (edges.length === 0) return html`<p class="notice">No story has these words.</p>`;
  const rows = edges.map(
    ({ node, highlights }) => html`<li>${card(node, kit, { level: 2, look: 'row', text: passage(highlights) })}</li>`,
  );
  return html`<p class="meta">${storyCount(totalCount, kit)}</p>
    <ul class="rows">
      ${rows}
    </ul>
    ${pager(pageInfo, '/search', { q: text })}`;
}

/** Stories that hold the words; `found` is null where nothing was searched for, or where the search could not be made. */
export function searchPage(text: string, found: SearchResults['searchArticles'], kit: Kit): View {
  const title = text ? `Search: ${text}` : 'Search';
  const answer = found
    ? hits(text, found, kit)
    : text && html`<p class="notice">The search could not be made just now.</p>`;
  return {
    title,
    noindex: true,
    searched: text,
    main: html`<header class="list-head"><h1>${title}</h1></header>
      ${answer || html`<p class="notice">Write what you look for into the field above.</p>`}`,
  };
}
