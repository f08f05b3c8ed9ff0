import { SlugReads } from '#content/slug-reads.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import type { ArticleList } from '#content/article/article.loader.ts';
import type { ArticleRepository, Branch } from '#content/article/article.repository.ts';
import type { Count, CountArgs, Page } from '#graphql/connection.ts';
import type { EntityReads } from '#graphql/entity-reads.ts';
import type { Rounds } from '#lib/rounds.ts';
import { ContentError } from '#errors.ts';
import type { ListRules } from '#content/named-reads.ts';
import type { CollectionDoc } from './collection.ts';
import { fillWhere, type CollectionCursors } from './collection.repository.ts';

/** A way in which an editor's page names a story; one of the three. */
export interface ArticleBy {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly path?: string | null | undefined;
}
/** What a collection's list is asked for by, beside `first` and `after`. */
export interface CollectionListArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly exclude?: readonly ArticleBy[] | null | undefined;
}

const MOST_COLLECTIONS = 200;
const MOST_EXCLUDED = 20;
const NEWEST = { by: 'publishedAt', direction: -1 } as const;

/** A request's reads of collections. */
export class CollectionReads extends SlugReads<CollectionDoc> {
  readonly rows: EntityReads<CollectionDoc>;
  readonly #all: (most: number) => Promise<readonly CollectionDoc[]>;

  constructor(
    rows: EntityReads<CollectionDoc>,
    rounds: Rounds,
    repository: {
      listBySlugs(slugs: readonly string[]): Promise<readonly CollectionDoc[]>;
      listAll(most: number): Promise<readonly CollectionDoc[]>;
    },
  ) {
    super(rows, rounds, (slugs) => repository.listBySlugs(slugs));
    this.rows = rows;
    this.#all = (most) => repository.listAll(most);
  }

