import type { RelatedArticle } from '#reader/answers.ts';
import { html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { card } from './teasers.ts';

/** A reason is told by its label alone: that is a whole phrase in the language of the article. */
function reason({ label }: RelatedArticle['reasons'][number]): Html {
  return html`<li>${label}</li>`;
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
