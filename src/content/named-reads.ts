import type { Count, CountArgs, List, Page, PageArgs, PageRequest } from '#graphql/connection.ts';
import type { EntityReads } from '#graphql/entity-reads.ts';
import type { Rounds } from '#lib/rounds.ts';
import { nameKey } from '#lib/name-key.ts';
import { SlugReads } from './slug-reads.ts';

/** What a list of authors or topics is asked for by. */
interface NamedListArgs extends PageArgs {
  readonly filter?:
    | {
        readonly nameStartsWith?: string | null | undefined;
        readonly kinds?: readonly string[] | null | undefined;
      }
    | null
    | undefined;
}
/** The kind keeps the cursors of authors and topics apart. */
export type NamedList = List<'authors' | 'topics', NamedListArgs>;

interface Repository<Doc> {
  listBySlugs(slugs: readonly string[]): Promise<readonly Doc[]>;
  page(identity: string, order: { by: string; direction: 1 }, where: object, request: PageRequest): Promise<Page<Doc>>;
  count(where: object, mode: CountArgs['mode'], cap: number): Promise<Count>;
}
/** Kept by the GraphQL room, which knows the bounds; handed in, since a loader knows no GraphQL. */
export interface ListRules {
  readonly checkPage: (args: PageArgs) => PageRequest;
  readonly checkCap: (cap: number) => void;
  readonly canonical: (value: unknown) => string;
}

interface Named {
  readonly _id: string;
  readonly slug: string;
}

/** A request's reads of a type that is listed by name: authors and topics. */
export class NamedReads<Doc extends Named> extends SlugReads<Doc> {
  readonly rows: EntityReads<Doc>;
  readonly #repository: Repository<Doc>;
  readonly #rules: ListRules;

  constructor(rows: EntityReads<Doc>, rounds: Rounds, repository: Repository<Doc>, rules: ListRules) {
    super(rows, rounds, (slugs) => repository.listBySlugs(slugs));
    this.rows = rows;
    this.#repository = repository;
    this.#rules = rules;
  }

  /** A page for each list: by name, ignoring case and accents, then id. */
  pages(lists: readonly NamedList[]): Promise<readonly (Page<Doc> | Error)[]> {
    return eachOrError(lists, async ({ kind, args }) => {
      const request = this.#rules.checkPage(args);
      const identity = `${kind}:${this.#rules.canonical(args.filter ?? {})}`;
      const page = await this.#repository.page(identity, { by: 'nameKey', direction: 1 }, conditionsOf(args), request);
      return { ...page, rows: this.rows.intern(page.rows) };
    });
  }

  counts(lists: readonly NamedList[], { mode, cap }: CountArgs): Promise<readonly (Count | Error)[]> {
    return eachOrError(lists, async ({ args }) => {
      this.#rules.checkCap(cap);
      return this.#repository.count(conditionsOf(args), mode, cap);
    });
  }
}

function conditionsOf({ filter }: NamedListArgs): object {
  const prefix = nameKey(filter?.nameStartsWith ?? '');
  return {
    ...(prefix === '' ? {} : { nameKey: { $gte: prefix, $lt: `${prefix}\u{10ffff}` } }),
    ...(filter?.kinds ? { topicKind: { $in: [...filter.kinds] } } : {}),
  };
}

/** Each value by itself: a refusal or failure of one is the answer of that one alone. */
export function eachOrError<In, Out>(
  values: readonly In[],
  answer: (value: In) => Promise<Out>,
): Promise<readonly (Out | Error)[]> {
  return Promise.all(
    values.map((value) =>
      answer(value).catch((error: unknown) => (error instanceof Error ? error : new Error('failed', { cause: error }))),
    ),
  );
}
