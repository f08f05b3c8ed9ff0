import SchemaBuilder from '@pothos/core';
import type { Document, Filter } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { excerptOf } from '#content/article/excerpt.ts';
import { highlightsOf } from '#content/article/highlight.ts';
import { neighbourhood, type NeighbourScope } from '#content/article/neighbours.ts';
import type { AuthorDoc } from '#content/author/author.ts';
import type { CollectionDoc } from '#content/collection/collection.ts';
import { fillWhere } from '#content/collection/collection.repository.ts';
import { normalisePath } from '#content/path/path.ts';
import type { SectionDoc } from '#content/section/section.ts';
import { absolute } from '#content/site/site.ts';
import type { ImageDoc } from '#content/stored.ts';
import type { TopicDoc } from '#content/topic/topic.ts';
import { existsAt, visibleAt } from '#content/visibility.ts';
import { globalId } from '#graphql/node.ts';
import { countOf, loadAll, NEWEST, pageOf, type PlainContext, type PlainPage } from './plain-data.ts';
import { relatedOf, type PlainRelated } from './plain-related.ts';

/** The promised operations' part of the schema, written as one writes it without our helpers: a resolver per field. */
export const builder = new SchemaBuilder<{
  Context: PlainContext;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    Locale: { Input: string; Output: string };
  };
}>({});
builder.scalarType('DateTime', {
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(String(value)),
});
builder.scalarType('URL', { serialize: String });
builder.scalarType('Locale', { serialize: String });

export const Image = builder.objectRef<ImageDoc>('Image').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.field({ type: 'URL', resolve: ({ url }, _args, { site }) => absolute(site, url) }),
    alt: t.exposeString('alt'),
    caption: t.exposeString('caption'),
    credit: t.exposeString('credit'),
    width: t.exposeInt('width'),
    height: t.exposeInt('height'),
  }),
});

const PageInfo = builder.objectRef<PlainPage<Document>>('PageInfo').implement({
  fields: (t) => ({ hasNextPage: t.exposeBoolean('hasNextPage'), endCursor: t.exposeString('endCursor') }),
});
const Count = builder.objectRef<{ readonly value: number; readonly precision: string }>('Count').implement({
  fields: (t) => ({ value: t.exposeInt('value'), precision: t.exposeString('precision') }),
});

export const Article = builder.objectRef<ArticleDoc>('Article');
const Author = builder.objectRef<AuthorDoc>('Author');
const Topic = builder.objectRef<TopicDoc>('Topic');
const Section = builder.objectRef<SectionDoc>('Section');
const Collection = builder.objectRef<CollectionDoc>('Collection');

const ArticleConnection = builder.objectRef<PlainPage<ArticleDoc>>('ArticleConnection').implement({
  fields: (t) => ({
    nodes: t.field({ type: [Article], resolve: ({ rows }) => [...rows] }),
    pageInfo: t.field({ type: PageInfo, resolve: (page) => page as PlainPage<Document> }),
    totalCount: t.field({ type: Count, resolve: ({ where }, _args, context) => countOf(context, where) }),
  }),
});
const AuthorConnection = builder.objectRef<PlainPage<AuthorDoc>>('AuthorConnection').implement({
  fields: (t) => ({
    nodes: t.field({ type: [Author], resolve: ({ rows }) => [...rows] }),
    pageInfo: t.field({ type: PageInfo, resolve: (page) => page as PlainPage<Document> }),
  }),
});

const TimeRange = builder.inputType('TimeRange', {
  fields: (t) => ({ from: t.field({ type: 'DateTime' }), to: t.field({ type: 'DateTime' }) }),
});
const ArticleFilter = builder.inputType('ArticleFilter', {
  fields: (t) => ({ updatedAt: t.field({ type: TimeRange }) }),
});
const ArticleOrder = builder.enumType('ArticleOrder', { values: ['NEWEST', 'OLDEST', 'RECENTLY_UPDATED'] as const });
const Scope = builder.enumType('NeighbourScope', { values: ['SITE', 'SECTION', 'TOPIC', 'AUTHOR'] as const });
const byInput = (name: string) =>
  builder.inputType(name, {
    isOneOf: true,
    fields: (t) => ({ id: t.id(), slug: t.string(), path: t.string() }),
  });
const ArticleBy = byInput('ArticleBy');
const TopicBy = byInput('TopicBy');
const CollectionBy = byInput('CollectionBy');

