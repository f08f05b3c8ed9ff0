import type { SiteFrame } from './answers.ts';
import { href, html, type Html } from './html.ts';
import type { Kit } from './kit.ts';
import type { View } from './view.ts';

interface Around {
  readonly sections: SiteFrame['sections'];
  readonly kit: Kit;
  /** Addresses of the style sheet and the icon. */
  readonly assets: { readonly styles: string; readonly icon: string };
  readonly queryPanel: Html;
}

function documentHead(view: View, { kit, assets }: Around): Html {
  const { title, description, canonical, noindex } = view;
  const name = kit.site.name;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title === null ? name : `${title} – ${name}`}</title>
    ${description && html`<meta name="description" content="${description}" />`}
    ${canonical && html`<link rel="canonical" href="${href(canonical)}" />`}
    ${noindex && html`<meta name="robots" content="noindex" />`}
    <meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href="${assets.styles}" />
    <link rel="icon" type="image/svg+xml" href="${assets.icon}" />
  </head>`;
}

function navigation(current: string | undefined, sections: SiteFrame['sections']): Html {
  const item = (path: string, name: string): Html =>
    html`<li><a href="${href(path)}" ${path === current && html` aria-current="page"`}>${name}</a></li>`;
  return html`<nav class="sections" aria-label="Sections">
    <ul>
      ${item('/', 'Front page')}${sections?.map(({ path, name }) => item(path, name))}
    </ul>
  </nav>`;
}

function masthead({ title, current, searched }: View, { kit, sections }: Around): Html {
  const name = html`<a href="/">${kit.site.name}</a>`;
  return html`<header class="masthead">
    <div class="top-line">
      <p>${kit.today}</p>
      <p><a href="#page-query">See the query</a></p>
    </div>
    ${title === null ? html`<h1 class="nameplate">${name}</h1>` : html`<p class="nameplate">${name}</p>`}
    ${navigation(current, sections)}
    <form class="search" role="search" action="/search">
      <label for="page-search" class="visually-hidden">Search stories</label>
      <input id="page-search" type="search" name="q" maxlength="200" placeholder="Search stories" value="${searched}" />
      <button>Search</button>
    </form>
  </header>`;
}

/** A whole page: what a view has of its own, and the site around it. */
export function layout(view: View, around: Around): Html {
  const { kit, queryPanel } = around;
  return html`<!doctype html>
    <html lang="${kit.site.locale}">
      ${documentHead(view, around)}
      <body>
        <a class="skip" href="#page-main">Skip to the content</a>
        ${masthead(view, around)}
        <main id="page-main" tabindex="-1">${view.main}</main>
        ${queryPanel}
        <footer class="site-footer">
          <p><a href="/latest">Latest</a> <a href="/authors">Who writes here</a> <a href="/graphql">GraphQL API</a></p>
          <p>${kit.site.name}. A reader page of Masthead, made on the server from the GraphQL API and nothing else.</p>
        </footer>
      </body>
    </html> `;
}
