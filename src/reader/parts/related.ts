import type { RelatedArticle } from '#reader/answers.ts';
import { html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { card } from './teasers.ts';

/** What a kind of reason is called for readers; one that is not known here is told by its label alone. */
const REASONS: Readonly<Record<string, string>> = {
  STORY: 'Same story',
  TOPIC: 'Topic',
  ENTITY: 'Also about',
  TERM: 'In common',
  SECTION: 'Section',
  AUTHOR: 'By',
  EDITOR: 'Editors’ choice',
  LATEST: 'New',
};

function reason({ kind, label }: RelatedArticle['reasons'][number]): Html {
  const name = REASONS[kind];
  return html`<li>${name && html`<b>${name}</b>`} ${label !== name && label}</li>`;
}

/** Related stories, strongest first, each with up to three reasons why. */
export function related(stories: readonly RelatedArticle[], kit: Kit): Html | null {
  if (stories.length === 0) return null;
  const items = stories.map(
    ({ article, reasons }) =>
      html`<li>
        ${card(article, kit)}
        <ul class="reasons" aria-label="Why it is related">
          ${reasons.slice(0, 3).map(reason)}
        </ul>
      </li>`,
  );
  return html`<section class="related" aria-labelledby="page-related">
    <h2 id="page-related" class="rubric">Related stories</h2>
    <ul class="cards">
      ${items}
    </ul>
  </section>`;
}