const articlesWhere = (context: PlainContext, where: Filter<Document>, args: Parameters<typeof pageOf>[4]) =>
  pageOf<ArticleDoc>(context, 'articles', { ...where, ...visibleAt(context.now) }, NEWEST, args);

builder.objectType(Author, {
  fields: (t) => ({
    id: t.id({ resolve: ({ _id }) => globalId('Author', _id) }),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    path: t.exposeString('path'),
    bio: t.exposeString('bio'),
    jobTitle: t.exposeString('jobTitle'),
    image: t.expose('image', { type: Image }),
    articles: t.field({
      type: ArticleConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: ({ _id }, args, context) => articlesWhere(context, { authorIds: _id }, args),
    }),
  }),
});
builder.objectType(Topic, {
  fields: (t) => ({
    id: t.id({ resolve: ({ _id }) => globalId('Topic', _id) }),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    path: t.exposeString('path'),
    topicKind: t.exposeString('topicKind'),
    description: t.exposeString('description'),
    articles: t.field({
      type: ArticleConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: ({ _id }, args, context) => articlesWhere(context, { topicIds: _id }, args),
    }),
  }),
});
const childrenOf = ({ db }: PlainContext, parentId: string | null) =>
  db.collection('sections').find<SectionDoc>({ parentId }).sort({ position: 1, name: 1, _id: 1 }).toArray();
builder.objectType(Section, {
  fields: (t) => ({
    id: t.id({ resolve: ({ _id }) => globalId('Section', _id) }),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    path: t.exposeString('path'),
    description: t.exposeString('description'),
    children: t.field({ type: [Section], resolve: ({ _id }, _args, context) => childrenOf(context, _id) }),
    articles: t.field({
      type: ArticleConnection,
      args: { first: t.arg.int() },
      resolve: ({ _id }, args, context) => articlesWhere(context, { sectionIds: _id }, args),
    }),
  }),
});
builder.objectType(Collection, {
  fields: (t) => ({
    id: t.id({ resolve: ({ _id }) => globalId('Collection', _id) }),
    slug: t.exposeString('slug'),
    description: t.exposeString('description'),
    title: t.exposeString('title'),
    articles: t.field({
      type: ArticleConnection,
      args: { first: t.arg.int({ required: true }), exclude: t.arg({ type: [ArticleBy] }) },
      resolve: async (collection, { first, exclude }, context): Promise<PlainPage<ArticleDoc>> => {
        const excluded = (await Promise.all((exclude ?? []).map((by) => articleBy(by, context)))).map(
          (one) => one?._id,
        );
        const picks = await loadAll(
          context.articles,
          collection.pickIds.filter((id) => !excluded.includes(id)),
        );
        const shown = [...collection.pickIds, ...excluded.filter((id) => id !== undefined)];
        const page = await articlesWhere(context, fillWhere(collection, shown), { first });
        const rows = [...picks, ...page.rows].slice(0, first);
        return { ...page, rows };
      },
    }),
  }),
});

const Related = builder.objectRef<PlainRelated>('RelatedArticle').implement({
  fields: (t) => ({
    score: t.exposeFloat('score'),
    reasons: t.expose('reasons', {
      type: [
        builder.objectRef<{ readonly kind: string; readonly label: string }>('RelatedReason').implement({
          fields: (r) => ({ kind: r.exposeString('kind'), label: r.exposeString('label') }),
        }),
      ],
    }),
    article: t.expose('article', { type: Article }),
  }),
});
const ReadingTime = builder.objectRef<{ readonly minutes: number }>('ReadingTime').implement({
  fields: (t) => ({
    minutes: t.exposeInt('minutes'),
    iso: t.string({ resolve: ({ minutes }) => `PT${minutes}M` }),
  }),
});
const Seo = builder.objectRef<ArticleDoc>('Seo').implement({
  fields: (t) => ({
    title: t.string({ resolve: ({ seoTitle, headline }) => seoTitle ?? headline }),
    description: t.string({
      resolve: ({ seoDescription, lead, lang }) =>
        seoDescription ?? excerptOf(lead, lang, { length: 160, unit: 'CHARACTERS', ellipsis: '…' }),
    }),
    noindex: t.exposeBoolean('noindex'),
  }),
});

