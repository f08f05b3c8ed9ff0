import { eachOrError, type ListRules } from '#content/named-reads.ts';
import { SlugReads } from '#content/slug-reads.ts';
import type { Count, CountArgs, List, Page, PageArgs, PageRequest } from '#graphql/connection.ts';
import type { EntityReads } from '#graphql/entity-reads.ts';
import type { Rounds } from '#lib/rounds.ts';
import { conditionsOf, type ArticleFilter, type FilterLookup } from './article-filter.ts';
import type { ArticleDoc } from './article.ts';
import type { ArticleRepository, Conditions, HeavyArticle, Scope } from './article.repository.ts';

interface ArticleListArgs extends PageArgs {
  readonly filter?: ArticleFilter | null | undefined;
  readonly orderBy: 'NEWEST' | 'OLDEST' | 'RECENTLY_UPDATED';
}
/** A list of articles not read yet; its kind says whose they are. */
export type ArticleList = List<
  'articles' | 'authorIds' | 'topicIds' | 'sectionIds' | 'ownSectionIds' | 'collection',
  ArticleListArgs
>;

const ORDERS = {
  NEWEST: { by: 'publishedAt', direction: -1 },
  OLDEST: { by: 'publishedAt', direction: 1 },
  RECENTLY_UPDATED: { by: 'updatedAt', direction: -1 },
} as const;

interface Parts {
  readonly rows: EntityReads<ArticleDoc>;
  readonly heavy: EntityReads<HeavyArticle>;
  readonly rounds: Rounds;
  readonly repository: ArticleRepository;
  readonly lookup: FilterLookup;
  readonly rules: ListRules;
  /** Pages and counts of editor-run lists, which have rules of their own. */
  readonly collections: {
    pages(lists: readonly ArticleList[]): Promise<readonly (Page<ArticleDoc> | Error)[]>;
    counts(lists: readonly ArticleList[], args: CountArgs): Promise<readonly (Count | Error)[]>;
  };
}

/** A request's reads of articles. Key order is restored here; every row passes through the same EntityReads. */
export class ArticleReads extends SlugReads<ArticleDoc> {
  readonly rows: EntityReads<ArticleDoc>;
  readonly heavy: EntityReads<HeavyArticle>;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    super(parts.rows, parts.rounds, (slugs) => parts.repository.listBySlugs(slugs));
    this.rows = parts.rows;
    this.heavy = parts.heavy;
    this.#parts = parts;
  }

  /** Lists of any kind and arguments: one command for all that differ only by their parent. A refusal is the answer of its own lists alone. */
  async pages(lists: readonly ArticleList[]): Promise<readonly (Page<ArticleDoc> | Error)[]> {
    return this.#byGroup(lists, (group) => {
      const [list] = group;
      return list?.kind === 'collection' ? this.#parts.collections.pages(group) : this.#pagesOfGroup(group);
    });
  }

  /** How many articles each list has. */
  async counts(lists: readonly ArticleList[], args: CountArgs): Promise<readonly (Count | Error)[]> {
    return this.#byGroup(lists, async (group) => {
      const [list] = group;
      this.#parts.rules.checkCap(args.cap);
      if (list?.kind === 'collection') return this.#parts.collections.counts(group, args);
      const where = await this.#where(list?.args.filter);
      if (where === null) return group.map(() => ({ value: 0, precision: 'EXACT' as const }));
      const { repository } = this.#parts;
      if (group.length === 1 || list?.kind === 'articles')
        return Promise.all(group.map((one) => repository.count(scopeOf(one), where, args.mode, args.cap)));
      const by = list?.kind as Scope['by']; // the two other kinds are handled above
      return repository.countsByParent(
        by,
        group.map(({ parent }) => parent),
        where,
        args.mode,
        args.cap,
      );
    });
  }

  /** What is too big for lists, for each id; null where the article may not be seen. */
  heavyByIds(ids: readonly string[]): Promise<readonly (HeavyArticle | null)[]> {
    return this.heavy.byIds(ids);
  }

  /** See ArticleRepository.goneSince. */
  goneSince(id: string): Promise<Date | null | undefined> {
    return this.#parts.repository.goneSince(id);
  }

  /** The rows of bounded lists, each branch by itself, with one command; equal branches are read once. */
  async branches(branches: Parameters<ArticleRepository['branches']>[0]): Promise<readonly (readonly ArticleDoc[])[]> {
    const keys = branches.map((branch) => JSON.stringify(branch));
    const distinct = new Map(keys.map((key, index) => [key, branches[index]]));
    const wanted = [...distinct.values()].filter((branch) => branch !== undefined);
    const rows = await this.#parts.repository.branches(wanted);
    const byKey = new Map([...distinct.keys()].map((key, index) => [key, this.rows.intern(rows[index] ?? [])]));
    return keys.map((key) => byKey.get(key) ?? []);
  }

  async #pagesOfGroup(group: readonly ArticleList[]): Promise<readonly (Page<ArticleDoc> | Error)[]> {
    const [list] = group;
    if (!list) return [];
    const { rules, repository } = this.#parts;
    const request = rules.checkPage(list.args);
    const where = await this.#where(list.args.filter);
    const order = ORDERS[list.args.orderBy];
    const identityOf = ({ kind, parent }: ArticleList) =>
      `${kind}:${parent}:${list.args.orderBy}:${rules.canonical(list.args.filter ?? {})}`;
    if (where === null || group.length === 1 || list.kind === 'articles' || hasCursor(request))
      return eachOrError(group, async (one) =>
        this.#interned(
          await repository.page({ identity: identityOf(one), order, scope: scopeOf(one), where }, request),
        ),
      );
    const parents = group.map((one) => ({ id: one.parent, identity: identityOf(one) }));
    const by = list.kind as Scope['by']; // the two other kinds are handled above
    return (await repository.pagesByParent(by, parents, { order, where }, request)).map((page) => this.#interned(page));
  }

  #interned(page: Page<ArticleDoc>): Page<ArticleDoc> {
    return { ...page, rows: this.rows.intern(page.rows) };
  }

  async #where(filter: ArticleFilter | null | undefined): Promise<Conditions | null> {
    return filter ? conditionsOf(filter, this.#parts.lookup) : [];
  }

  /** Answers lists of equal kind and arguments together, and gives a group's error to its lists alone. */
  async #byGroup<Value>(
    lists: readonly ArticleList[],
    answer: (group: readonly ArticleList[]) => Promise<readonly (Value | Error)[]>,
  ): Promise<readonly (Value | Error)[]> {
    const groups = Map.groupBy(lists, ({ kind, args }) => `${kind} ${this.#parts.rules.canonical(args)}`);
    const found = new Map<ArticleList, Value | Error>();
    await Promise.all(
      [...groups.values()].map(async (group) => {
        const distinct = [...new Map(group.map((list) => [list.parent, list])).values()];
        const values = await answer(distinct).catch((error: unknown) => distinct.map(() => toError(error)));
        const byParent = new Map(distinct.map(({ parent }, index) => [parent, values[index]]));
        for (const list of group) found.set(list, byParent.get(list.parent) ?? new Error('a list was not answered'));
      }),
    );
    return lists.map((list) => found.get(list) ?? new Error('a list was not answered'));
  }
}

function scopeOf({ kind, parent }: ArticleList): Scope | null {
  return kind === 'articles' || kind === 'collection' ? null : { by: kind, id: parent };
}

function hasCursor({ after, before }: PageRequest): boolean {
  return after !== null || before !== null;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a read failed', { cause: error });
}
