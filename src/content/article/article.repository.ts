import type { Document, Filter } from 'mongodb';
import { visibleAt, visibleInterval } from '#content/visibility.ts';
import { ContentError } from '#errors.ts';
import { countBy, countRows, limited, type Counted } from '#mongo/entity-repository.ts';
import { behind, reversed, sortOf, type Order, type Position } from '#mongo/keyset.ts';
import { allOf } from '#mongo/match.ts';
import { firstPage, readPage, type KeysetPage, type KeysetRequest } from '#mongo/page.ts';
import type { Projection, Reads } from '#mongo/reads.ts';
import type { ArticleDoc, HeavyProperty } from './article.ts';

export type HeavyArticle = Pick<ArticleDoc, '_id' | HeavyProperty>;
/** Whose articles a list holds; null: the site's. `by` is an array property, so that one row may stand in many lists. */
export interface Scope {
  readonly by: 'authorIds' | 'topicIds' | 'sectionIds' | 'ownSectionIds';
  readonly id: string;
}
export type Conditions = readonly Filter<Document>[];
/** One bounded list among several that are read with one command. */
export interface Branch {
  readonly where: Filter<Document>;
  readonly order: Order;
  /** Rows behind this place alone; null: from the start. */
  readonly from: Position | null;
  /** True: the row that stands at `from`, too. */
  readonly inclusive?: boolean;
  readonly limit: number;
}

const COLLECTION = 'articles';
/** One command carries at most so many ids; a document that could ask for more is refused before. */
const MOST_IDS = 5_000;
/** A server bounds the stages of a pipeline (1,000 in MongoDB 7 and 8); each branch is one. */
const MOST_BRANCHES = 900;

/** Every query on articles on a reader's behalf: projected to what the document needs, and under the rule of visibility. */
export class ArticleRepository {
  readonly #reads: Reads;
  readonly #visible: Filter<Document>;
  readonly #now: Date;
  readonly #projection: () => Projection;
  readonly #heavyProjection: () => Projection;

  /** The projections are asked for at each read, because the document is known only after the repository exists. */
  constructor(
    reads: Reads,
    now: Date,
    projections: { readonly light: () => Projection; readonly heavy: () => Projection },
  ) {
    this.#reads = reads;
    this.#now = now;
    this.#visible = visibleAt(now);
    this.#projection = projections.light;
    this.#heavyProjection = projections.heavy;
  }

  /** In any order. */
  listByIds(ids: readonly string[]): Promise<readonly ArticleDoc[]> {
    return this.#list({ _id: { $in: [...ids] } as never }, ids.length, this.#projection());
  }

  listBySlugs(slugs: readonly string[]): Promise<readonly ArticleDoc[]> {
    return this.#list({ slug: { $in: [...slugs] } }, slugs.length, this.#projection());
  }

  /** What is too big for lists, in any order. */
  listHeavyByIds(ids: readonly string[]): Promise<readonly HeavyArticle[]> {
    return this.#list({ _id: { $in: [...ids] } as never }, ids.length, this.#heavyProjection());
  }

