import type { Article, ArticlePageByPath, Teaser } from '#reader/answers.ts';
import { href, html, type Html } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { articleLink, attribution, block, portrait } from '#reader/parts/blocks.ts';
import { direction, language } from '#reader/parts/language.ts';
import { figure } from '#reader/parts/picture.ts';
import { cards, kicker, names, time } from '#reader/parts/teasers.ts';
import { related } from '#reader/parts/related.ts';
import type { View } from '#reader/view.ts';

function breadcrumbs({ breadcrumbs: trail, locale }: Article, { site }: Kit): Html | null {
  if (!trail?.length) return null;
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs" ${language(site.locale, locale)}>
    <ol>
      <li><a href="/">Front page</a></li>
      ${trail.map(({ name, path }) => html`<li><a href="${href(path)}">${name}</a></li>`)}
    </ol>
  </nav>`;
}

function byline({ authors, byline: printed }: Article, kit: Kit): Html | null {
  if (!authors?.length) return printed ? html`<p class="byline">${printed}</p>` : null;
  return html`<div class="byline">
    ${authors.map(({ image }) => portrait(image, kit))}
    <p>By ${names(authors)} <span class="meta">${authors.length === 1 && authors[0]?.jobTitle}</span></p>
  </div>`;
}

/** An hour: a change within it is a typing error put right. */
const WORTH_SAYING_MS = 3_600_000;

function times({ publishedAt, updatedAt, readingTime }: Article, kit: Kit): Html {
  const wasUpdated = Date.parse(updatedAt) - Date.parse(publishedAt) > WORTH_SAYING_MS;
  return html`<p class="meta">
    <span>${time(publishedAt, kit.dateTime(publishedAt))}</span>
    ${wasUpdated && html`<span>Updated ${time(updatedAt, kit.dateTime(updatedAt))}</span>`}
    <span><time datetime="${readingTime.iso}">${readingTime.minutes} min</time> read</span>
  </p>`;
}

function head(article: Article, kit: Kit): Html {
  const { headline, standfirst, creditLine, leadImage, locale, body } = article;
  // Some newsrooms write the standfirst as the text's first paragraph: it is shown there, once.
  const isApart = (standfirst || creditLine) && !body?.[0]?.text.includes(standfirst ?? creditLine ?? '');
  return html`<header class="article-head">
      ${kicker(article, kit)}
      <h1>${headline}</h1>
      ${isApart && html`<p class="standfirst">${standfirst} ${creditLine && html`<span class="credit-line">${creditLine}</span>`}</p>`}
      <div class="article-meta" ${language(kit.site.locale, locale)}>${byline(article, kit)}${times(article, kit)}</div>
    </header>
    ${leadImage && html`<div class="lead-image">${figure(leadImage, kit, 'first')}</div>`}`;
}

/** What the story stands on: who is quoted, who is credited, what it is about; and what else to read where the body does not tell. */
function notes({ body, quotes, sources, alsoRead, topics, locale }: Article, kit: Kit): Html {
  const around = kit.site.locale;
  const said = quotes?.map(
    (quote) => html`<li${language(locale, around)}><q>${quote.text}</q> ${attribution(quote)}</li>`,
  );
  const credited = sources?.map(({ name, url }) =>
    url ? html`<li><a href="${href(url)}">${name}</a></li>` : html`<li>${name}</li>`,
  );
  const also = body ? null : alsoRead?.map((link) => html`<li>${articleLink(link, kit)}</li>`);
  const about = topics?.map(({ name, path }) => html`<li><a href="${href(path)}">${name}</a></li>`);
  return html`<footer class="notes" ${language(around, locale)}>
    ${
      also?.length
        ? html`<section>
            <h2>Also read</h2>
            <ul class="plain">
              ${also}
            </ul>
          </section>`
        : null
    }
    ${
      said?.length
        ? html`<details class="quotes">
            <summary>Who says what (${said.length})</summary>
            <ul class="plain">
              ${said}
            </ul>
          </details>`
        : null
    }
    ${
      credited?.length
        ? html`<section class="inline">
            <h2>Sources</h2>
            <ul class="plain">
              ${credited}
            </ul>
          </section>`
        : null
    }
    ${
      about?.length
        ? html`<section class="inline">
            <h2>Topics</h2>
            <ul class="chips">
              ${about}
            </ul>
          </section>`
        : null
    }
  </footer>`;
}

function neighbours({ previous, next }: Article, { site }: Kit): Html | null {
  if (!previous && !next) return null;
  const headline = ({ headline, locale }: Teaser): Html =>
    html`<span${language(locale, site.locale)}>${headline}</span>`;
  return html`<nav class="neighbours" aria-label="Previous and next story">
    ${previous && html`<a rel="prev" href="${href(previous.path)}"><span class="meta">Previous story</span>${headline(previous)}</a>`}
    ${next && html`<a rel="next" href="${href(next.path)}"><span class="meta">Next story</span>${headline(next)}</a>`}
  </nav>`;
}

function aside(article: Article, dontMiss: ArticlePageByPath['dontMiss'], kit: Kit): Html {
  const { latest, section } = article;
  const extra = dontMiss?.articles?.nodes ?? [];
  return html`<div class="article-aside">
    ${
      latest?.length && section
        ? html`<section aria-labelledby="page-latest">
            <h2 id="page-latest" class="rubric">Latest from <a href="${href(section.path)}">${section.name}</a></h2>
            ${cards(latest, kit, { className: 'lines', look: 'line' })}
          </section>`
        : null
    }
    ${
      extra.length > 0 &&
      html`<section aria-labelledby="page-dont-miss">
        <h2 id="page-dont-miss" class="rubric">${dontMiss?.title}</h2>
        ${cards(extra, kit)}
      </section>`
    }
  </div>`;
}

/** The article page: everything that `article-page-by-path` answers for a story. */
export function articlePage(article: Article, dontMiss: ArticlePageByPath['dontMiss'], kit: Kit): View {
  const { seo, canonicalUrl, locale, body, section } = article;
  const main = html`<div class="article-page">
    <article lang="${locale}" dir="${direction(locale)}">
      ${breadcrumbs(article, kit)} ${head(article, kit)}
      <div class="body">
        ${body ? body.map((part) => block(part, kit)) : html`<p class="notice">The text could not be read just now.</p>`}
      </div>
      ${notes(article, kit)}
    </article>
    ${neighbours(article, kit)} ${related(article.related ?? [], kit)} ${aside(article, dontMiss, kit)}
  </div>`;
  return {
    title: seo.title,
    description: seo.description,
    canonical: canonicalUrl,
    noindex: seo.noindex,
    ...(section && { current: section.path }),
    main,
  };
}
