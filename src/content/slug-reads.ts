import type { EntityReads } from '#graphql/entity-reads.ts';
import { RoundLoader } from '#lib/round-loader.ts';
import type { Rounds } from '#lib/rounds.ts';

/** A request's rows of one type by slug; what comes is known by id, too. */
export class SlugReads<Doc extends { readonly _id: string; readonly slug: string }> {
  readonly #bySlug: RoundLoader<Doc>;

  constructor(rows: EntityReads<Doc>, rounds: Rounds, read: (slugs: readonly string[]) => Promise<readonly Doc[]>) {
    this.#bySlug = new RoundLoader(
      rounds,
      async (slugs) => new Map(rows.intern(await read(slugs)).map((row) => [row.slug, row])),
    );
  }

  /** The row with this current slug, or null. */
  bySlug(slug: string): Promise<Doc | null> {
    return this.#bySlug.load(slug);
  }
}

/** A reference in a filter, its global id already taken apart: null for an id of no such type. */
export interface TermRef {
  readonly slug?: string | null | undefined;
  readonly id?: string | null | undefined;
}

/** Stored ids of the terms that a filter names; unknown ones are null, in place. */
export type TermLookup = (refs: readonly TermRef[]) => Promise<readonly (string | null)[]>;

/** Looks slugs up in one read; ids need none, since an id that leads nowhere matches nothing anyway. */
export function termLookup<Doc extends { readonly _id: string; readonly slug: string }>(
  slugs: { bySlug(slug: string): Promise<Doc | null> },
  idOf: (globalId: string) => string | null,
): TermLookup {
  return (refs) =>
    Promise.all(
      refs.map(async ({ slug, id }) => {
        if (typeof slug === 'string') return (await slugs.bySlug(slug))?._id ?? null;
        return typeof id === 'string' ? idOf(id) : null;
      }),
    );
}
