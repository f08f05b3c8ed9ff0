import type { ArticleCards, FrontSection, SectionFront, Teaser } from '#reader/answers.ts';
import { href, html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { card, cards } from '#reader/parts/teasers.ts';
import type { View } from '#reader/view.ts';

/** What the newsroom puts first: one story large, the others below it. */
function topNews(stories: readonly Teaser[], title: string, kit: Kit): Html {
  const [lead, ...others] = stories;
  return html`<section class="top-news" aria-labelledby="page-top">
    <h2 id="page-top" class="visually-hidden">${title}</h2>
    ${lead && card(lead, kit, { look: 'lead', loading: 'first' })}
    ${cards(others, kit, { className: 'cards four', loading: 'eager' })}
  </section>`;
}

/** A section's newest, the first of them with a picture. */
function section({ name, path, children }: FrontSection, stories: readonly Teaser[], kit: Kit): Html | null {
  const first = stories.find(({ leadImage }) => leadImage) ?? stories[0];
  if (!first) return null;
  const others = stories.filter((story) => story !== first);
  return html`<section class="front-section">
    <h2><a href="${href(path)}">${name}</a></h2>
    ${children?.map((child) => html`<p class="child"><a href="${href(child.path)}">${child.name}</a></p>`)}
    ${card(first, kit)} ${cards(others, kit, { className: 'lines', look: 'line', withExcerpt: false })}
  </section>`;
}

/** Leaves out what stands further up on the page; a list that would be empty then stays as it is. */
function withoutRepeats() {
  const shown = new Set<string>();
  return (stories: readonly Teaser[]): readonly Teaser[] => {
    const fresh = stories.filter(({ path }) => !shown.has(path));
    const left = fresh.length > 0 ? fresh : stories;
    for (const { path } of left) shown.add(path);
    return left;
  };
}

/** The front page: `section-front` and the newest of `article-cards`. */
export function frontPage({ sections, topNews: top, dontMiss }: SectionFront, latest: ArticleCards, kit: Kit): View {
  const newest = latest.articles?.nodes ?? [];
  const fresh = withoutRepeats();
  const picked = fresh(top?.articles?.nodes ?? newest.slice(0, 5));
  const extra = fresh(dontMiss?.articles?.nodes ?? []);
  const main = html`<div class="front-top">
      ${topNews(picked, top?.title ?? 'Top news', kit)}
      <section class="latest" aria-labelledby="page-latest">
        <h2 id="page-latest" class="rubric"><a href="/latest">Latest</a></h2>
        ${cards(newest, kit, { className: 'lines', look: 'line', withExcerpt: false })}
        <p><a class="more" href="/latest">All the latest stories</a></p>
      </section>
    </div>
    ${
      extra.length > 0 &&
      html`<section class="band" aria-labelledby="page-dont-miss">
        <h2 id="page-dont-miss" class="rubric">${dontMiss?.title}</h2>
        ${cards(extra, kit, { className: 'cards five' })}
      </section>`
    }
    <div class="front-sections">${sections?.map((one) => section(one, fresh(one.articles?.nodes ?? []), kit))}</div>`;
  return {
    title: null,
    description: `The news from ${kit.site.name}`,
    canonical: `${kit.site.url}/`,
    current: '/',
    main,
  };
}
