import type { Db } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { visibleAt } from '#content/visibility.ts';
import { operation } from '../_support/operations.ts';
import { createConnection } from './load.ts';
import { quantile } from './measure.ts';

/** A request of the bench. */
export interface Case {
  readonly operation: string;
  readonly body: string;
}

/** A request that could be one of the bench's, and how many objects its answer holds. */
interface Candidate extends Case {
  readonly objects: number;
}

/** Different requests of each operation: no answer is asked for twice in a row. */
const VARIANTS = 12;
/** Candidates of each operation; authors have many pages that hardly differ from newsroom to newsroom, and few that do not. */
const CANDIDATES = 40;
const AUTHOR_PAGES = 200;

const DAY_MS = 86_400_000;

/** What readers of this newsroom could ask for of these operations (null: of all), with the gateway's own answers to it. */
export async function candidatesOf(db: Db, url: string, only: readonly string[] | null): Promise<readonly Candidate[]> {
  const now = new Date();
  const newest = await db
    .collection<ArticleDoc>('articles')
    .find({ ...visibleAt(now), lang: 'en', 'topicIds.1': { $exists: true } })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(10 * CANDIDATES)
    .toArray();
  if (newest.length < VARIANTS) throw new Error('the newsroom is too small to be measured');
  const articles = newest.filter((_, at) => at % Math.ceil(newest.length / CANDIDATES) === 0);
  const topics = await db
    .collection<{ readonly _id: string; readonly slug: string }>('topics')
    .find({ _id: { $in: articles.flatMap(({ topicIds }) => topicIds[0] ?? []) } })
    .toArray();
  const single = [
    ...articles.flatMap(({ slug, path, headline }) => [
      request('article-page', { slug }),
      request('article-page-by-path', { path }),
      request('search-results', { text: wordsOf(headline), first: 20 }),
    ]),
    ...topics.map(({ slug }) => request('topic-page', { slug, first: 20 })),
    ...Array.from({ length: VARIANTS }, () => request('section-front', {})),
  ];
  const isWanted = (name: string): boolean => only?.includes(name) ?? true;
  const connection = createConnection();
  const ask = async (one: Case) => {
    const { data } = JSON.parse((await connection.send(`${url}/graphql`, one.body)).body.toString());
    return { data, candidate: { ...one, objects: objectsIn(data) } };
  };
  const pagesOf = async (name: string, list: string, variables: object, most: number) => {
    const found: Candidate[] = [];
    for (let after: string | null = null; isWanted(name) && found.length < most;) {
      const { data, candidate } = await ask(request(name, { ...variables, after }));
      const { hasNextPage, endCursor } = data[list].pageInfo;
      // The last page may be a short one.
      if (!hasNextPage) break;
      found.push(candidate);
      after = endCursor;
    }
    return found;
  };
  try {
    const since = new Date(now.getTime() - 10 * DAY_MS).toISOString();
    const asked: Candidate[] = [
      ...(await pagesOf('article-cards', 'articles', { first: 20 }, CANDIDATES)),
      ...(await pagesOf('author-pages', 'authors', { first: 20 }, AUTHOR_PAGES)),
      ...(await pagesOf('latest-feed', 'articles', { first: 50, since }, CANDIDATES)),
    ];
    for (const one of single) if (isWanted(one.operation)) asked.push((await ask(one)).candidate);
    return asked;
  } finally {
    connection.close();
  }
}

/**
 * The same number of requests from each newsroom, such that an operation's answers hold about as many objects in all of them: what a larger
 * newsroom costs is then not what a longer answer costs. Authors of a newsroom with ten times the articles have more of them, for one.
 */
export function alike(newsrooms: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const operations = new Set(newsrooms.flat().map((one) => one.operation));
  const chosen = [...operations].map((name) => {
    const all = newsrooms.map((candidates) => candidates.filter((one) => one.operation === name));
    const medians = all.map((some) =>
      quantile(
        some.map(({ objects }) => objects),
        0.5,
      ),
    );
    const wanted = medians.reduce((sum, median) => sum + median, 0) / medians.length;
    const distance = ({ objects }: Candidate): number => Math.abs(objects - wanted);
    return all.map((some) => some.toSorted((a, b) => distance(a) - distance(b)).slice(0, VARIANTS));
  });
  return newsrooms.map((_, at) => chosen.flatMap((all) => all[at] ?? []));
}

/** Of an answer, lists aside. */
export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Object.values(value).reduce((sum: number, one: unknown) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? within : within + 1;
}

/** What somebody types who looks for a story: the two longest words of its headline. */
function wordsOf(headline: string): string {
  const words = headline.match(/\p{L}+/gu) ?? [];
  return words
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 2)
    .join(' ');
}

function request(name: string, variables: object): Case {
  return { operation: name, body: JSON.stringify({ query: operation(name), variables }) };
}
