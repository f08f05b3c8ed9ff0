import type { Db } from 'mongodb';
import { globalId } from '#graphql/node.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import { hashText } from '#lib/hash.ts';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from '../_support/make/items.ts';
import type { AppFixture } from '../_support/use-app.ts';
import type { Listing } from './_walk.ts';

const TIMES = 12;
const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 1);

/** The nth of a few instants a minute apart, so that many rows share each. */
export function instant(index: number): Date {
  return new Date(START + (index % TIMES) * MINUTE);
}

/** Copies of a stored article under ids of their own; written past the writer, which would take minutes over thousands. */
export function copiesOf(template: ArticleDoc, from: number, count: number): readonly ArticleDoc[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const name = `copy-${String(number).padStart(5, '0')}`;
    return {
      ...template,
      _id: hashText(name),
      slug: name,
      path: `/news/${name}`,
      sourceKeys: [`ndjson:article:${name}`],
      publishedAt: instant(number * 7),
      updatedAt: instant(number * 5),
    };
  });
}

/**
 * 1,000 articles over twelve instants: all by `ada` and on `harbour`, every second one (`city`) below the section `news`, the others in it; a
 * collection of 50 picks and the rest; 150 authors and topics of whom three share each name but for case and accents.
 */
export async function writeThousand(fixture: AppFixture): Promise<void> {
  const named = Array.from({ length: 150 }, (_, index) => {
    const base = `Nadine ${String.fromCodePoint(97 + Math.floor(index / 6))}`;
    return { id: `n${index}`, name: [base, base.toUpperCase(), base.replace('a', 'á')][index % 3] ?? base };
  });
  await fixture.write([
    sectionItem({ id: 'news', slug: 'news' }),
    sectionItem({ id: 'city', slug: 'city', parent: 'news' }),
    authorItem({ id: 'ada', slug: 'ada', name: 'Ada Quill' }),
    topicItem({ id: 'harbour', slug: 'harbour', name: 'Harbour' }),
    ...named.map((one) => authorItem(one)),
    ...named.map((one) => topicItem(one)),
    // Everybody named needs an article to exist for readers.
    articleItem({
      id: 'names',
      slug: 'names',
      publishedAt: instant(3).toISOString(),
      authors: ['ada', ...named.slice(0, 99).map(({ id }) => id)],
    }),
    articleItem({
      id: 'more',
      slug: 'more',
      publishedAt: instant(4).toISOString(),
      authors: named.slice(99).map(({ id }) => id),
      topics: ['harbour', ...named.slice(0, 99).map(({ id }) => id)],
    }),
    articleItem({
      id: 'most',
      slug: 'most',
      publishedAt: instant(4).toISOString(),
      topics: named.slice(99).map(({ id }) => id),
    }),
    ...['in-news', 'in-city'].map((id, index) =>
      articleItem({
        id,
        slug: id,
        headline: `The ${index === 0 ? 'lighthouse' : 'lightship'} keeper writes home`,
        publishedAt: instant(index).toISOString(),
        authors: ['ada'],
        topics: ['harbour'],
        sections: [index === 0 ? 'news' : 'city'],
      }),
    ),
  ]);
  const articles = fixture.db.collection<ArticleDoc>('articles');
  const [news, city] = await Promise.all(['in-news', 'in-city'].map((slug) => articles.findOne({ slug })));
  if (!news || !city) throw new Error('the templates were not written');
  const copies = [...copiesOf(news, 0, 497), ...copiesOf(city, 497, 498)];
  for (let at = 0; at < copies.length; at += 250) await articles.insertMany(copies.slice(at, at + 250));
  await fixture.write([
    collectionItem({
      id: 'picked',
      slug: 'picked',
      picks: Array.from({ length: 50 }, (_, index) => copies[index * 19 + 3]?.slug ?? ''),
      fill: { sections: [], topics: [], kinds: [] },
    }),
    collectionItem({ id: 'few', slug: 'few', picks: copies.slice(0, 30).map(({ slug }) => slug), fill: null }),
  ]);
}

