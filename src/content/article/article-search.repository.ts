import type { Document, Filter } from 'mongodb';
import { z } from 'zod';
import { visibleAt } from '#content/visibility.ts';
import { countRows, type Counted } from '#mongo/entity-repository.ts';
import { parseCursor, toCursor } from '#mongo/keyset.ts';
import { allOf } from '#mongo/match.ts';
import { foreignCursor } from '#mongo/page.ts';
import type { Projection, Reads } from '#mongo/reads.ts';
import type { ArticleDoc } from './article.ts';
import type { Conditions } from './article.repository.ts';

/** Nobody reads further; a deeper walk would cost as much as the whole answer each time. */
const DEEPEST = 1_000;

interface Hit {
  readonly _id: string;
  readonly score: number;
  readonly publishedAt: Date;
  readonly row: ArticleDoc;
}
/** A place among hits: what they are ordered by, and how many stand before it. */
const place = z.tuple([z.number(), z.int(), z.int().nonnegative()]);
interface Place {
  readonly score: number;
  readonly publishedAt: Date;
  readonly id: string;
  readonly depth: number;
}

export interface SearchPage {
  readonly hits: readonly Hit[];
  readonly cursorOf: (row: { readonly _id: string }) => string;
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: () => Promise<boolean>;
}

/** Full-text search on a reader's behalf: most relevant first, then newest, then by id. */
export class ArticleSearchRepository {
  readonly #reads: Reads;
  readonly #visible: Filter<Document>;
  readonly #projection: () => Projection;

  constructor(reads: Reads, now: Date, projection: () => Projection) {
    this.#reads = reads;
    this.#visible = visibleAt(now);
    this.#projection = projection;
  }

  /** One page of hits, at most DEEPEST deep; throws BAD_CURSOR. `identity` is what its cursors are bound to, which is checked even where there can be no hits (null). */
  async page(
    identity: string,
    text: string,
    where: Conditions | null,
    { size, after }: { readonly size: number; readonly after: string | null },
  ): Promise<SearchPage> {
    const from = after === null ? null : parsePlace(identity, after);
    const depth = from?.depth ?? 0;
    const room = Math.min(size, DEEPEST - depth);
    const rows = room < 0 ? [] : await this.#hits(text, where, from && beyond(from), room + 1);
    const hits = rows.slice(0, room);
    const places = new Map(hits.map((hit, index) => [hit._id, printPlace(identity, hit, depth + index + 1)]));
    return {
      hits,
      cursorOf: ({ _id }) => places.get(_id) ?? '',
      hasNextPage: async () => rows.length > room && depth + room < DEEPEST,
      hasPreviousPage: async () =>
        from !== null && (await this.#hits(text, where, { $nor: [beyond(from)] }, 1)).length > 0,
    };
  }

  count(text: string, where: Conditions, mode: 'CAPPED' | 'EXACT', cap: number): Promise<Counted> {
    return countRows(this.#reads, 'articles', this.#matching(text, where), mode, cap);
  }

  async #hits(
    text: string,
    where: Conditions | null,
    position: Filter<Document> | null,
    limit: number,
  ): Promise<readonly Hit[]> {
    if (where === null) return [];
    return this.#reads.aggregate<Hit>(
      'articles',
      [
        { $match: this.#matching(text, where) },
        { $project: { ...this.#projection(), score: { $meta: 'textScore' } } },
        ...(position ? [{ $match: position }] : []),
        { $sort: { score: -1, publishedAt: -1, _id: -1 } },
        { $limit: limit },
        { $project: { _id: 1, score: 1, publishedAt: 1, row: '$$ROOT' } },
      ],
      { limit },
    );
  }

  #matching(text: string, where: Conditions): Filter<Document> {
    return allOf({ $text: { $search: text } }, this.#visible, ...where);
  }
}

/** Hits behind a place. */
function beyond({ score, publishedAt, id }: Place): Filter<Document> {
  return {
    $or: [
      { score: { $lt: score } },
      { score, publishedAt: { $lt: publishedAt } },
      { score, publishedAt, _id: { $lt: id as never } }, // our ids are strings
    ],
  };
}

function printPlace(identity: string, { _id, score, publishedAt }: Hit, depth: number): string {
  return toCursor(identity, { key: JSON.stringify([score, publishedAt.getTime(), depth]), id: _id });
}

function parsePlace(identity: string, cursor: string): Place {
  const position = parseCursor(identity, cursor);
  if (typeof position?.key !== 'string') throw foreignCursor();
  const [score, time, depth] = place.parse(JSON.parse(position.key)); // made by printPlace: the identity's tag was right
  return { score, publishedAt: new Date(time), id: position.id, depth };
}