async function neighbour(article: ArticleDoc, direction: 1 | -1, { db, now }: PlainContext) {
  const { publishedAt, _id, lang } = article;
  const than = direction === 1 ? '$gt' : '$lt';
  return db.collection('articles').findOne<ArticleDoc>(
    {
      $and: [
        { lang, ...visibleAt(now) },
        { publishedAt: { [`${than}e`]: publishedAt } },
        { $or: [{ publishedAt: { [than]: publishedAt } }, { _id: { [than]: _id as never } }] },
      ],
    },
    { sort: { publishedAt: direction, _id: direction } },
  );
}

async function latestOf(article: ArticleDoc, scope: NeighbourScope, first: number, context: PlainContext) {
  const where = neighbourhood(article, scope);
  if (!where) return [];
  const { rows } = await articlesWhere(context, where, { first: first + 1 });
  return rows.filter(({ _id }) => _id !== article._id).slice(0, first);
}

async function breadcrumbsOf(id: string | null, { sections }: PlainContext): Promise<readonly SectionDoc[]> {
  const section = id === null ? null : await sections.load(id);
  return section ? [...(await breadcrumbsOf(section.parentId, { sections } as PlainContext)), section] : [];
}

builder.objectType(Article, {
  fields: (t) => ({
    id: t.id({ resolve: ({ _id }) => globalId('Article', _id) }),
    slug: t.exposeString('slug'),
    path: t.exposeString('path'),
    canonicalUrl: t.field({
      type: 'URL',
      resolve: ({ canonicalUrl, path }, _args, { site }) => absolute(site, canonicalUrl ?? path),
    }),
    locale: t.expose('locale', { type: 'Locale' }),
    kind: t.exposeString('kind'),
    kicker: t.exposeString('kicker'),
    headline: t.exposeString('headline'),
    standfirst: t.exposeString('standfirst'),
    creditLine: t.exposeString('creditLine'),
    byline: t.exposeString('byline'),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    excerpt: t.string({
      args: { length: t.arg.int() },
      resolve: ({ lead, lang }, { length }) => excerptOf(lead, lang, { length, unit: 'WORDS', ellipsis: '…' }),
    }),
    readingTime: t.field({
      type: ReadingTime,
      resolve: ({ wordCount }) => ({ minutes: Math.max(1, Math.round(wordCount / 230)) }),
    }),
    leadImage: t.expose('leadImage', { type: Image }),
    authors: t.field({
      type: [Author],
      resolve: ({ authorIds }, _args, { authors }) => loadAll(authors, authorIds),
    }),
    topics: t.field({ type: [Topic], resolve: ({ topicIds }, _args, { topics }) => loadAll(topics, topicIds) }),
    section: t.field({
      type: Section,
      resolve: ({ mainSectionId }, _args, { sections }) =>
        mainSectionId === null ? null : sections.load(mainSectionId),
    }),
    breadcrumbs: t.field({
      type: [Section],
      resolve: ({ mainSectionId }, _args, context) => breadcrumbsOf(mainSectionId, context),
    }),
    previous: t.field({ type: Article, resolve: (article, _args, context) => neighbour(article, -1, context) }),
    next: t.field({ type: Article, resolve: (article, _args, context) => neighbour(article, 1, context) }),
    latest: t.field({
      type: [Article],
      args: { scope: t.arg({ type: Scope, required: true }), first: t.arg.int({ required: true }) },
      resolve: (article, { scope, first }, context) => latestOf(article, scope, first, context),
    }),
    related: t.field({
      type: [Related],
      args: { first: t.arg.int({ required: true }) },
      resolve: (article, { first }, context) => relatedOf(article, first, context),
    }),
    seo: t.field({ type: Seo, resolve: (article) => article }),
  }),
});