  /** One page of one list; `identity` is what its cursors are bound to, which is checked even where nothing can meet the conditions (null). */
  page(
    list: {
      readonly identity: string;
      readonly order: Order;
      readonly scope: Scope | null;
      readonly where: Conditions | null;
    },
    request: KeysetRequest,
  ): Promise<KeysetPage<ArticleDoc>> {
    const { identity, order, scope, where } = list;
    const read = async (more: Conditions, inOrder: Order, limit: number) =>
      where === null
        ? []
        : this.#reads.find<ArticleDoc>(COLLECTION, allOf(...scoped(scope), this.#visible, ...where, ...more), {
            sort: sortOf(inOrder),
            limit,
            projection: this.#projection(),
          });
    return readPage({ identity, order, read }, request);
  }

  /** The first (or last) page of many lists that differ only by their parent, with one command: an index-bounded look-up per parent. */
  async pagesByParent(
    by: Scope['by'],
    parents: readonly { readonly id: string; readonly identity: string }[],
    { order, where }: { readonly order: Order; readonly where: Conditions },
    request: KeysetRequest,
  ): Promise<readonly KeysetPage<ArticleDoc>[]> {
    const limit = request.size + 1;
    const inOrder = request.backward ? reversed(order) : order;
    const rows = await this.#lookUp<ArticleDoc>(
      by,
      parents.map(({ id }) => id),
      limit,
      [
        { $match: allOf(this.#visible, ...where) },
        { $sort: sortOf(inOrder) },
        { $limit: limit },
        { $project: this.#projection() },
      ],
    );
    return parents.map(({ id, identity }) => firstPage({ identity, order }, rows.get(id) ?? [], request));
  }

  count(scope: Scope | null, where: Conditions, mode: 'CAPPED' | 'EXACT', cap: number): Promise<Counted> {
    return countRows(this.#reads, COLLECTION, allOf(...scoped(scope), this.#visible, ...where), mode, cap);
  }

  /** Counts of many lists that differ only by their parent, with one command (two where EXACT takes too long). */
  countsByParent(
    by: Scope['by'],
    parents: readonly string[],
    where: Conditions,
    mode: 'CAPPED' | 'EXACT',
    cap: number,
  ): Promise<readonly Counted[]> {
    return countBy(mode, cap, async (limit, maxTimeMs) => {
      const stages = [{ $match: allOf(this.#visible, ...where) }, ...limited(limit), { $count: 'value' }];
      const rows = await this.#lookUp<{ readonly value: number }>(by, parents, 1, stages, maxTimeMs);
      return parents.map((id) => rows.get(id)?.[0]?.value ?? 0);
    });
  }

  /** The rows of each branch, in its order, with one command. */
  async branches(branches: readonly Branch[]): Promise<readonly (readonly ArticleDoc[])[]> {
    if (branches.length === 0) return [];
    if (branches.length > MOST_BRANCHES)
      throw new ContentError('TOO_COMPLEX', `at most ${MOST_BRANCHES} different neighbours or latest lists at once`);
    const [first = [], ...rest] = branches.map((branch, index) => this.#branchStages(branch, index));
    const pipeline = [...first, ...rest.map((stages) => ({ $unionWith: { coll: COLLECTION, pipeline: stages } }))];
    const limit = branches.reduce((sum, branch) => sum + branch.limit, 0);
    const rows = await this.#reads.aggregate<Document & { readonly branch: number; readonly row: ArticleDoc }>(
      COLLECTION,
      pipeline,
      { limit },
    );
    const byBranch = Map.groupBy(rows, ({ branch }) => branch);
    return branches.map((_, index) => (byBranch.get(index) ?? []).map(({ row }) => row));
  }

  /** Since when a hidden article is gone: undefined where it never was to be seen (or is visible), null where the time is not known. */
  async goneSince(id: string): Promise<Date | null | undefined> {
    type Row = Pick<ArticleDoc, '_id' | 'status' | 'publishedAt' | 'expiresAt' | 'hiddenSince' | 'wasVisible'>;
    const projection = { status: 1, publishedAt: 1, expiresAt: 1, hiddenSince: 1, wasVisible: 1 } as const;
    const [row] = await this.#reads.find<Row>(COLLECTION, { _id: id as never }, { projection, limit: 1 });
    if (!row) return undefined;
    const visible = visibleInterval(row);
    if (visible && visible.from <= this.#now)
      return visible.to < this.#now ? (row.hiddenSince ?? visible.to) : undefined;
    return row.wasVisible ? row.hiddenSince : undefined;
  }

  #list<Row extends Document>(where: Filter<Document>, limit: number, projection: Projection): Promise<readonly Row[]> {
    if (limit > MOST_IDS) throw new ContentError('TOO_COMPLEX', `at most ${MOST_IDS} articles at once`);
    return this.#reads.find<Row>(COLLECTION, allOf(where, this.#visible), { projection, limit });
  }

  #branchStages({ where, order, from, inclusive, limit }: Branch, index: number): Document[] {
    return [
      { $match: allOf(where, this.#visible, from && behind(order, from, inclusive)) },
      { $sort: sortOf(order) },
      { $limit: limit },
      { $project: this.#projection() },
      { $project: { _id: 0, branch: { $literal: index }, row: '$$ROOT' } },
    ];
  }

  async #lookUp<Row>(
    by: string,
    parents: readonly string[],
    limit: number,
    pipeline: Document[],
    maxTimeMs?: number,
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const stages = [
      { $documents: parents.map((_id) => ({ _id: { $literal: _id } })) },
      { $lookup: { from: COLLECTION, localField: '_id', foreignField: by, pipeline, as: 'row' } },
      { $unwind: '$row' }, // one reply row each, so that no document grows to the limit of 16 MB
    ];
    const rows = await this.#reads.aggregate<{ readonly _id: string; readonly row: Row }>(null, stages, {
      limit: parents.length * limit,
      maxTimeMs,
    });
    return new Map([...Map.groupBy(rows, ({ _id }) => _id)].map(([id, group]) => [id, group.map(({ row }) => row)]));
  }
}

function scoped(scope: Scope | null): Conditions {
  return scope ? [{ [scope.by]: scope.id }] : [];
}