type Stored = ArticleDoc & { readonly nameKey: string };
type Compare = (a: Stored, b: Stored) => number;
const byId = (a: Stored, b: Stored): number => (a._id < b._id ? -1 : 1);
const ORDERS: Readonly<Record<string, Compare>> = {
  NEWEST: (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || -byId(a, b),
  OLDEST: (a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || byId(a, b),
  RECENTLY_UPDATED: (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || -byId(a, b),
};
const byName: Compare = (a, b) => (a.nameKey === b.nameKey ? byId(a, b) : a.nameKey < b.nameKey ? -1 : 1);

/** A list, whether it can be read from its end, and the ids it must hold, worked out from the stored rows alone. */
export interface Expected extends Listing {
  readonly backward: boolean;
  ids(db: Db): Promise<readonly string[]>;
}

async function idsIn(db: Db, type: string, filter: object, compare: Compare): Promise<readonly string[]> {
  const rows = await db.collection<Stored>(`${type.toLowerCase()}s`).find(filter).toArray();
  return rows.sort(compare).map(({ _id }) => globalId(type, _id));
}

async function idOf(db: Db, collection: string, slug: string): Promise<string> {
  const row = await db.collection<Stored>(collection).findOne({ slug });
  if (!row) throw new Error(`no ${slug} in ${collection}`);
  return row._id;
}

/** Every kind of list of articles in every order. */
export const articleLists: readonly Expected[] = Object.entries(ORDERS).flatMap(([order, compare]) => {
  const owned = (field: string, slug: string, property: string, more = ''): Expected => ({
    name: `${field}(${slug}).articles ${order} ${more}`.trim(),
    document: `${field}(by: { slug: "${slug}" }) { articles(orderBy: ${order}, ${more} %) PAGE }`,
    at: [field, 'articles'],
    backward: true,
    ids: async (db) => idsIn(db, 'Article', { [property]: await idOf(db, `${field}s`, slug) }, compare),
  });
  return [
    {
      name: `articles ${order}`,
      document: `articles(orderBy: ${order}, %) PAGE`,
      at: ['articles'],
      backward: true,
      ids: (db: Db) => idsIn(db, 'Article', {}, compare),
    },
    owned('author', 'ada', 'authorIds'),
    owned('topic', 'harbour', 'topicIds'),
    owned('section', 'news', 'sectionIds'),
    owned('section', 'news', 'ownSectionIds', 'includeDescendants: false,'),
  ];
});

const newest: Compare = (a, b) => ORDERS['NEWEST']?.(a, b) ?? 0;

/** A search; the copies of one text score alike, so the order is the newest first. */
export function searchFor(words: string, pattern: RegExp): Expected {
  return {
    name: `searchArticles(${words})`,
    document: `searchArticles(text: "${words}", %) PAGE`,
    at: ['searchArticles'],
    backward: false,
    ids: (db: Db) => idsIn(db, 'Article', { headline: pattern }, newest),
  };
}

/** Lists that are walked in one direction. */
export const forwardLists: readonly Expected[] = [
  ...['picked', 'few'].map((slug) => ({
    name: `collection(${slug}).articles`,
    document: `collection(by: { slug: "${slug}" }) { articles(%) PAGE }`,
    at: ['collection', 'articles'],
    backward: false,
    async ids(db: Db) {
      const found = await db.collection<{ pickIds: string[]; fill: object | null }>('collections').findOne({ slug });
      const picks = (found?.pickIds ?? []).map((id) => globalId('Article', id));
      const rest = found?.fill ? await idsIn(db, 'Article', {}, newest) : [];
      return [...picks, ...rest.filter((id) => !picks.includes(id))];
    },
  })),
  ...(['Author', 'Topic'] as const).map((type) => ({
    name: `${type.toLowerCase()}s`,
    document: `${type.toLowerCase()}s(%) PAGE`,
    at: [`${type.toLowerCase()}s`],
    backward: false,
    ids: (db: Db) => idsIn(db, type, {}, byName),
  })),
  searchFor('lighthouse', /lighthouse/),
];
