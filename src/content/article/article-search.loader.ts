import { eachOrError, type ListRules } from '#content/named-reads.ts';
import { ContentError } from '#errors.ts';
import type { Count, CountArgs, List, Page, PageArgs } from '#graphql/connection.ts';
import type { EntityReads } from '#graphql/entity-reads.ts';
import { conditionsOf, type ArticleFilter, type FilterLookup } from './article-filter.ts';
import type { ArticleDoc } from './article.ts';
import type { ArticleSearchRepository } from './article-search.repository.ts';

interface SearchArgs extends PageArgs {
  readonly text: string;
  readonly filter?: ArticleFilter | null | undefined;
}
export type SearchList = List<'search', SearchArgs>;
/** A page of hits: its rows are the articles; what belongs to the hit is asked for by row. */
export interface SearchResultPage extends Page<ArticleDoc> {
  readonly text: string;
  readonly scoreOf: (row: ArticleDoc) => number;
}

const LONGEST_TEXT = 200;

interface Parts {
  readonly rows: EntityReads<ArticleDoc>;
  readonly repository: ArticleSearchRepository;
  readonly lookup: FilterLookup;
  readonly rules: ListRules;
}

/** A request's searches. */
export class ArticleSearchReads {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Blank text has no hits; over 200 characters is refused. */
  pages(lists: readonly SearchList[]): Promise<readonly (SearchResultPage | Error)[]> {
    const { rules, repository, rows } = this.#parts;
    return eachOrError(lists, async ({ args }): Promise<SearchResultPage> => {
      const text = checkText(args.text);
      const request = rules.checkPage(args);
      const where = text === '' ? null : await conditionsOf(args.filter ?? {}, this.#parts.lookup);
      const identity = `search:${text}:${rules.canonical(args.filter ?? {})}`;
      const { hits, ...page } = await repository.page(identity, text, where, request);
      const scores = new Map(hits.map(({ _id, score }) => [_id, score]));
      return {
        ...page,
        text,
        rows: rows.intern(hits.map(({ row }) => row)),
        scoreOf: ({ _id }) => scores.get(_id) ?? 0,
      };
    });
  }

  counts(lists: readonly SearchList[], { mode, cap }: CountArgs): Promise<readonly (Count | Error)[]> {
    return eachOrError(lists, async ({ args }): Promise<Count> => {
      const text = checkText(args.text);
      this.#parts.rules.checkCap(cap);
      const where = text === '' ? null : await conditionsOf(args.filter ?? {}, this.#parts.lookup);
      return where === null ? { value: 0, precision: 'EXACT' } : this.#parts.repository.count(text, where, mode, cap);
    });
  }
}

function checkText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new ContentError('BAD_USER_INPUT', `text: at most ${LONGEST_TEXT} characters`);
  return text.trim();
}