  /** All, in editorial order. */
  async all(): Promise<readonly CollectionDoc[]> {
    const docs = this.rows.intern(await this.#all(MOST_COLLECTIONS));
    return docs.toSorted((a, b) => a.position - b.position || (a._id < b._id ? -1 : 1));
  }
}

interface Parts {
  readonly collections: EntityReads<CollectionDoc>;
  readonly articles: EntityReads<ArticleDoc>;
  readonly repository: Pick<ArticleRepository, 'branches' | 'count'>;
  readonly cursors: CollectionCursors;
  readonly rules: ListRules;
  /** Stored ids of stories that the reader already has; null for one that is not there. */
  readonly resolve: (by: ArticleBy) => Promise<string | null>;
}

/** The stories of collections: the picks that may be seen, then what the rule finds, newest first; no story twice, none that is excluded. */
export class CollectionPages {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One page for each list; all have equal arguments. Two reads whatever their number: the picks by id and the fills. */
  async pages(lists: readonly ArticleList[]): Promise<readonly (Page<ArticleDoc> | Error)[]> {
    const args: CollectionListArgs = lists[0]?.args ?? {};
    const { size, after } = this.#parts.rules.checkPage(args);
    const excluded = await this.#excluded(args);
    const wanted = await Promise.all(
      lists.map(async ({ parent }) => {
        const collection = await this.#parts.collections.byId(parent);
        const identity = `collection:${parent}:${this.#parts.rules.canonical(args.exclude ?? [])}`;
        const from = after === null ? null : this.#parts.cursors.parse(identity, after);
        return { collection, identity, from };
      }),
    );
    const readable = wanted.filter(({ from }) => !(from instanceof Error));
    const branches = readable.map(({ collection, from }) =>
      collection?.fill ? fillBranch(collection, excluded, from && 'key' in from ? from : null, size + 1) : null,
    );
    const [fills, picks] = await Promise.all([
      this.#fills(branches),
      this.#parts.articles.listsById(readable.map(({ collection }) => picksOf(collection, excluded))),
    ]);
    const pages = readable.map((one, index) => {
      const { collection, identity, from } = one;
      const start = from instanceof Error ? null : from;
      return this.#page({
        collection,
        identity,
        from: start,
        picks: picks[index] ?? [],
        fill: fills[index] ?? [],
        size,
        excluded,
      });
    });
    return wanted.map(({ from }) =>
      from instanceof Error ? from : (pages.shift() ?? new Error('a collection was not read')),
    );
  }

  /** How many stories each collection has that may be seen. */
  counts(lists: readonly ArticleList[], { mode, cap }: CountArgs): Promise<readonly (Count | Error)[]> {
    return Promise.all(
      lists.map(async ({ parent, args }): Promise<Count> => {
        const excluded = await this.#excluded(args);
        const collection = await this.#parts.collections.byId(parent);
        const picks = picksOf(collection, excluded);
        const [seen, filled] = await Promise.all([
          this.#parts.articles.listsById([picks]),
          collection?.fill
            ? this.#parts.repository.count(null, [fillWhere(collection, [...picks, ...excluded])], mode, cap)
            : { value: 0, precision: 'EXACT' as const },
        ]);
        const value = filled.value + (seen[0]?.length ?? 0);
        return mode === 'CAPPED' && value > cap
          ? { value: cap, precision: 'AT_LEAST' }
          : { value, precision: filled.precision };
      }),
    );
  }

  #page({
    collection,
    identity,
    from,
    picks,
    fill,
    size,
    excluded,
  }: {
    readonly collection: CollectionDoc | null;
    readonly identity: string;
    readonly from: Exclude<ReturnType<CollectionCursors['parse']>, Error> | null;
    readonly picks: readonly ArticleDoc[];
    readonly fill: readonly ArticleDoc[];
    readonly size: number;
    readonly excluded: readonly string[];
  }): Page<ArticleDoc> {
    const order = collection?.pickIds ?? [];
    const passed = from && 'pick' in from ? placeOf(order, from) : from ? order.length : -1;
    const ahead = picks.filter(({ _id }) => order.indexOf(_id) > passed);
    const rows = [...ahead, ...fill];
    return {
      rows: rows.slice(0, size),
      cursorOf: (row) => this.#parts.cursors.print(identity, order.indexOf(row._id), row),
      hasNextPage: async () => rows.length > size,
      hasPreviousPage: async () => {
        if (!from) return false;
        if (picks.some(({ _id }) => order.indexOf(_id) <= passed)) return true;
        if (!('key' in from) || !collection?.fill) return false;
        const branch = {
          ...fillBranch(collection, excluded, from, 1),
          order: { by: 'publishedAt', direction: 1 } as const,
          inclusive: true,
        };
        return ((await this.#parts.repository.branches([branch]))[0]?.length ?? 0) > 0;
      },
    };
  }

  async #fills(branches: readonly (Branch | null)[]): Promise<readonly (readonly ArticleDoc[])[]> {
    const rows = await this.#parts.repository.branches(branches.filter((branch) => branch !== null));
    let next = 0;
    return branches.map((branch) => (branch ? this.#parts.articles.intern(rows[next++] ?? []) : []));
  }

  async #excluded({ exclude }: CollectionListArgs): Promise<readonly string[]> {
    if (!exclude) return [];
    if (exclude.length > MOST_EXCLUDED) throw new ContentError('BAD_USER_INPUT', `exclude: at most ${MOST_EXCLUDED}`);
    const ids = await Promise.all(exclude.map((by) => this.#parts.resolve(by)));
    return ids.filter((id) => id !== null);
  }
}

function picksOf(collection: CollectionDoc | null, excluded: readonly string[]): readonly string[] {
  return [...new Set(collection?.pickIds)].filter((id) => !excluded.includes(id));
}

function fillBranch(
  collection: CollectionDoc,
  excluded: readonly string[],
  from: Branch['from'],
  limit: number,
): Branch {
  return { where: fillWhere(collection, [...collection.pickIds, ...excluded]), order: NEWEST, from, limit };
}

/** Where a pick's cursor stands now: at the pick, or where it stood if it is picked no longer. */
function placeOf(order: readonly string[], { pick, id }: { readonly pick: number; readonly id: string }): number {
  const place = order.indexOf(id);
  return place === -1 ? pick - 1 : place;
}