interface Hit {
  readonly row: ArticleDoc & { readonly score: number };
  readonly text: string;
}
const Highlight = builder.objectRef<ReturnType<typeof highlightsOf>[number]>('Highlight').implement({
  fields: (t) => ({ field: t.exposeString('field'), html: t.exposeString('html') }),
});
const SearchEdge = builder.objectRef<Hit>('ArticleSearchEdge').implement({
  fields: (t) => ({
    score: t.float({ resolve: ({ row }) => row.score }),
    node: t.field({ type: Article, resolve: ({ row }) => row }),
    highlights: t.field({
      type: [Highlight],
      resolve: ({ row: { headline, standfirst, searchText }, text }) => [
        ...highlightsOf(text, { headline, standfirst, body: searchText }),
      ],
    }),
  }),
});
const SearchConnection = builder
  .objectRef<PlainPage<ArticleDoc & { readonly score: number }> & { readonly text: string }>('ArticleSearchConnection')
  .implement({
    fields: (t) => ({
      edges: t.field({ type: [SearchEdge], resolve: ({ rows, text }) => rows.map((row) => ({ row, text })) }),
      pageInfo: t.field({ type: PageInfo, resolve: (page) => page as PlainPage<Document> }),
      totalCount: t.field({ type: Count, resolve: ({ where }, _args, context) => countOf(context, where) }),
    }),
  });

async function search(text: string, first: number, { db, now }: PlainContext) {
  const where = { $text: { $search: text }, ...visibleAt(now) };
  const rows = await db
    .collection('articles')
    .find<ArticleDoc & { readonly score: number }>(where, { projection: { score: { $meta: 'textScore' } } })
    .sort({ score: { $meta: 'textScore' }, publishedAt: -1, _id: -1 })
    .limit(first + 1)
    .toArray();
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, endCursor: 'x', where, text };
}

interface By {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly path?: string | null | undefined;
}
async function articleBy({ slug, path }: By, { articles, articlesBySlug, paths }: PlainContext) {
  if (typeof slug === 'string') return articlesBySlug.load(slug);
  const row = typeof path === 'string' ? await paths.load(normalisePath(path) ?? '') : null;
  return row && 'id' in row && row.type === 'article' && row.current ? articles.load(row.id) : null;
}

const Redirect = builder.objectRef<{ readonly to: string; readonly permanent: boolean }>('Redirect').implement({
  fields: (t) => ({ to: t.exposeString('to'), permanent: t.exposeBoolean('permanent') }),
});
const Gone = builder.objectRef<{ readonly since: Date | null }>('Gone').implement({
  fields: (t) => ({ since: t.expose('since', { type: 'DateTime' }) }),
});
const Route = builder.unionType('Route', {
  types: [Article, Author, Topic, Section, Redirect, Gone],
  // Only addresses of articles are asked for in the bench.
  resolveType: () => Article,
});

builder.queryType({
  fields: (t) => ({
    article: t.field({
      type: Article,
      args: { by: t.arg({ type: ArticleBy, required: true }) },
      resolve: (_root, { by }, context) => articleBy(by, context),
    }),
    route: t.field({
      type: Route,
      args: { path: t.arg.string({ required: true }) },
      resolve: (_root, { path }, context) => articleBy({ path }, context),
    }),
    articles: t.field({
      type: ArticleConnection,
      args: {
        filter: t.arg({ type: ArticleFilter }),
        orderBy: t.arg({ type: ArticleOrder }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: (_root, { filter, orderBy, ...page }, context) => {
        const { from, to } = filter?.updatedAt ?? {};
        const range = { ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) };
        const where = { ...(from || to ? { updatedAt: range } : {}), ...visibleAt(context.now) };
        const order = orderBy === 'RECENTLY_UPDATED' ? ({ by: 'updatedAt', direction: -1 } as const) : NEWEST;
        return pageOf<ArticleDoc>(context, 'articles', where, order, page);
      },
    }),
    authors: t.field({
      type: AuthorConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: (_root, args, context) =>
        pageOf<AuthorDoc>(context, 'authors', existsAt(context.now), { by: 'nameKey', direction: 1 }, args),
    }),
    topic: t.field({
      type: Topic,
      args: { by: t.arg({ type: TopicBy, required: true }) },
      resolve: (_root, { by }, { topicsBySlug }) => topicsBySlug.load(by.slug ?? ''),
    }),
    sections: t.field({ type: [Section], resolve: (_root, _args, context) => childrenOf(context, null) }),
    collection: t.field({
      type: Collection,
      args: { by: t.arg({ type: CollectionBy, required: true }) },
      resolve: (_root, { by }, { collectionsBySlug }) => collectionsBySlug.load(by.slug ?? ''),
    }),
    searchArticles: t.field({
      type: SearchConnection,
      args: { text: t.arg.string({ required: true }), first: t.arg.int(), after: t.arg.string() },
      resolve: (_root, { text, first }, context) => search(text, first ?? 20, context),
    }),
  }),
});
