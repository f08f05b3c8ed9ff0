import type { ArticleCards, AuthorPage, AuthorPages, SectionPage, TopicPage } from '#reader/answers.ts';
import { href, html, type Html, type Part } from '#reader/html.ts';
import type { Kit } from '#reader/kit.ts';
import { image } from '#reader/parts/picture.ts';
import { pager, storyCount, storyList } from '#reader/parts/story-list.ts';
import { cards } from '#reader/parts/teasers.ts';
import type { View } from '#reader/view.ts';

/** The head of a page that is a list. */
function head(above: Part, title: string, description: Part, below: Part = null): Html {
  return html`<header class="list-head">
    ${above && html`<p class="kicker">${above}</p>`}
    <h1>${title}</h1>
    ${description && html`<p class="standfirst">${description}</p>`}${below}
  </header>`;
}

/** A section with what lies above and below it in the tree. */
export function sectionPage(section: NonNullable<SectionPage['section']>, kit: Kit): View {
  const { name, path, description, parent, children, articles } = section;
  const below =
    children?.length &&
    html`<ul class="chips">
      ${children.map((child) => html`<li><a href="${href(child.path)}">${child.name}</a></li>`)}
    </ul>`;
  const above = parent && html`<a href="${href(parent.path)}">${parent.name}</a>`;
  return {
    title: name,
    description,
    canonical: kit.site.url + path,
    current: path,
    main: html`${head(above, name, description, below || null)}${storyList(articles, path, kit)}`,
  };
}

const TOPIC_KINDS: Readonly<Record<string, string>> = {
  PERSON: 'Person',
  ORGANISATION: 'Organisation',
  PLACE: 'Place',
  EVENT: 'Event',
};

/** Everything about one topic. `path` is the page's own. */
export function topicPage(topic: NonNullable<TopicPage['topic']>, path: string, kit: Kit): View {
  const { name, topicKind, description, articles } = topic;
  const count = storyCount(articles?.totalCount, kit);
  return {
    title: name,
    description,
    canonical: kit.site.url + path,
    main: html`${head(TOPIC_KINDS[topicKind] ?? 'Topic', name, description, count && html`<p class="meta">${count}</p>`)}${storyList(articles, path, kit)}`,
  };
}

/** Somebody who writes, and what they wrote. */
export function authorPage(author: NonNullable<AuthorPage['author']>, kit: Kit): View {
  const { name, path, jobTitle, bio, image: portrait, links, articles } = author;
  const elsewhere = links.map(
    (url) => html`<li><a rel="me" href="${href(url)}">${URL.parse(url)?.hostname ?? url}</a></li>`,
  );
  const below = html`${
      elsewhere.length > 0 &&
      html`<ul class="chips">
        ${elsewhere}
      </ul>`
    }
    <p class="meta">${storyCount(articles?.totalCount, kit)}</p>`;
  return {
    title: name,
    description: bio,
    canonical: kit.site.url + path,
    main: html`<div class="author-head">
        ${portrait && image(portrait, kit, 'first')}${head(jobTitle, name, bio, below)}
      </div>
      ${storyList(articles, path, kit)}`,
  };
}

/** Everybody who writes, with their newest stories. */
export function authorsPage({ authors }: AuthorPages, kit: Kit): View {
  const people = authors?.nodes.map(
    ({ name, path, bio, image: portrait, articles }) =>
      html`<li class="person">
        ${portrait && image(portrait, kit)}
        <div>
          <h2><a href="${href(path)}">${name}</a></h2>
          ${bio && html`<p>${bio}</p>`}
          ${cards(articles?.nodes.slice(0, 3) ?? [], kit, { className: 'lines', look: 'line' })}
        </div>
      </li>`,
  );
  return {
    title: 'Who writes here',
    canonical: `${kit.site.url}/authors`,
    current: '/authors',
    main: html`${head(null, 'Who writes here', null)}
    ${
      people
        ? html`<ul class="people">
            ${people}
          </ul>`
        : html`<p class="notice">The list could not be read just now.</p>`
    }
    ${authors && pager(authors.pageInfo, '/authors')}`,
  };
}

/** Every story, newest first. */
export function latestPage({ articles }: ArticleCards, kit: Kit): View {
  return {
    title: 'Latest',
    canonical: `${kit.site.url}/latest`,
    current: '/latest',
    main: html`${head(null, 'Latest', null)}${storyList(articles, '/latest', kit)}`,
  };
}
