import type { Db } from 'mongodb';
import { ArticleReads } from '#content/article/article.loader.ts';
import { ArticleRepository, type HeavyArticle } from '#content/article/article.repository.ts';
import { ArticleSearchReads } from '#content/article/article-search.loader.ts';
import { ArticleSearchRepository } from '#content/article/article-search.repository.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import type { AuthorDoc } from '#content/author/author.ts';
import { CollectionPages, CollectionReads, type ArticleBy } from '#content/collection/collection.loader.ts';
import { CollectionCursors } from '#content/collection/collection.repository.ts';
import type { CollectionDoc } from '#content/collection/collection.ts';
import { NamedReads, type ListRules } from '#content/named-reads.ts';
import { PathReads } from '#content/path/path.loader.ts';
import { PathRepository } from '#content/path/path.repository.ts';
import { SectionReads } from '#content/section/section.loader.ts';
import type { SectionDoc } from '#content/section/section.ts';
import type { CurrentSite } from '#content/site/site.ts';
import { termLookup } from '#content/slug-reads.ts';
import type { TopicDoc } from '#content/topic/topic.ts';
import { existsAt } from '#content/visibility.ts';
import { Batches, canonical } from '#graphql/batches.ts';
import { checkCap, checkPage } from '#graphql/connection.ts';
import type { Context } from '#graphql/context.ts';
import { EntityReads } from '#graphql/entity-reads.ts';
import { storedId } from '#graphql/node.ts';
import { Rounds } from '#lib/rounds.ts';
import { EntityRepository } from '#mongo/entity-repository.ts';
import { Reads, type BeforeRead, type Projection, type Traffic } from '#mongo/reads.ts';
import { NameReads } from '#related/names.loader.ts';
import { RelatedReads } from '#related/related.loader.ts';

/** 2 s: a command that takes longer is stopped by the database, and its part of the answer is TIMEOUT. */
const READ_MAX_MS = 2_000;
/** 10 s: a request that is not answered by then is given up by its caller, too. */
const REQUEST_MAX_MS = 10_000;
/** Whatever the document asks for: cursors are made of them. */
const SORT_KEYS: Projection = { _id: 1, publishedAt: 1, updatedAt: 1 };

interface RequestOptions {
  readonly db: Db;
  readonly requestId: string;
  readonly now: Date;
  readonly site: CurrentSite;
  readonly signal: AbortSignal;
  /** Milliseconds, from any start. */
  readonly clock: () => number;
  readonly beforeRead?: BeforeRead | undefined;
  /** Reading a property that was not projected throws: for tests. */
  readonly strictRows?: boolean | undefined;
}

/** A request's context and what it costs the database. */
export interface RequestContext extends Context {
  readonly requestId: string;
  readonly traffic: Traffic;
}

const rules: ListRules = { checkPage, checkCap, canonical };

/** Wires one request's reads together. Nothing is sent to the database here. */
export function createRequest(options: RequestOptions): RequestContext {
  const { db, requestId, now, site, signal, clock, beforeRead } = options;
  const rounds = new Rounds();
  const deadline = clock() + REQUEST_MAX_MS;
  const remainingMs = () => deadline - clock();
  const reads = new Reads({ db, rounds, requestId, maxTimeMs: READ_MAX_MS, remainingMs, signal, beforeRead });
  const selection: Context['selection'] = { needs: new Map() };
  const projectionOf = (collection: string): Projection =>
    Object.fromEntries([...(selection.needs.get(collection) ?? [])].map((property) => [property, 1 as const]));
  const light = () => ({ ...SORT_KEYS, ...projectionOf('articles') });
  const heavy = () => ({ _id: 1 as const, ...projectionOf('heavyArticles') });

  function entityReads<Doc extends { readonly _id: string }>(
    type: string,
    read: (ids: readonly string[]) => Promise<readonly Doc[]>,
  ): EntityReads<Doc> {
    return new EntityReads<Doc>(type, rounds, read, options.strictRows ? refuseUnprojected : undefined);
  }

  const seen = existsAt(now);
  const authorRepository = new EntityRepository<AuthorDoc>(reads, 'authors', seen);
  const topicRepository = new EntityRepository<TopicDoc>(reads, 'topics', seen);
  const sectionRepository = new EntityRepository<SectionDoc>(reads, 'sections');
  const collectionRepository = new EntityRepository<CollectionDoc>(reads, 'collections');
  const articleRepository = new ArticleRepository(reads, now, { light, heavy });

  const authors = new NamedReads(
    entityReads('Author', (ids) => authorRepository.listByIds(ids)),
    rounds,
    authorRepository,
    rules,
  );
  const topics = new NamedReads(
    entityReads('Topic', (ids) => topicRepository.listByIds(ids)),
    rounds,
    topicRepository,
    rules,
  );
  const sections = new SectionReads(
    entityReads('Section', (ids) => sectionRepository.listByIds(ids)),
    sectionRepository,
  );
  const collectionRows = entityReads('Collection', (ids) => collectionRepository.listByIds(ids));
  const collections = new CollectionReads(collectionRows, rounds, collectionRepository);
  const paths = new PathReads(new PathRepository(reads), rounds);

  const rows = entityReads<ArticleDoc>('Article', (ids) => articleRepository.listByIds(ids));
  const lookup = {
    section: termLookup(sections, (id) => storedId('Section', id)),
    topics: termLookup(topics, (id) => storedId('Topic', id)),
    authors: termLookup(authors, (id) => storedId('Author', id)),
    articleId: (id: string) => storedId('Article', id),
  };
  const resolve = async ({ id, slug, path }: ArticleBy): Promise<string | null> => {
    if (typeof slug === 'string') return (await articles.bySlug(slug))?._id ?? null;
    return typeof path === 'string' ? paths.currentId('article', path) : storedId('Article', id ?? '');
  };
  const articles: ArticleReads = new ArticleReads({
    rows,
    heavy: entityReads<HeavyArticle>('HeavyArticle', (ids) => articleRepository.listHeavyByIds(ids)),
    rounds,
    repository: articleRepository,
    lookup,
    rules,
    collections: new CollectionPages({
      collections: collectionRows,
      articles: rows,
      repository: articleRepository,
      cursors: new CollectionCursors(),
      rules,
      resolve,
    }),
  });
  const search = new ArticleSearchReads({
    rows,
    repository: new ArticleSearchRepository(reads, now, light),
    lookup,
    rules,
  });
  const related = new RelatedReads(reads);

  const batches = new Batches();
  return {
    requestId,
    rounds,
    batches,
    selection,
    now,
    site,
    articles,
    search,
    authors,
    topics,
    sections,
    collections,
    paths,
    related,
    relatedNames: new NameReads(reads, now),
    traffic: reads.traffic,
  };
}

/** Under a projection an absent property reads as undefined, and a wrong answer would look like a right one. */
function refuseUnprojected<Doc extends object>(row: Doc): Doc {
  return new Proxy(row, {
    get(target, property, receiver) {
      if (typeof property === 'string' && !(property in target) && property !== 'then' && property !== 'toJSON')
        throw new TypeError(`${property} was read and not projected: declare it in needs`);
      return Reflect.get(target, property, receiver);
    },
  });
}
