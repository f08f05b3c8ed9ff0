import type {
  ArticleCards,
  ArticlePageByPath,
  AuthorPage,
  AuthorPages,
  SearchResults,
  SectionFront,
  SectionPage,
  TopicPage,
} from './answers.ts';
import { type Desk, NoPage } from './desk.ts';
import type { Kit } from './kit.ts';
import { articlePage } from './pages/article.ts';
import { frontPage } from './pages/front.ts';
import { authorPage, authorsPage, latestPage, sectionPage, topicPage } from './pages/lists.ts';
import { missingPage } from './pages/missing.ts';
import { searchPage } from './pages/search.ts';
import type { View } from './view.ts';

/** A page whose data has been read, or an address to go to instead. */
export type Found = ((kit: Kit) => View) | { readonly to: string; readonly permanent: boolean };

/** How many of the newest stories stand on the front, and how many stories on a page of a list. */
const ON_FRONT = 6;
const ON_LIST = 20;
/** The API refuses longer ones. */
const MAX_SEARCH_LENGTH = 200;

type Route = (desk: Desk, query: URLSearchParams) => Promise<Found>;

/** Where a page of a list begins: behind the cursor in its address. */
const page = (query: URLSearchParams) => ({ first: ON_LIST, after: query.get('after') });

async function front(desk: Desk): Promise<Found> {
  const [sections, latest] = await Promise.all([
    desk.ask<SectionFront>('section-front', {}, 'sections'),
    desk.ask<ArticleCards>('article-cards', { first: ON_FRONT }),
  ]);
  return (kit) => frontPage(sections, latest, kit);
}

async function latest(desk: Desk, query: URLSearchParams): Promise<Found> {
  const cards = await desk.ask<ArticleCards>('article-cards', page(query), 'articles');
  return (kit) => latestPage(cards, kit);
}

async function authors(desk: Desk, query: URLSearchParams): Promise<Found> {
  const answer = await desk.ask<AuthorPages>('author-pages', page(query), 'authors');
  return (kit) => authorsPage(answer, kit);
}

async function search(desk: Desk, query: URLSearchParams): Promise<Found> {
  const text = (query.get('q') ?? '').trim().slice(0, MAX_SEARCH_LENGTH).toWellFormed();
  if (text === '') return (kit) => searchPage('', null, kit);
  const { searchArticles } = await desk.ask<SearchResults>('search-results', { text, ...page(query) });
  return (kit) => searchPage(text, searchArticles, kit);
}

/** The pages that this site has beside those of its content. */
const OWN: Readonly<Record<string, Route>> = { '/': front, '/latest': latest, '/authors': authors, '/search': search };

/** @throws NoPage where `value` is null: what the path led to a moment ago is hidden now. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new NoPage(404);
  return value;
}

/** Whatever lives at a path of the content, old addresses included: the API knows. */
async function contentPage(path: string, desk: Desk, query: URLSearchParams): Promise<Found> {
  const { route, dontMiss } = await desk.ask<ArticlePageByPath>('article-page-by-path', { path }, 'route');
  switch (route?.__typename) {
    case 'Article':
      return (kit) => articlePage(route, dontMiss, kit);
    case 'Redirect':
      return route;
    case 'Gone':
      return (kit) => missingPage(410, kit, route.since);
    case 'Section': {
      const answer = await desk.ask<SectionPage>('section-page', { slug: route.slug, ...page(query) }, 'section');
      const section = present(answer.section);
      return (kit) => sectionPage(section, kit);
    }
    case 'Topic': {
      const answer = await desk.ask<TopicPage>('topic-page', { slug: route.slug, ...page(query) }, 'topic');
      const topic = present(answer.topic);
      return (kit) => topicPage(topic, route.path, kit);
    }
    case 'Author': {
      const answer = await desk.ask<AuthorPage>('author-page', { slug: route.slug, ...page(query) }, 'author');
      const author = present(answer.author);
      return (kit) => authorPage(author, kit);
    }
    default:
      // Also what a later version of the API may find at a path and this site does not know.
      throw new NoPage(404);
  }
}

/** Reads what the page at a path needs. @throws NoPage */
export function findPage(path: string, query: URLSearchParams, desk: Desk): Promise<Found> {
  const own = Object.hasOwn(OWN, path) ? OWN[path] : undefined;
  return own ? own(desk, query) : contentPage(path, desk, query);
}
