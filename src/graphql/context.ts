import type { ArticleReads } from '#content/article/article.loader.ts';
import type { ArticleSearchReads } from '#content/article/article-search.loader.ts';
import type { AuthorReads } from '#content/author/author.loader.ts';
import type { CollectionReads } from '#content/collection/collection.loader.ts';
import type { PathReads } from '#content/path/path.loader.ts';
import type { SectionReads } from '#content/section/section.loader.ts';
import type { CurrentSite } from '#content/site/site.ts';
import type { TopicReads } from '#content/topic/topic.loader.ts';
import type { Rounds } from '#lib/rounds.ts';
import type { NameReads } from '#related/names.loader.ts';
import type { RelatedReads } from '#related/related.loader.ts';
import type { Batches } from './batches.ts';
import type { Needs } from './selection.ts';

/** What a load function may use: reads by meaning, never a database handle. One object per request. */
export interface Context {
  readonly rounds: Rounds;
  readonly batches: Batches;
  /** A slot that execution fills, since Yoga copies what a context factory returns: what the document needs of each collection. */
  readonly selection: { needs: Needs };
  /** The request's one instant: who sees what is judged by it alone. */
  readonly now: Date;
  readonly site: CurrentSite;
  readonly articles: ArticleReads;
  readonly search: ArticleSearchReads;
  readonly authors: AuthorReads;
  readonly topics: TopicReads;
  readonly sections: SectionReads;
  readonly collections: CollectionReads;
  readonly paths: PathReads;
  readonly related: RelatedReads;
  readonly relatedNames: NameReads;
}
