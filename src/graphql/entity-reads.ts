import { RoundLoader } from '#lib/round-loader.ts';
import type { Rounds } from '#lib/rounds.ts';

/** Names the GraphQL type of a value where stored properties cannot tell it (under a projection none is sure to be there). */
export const TYPE = Symbol('GraphQL type');

interface Entity {
  readonly _id: string;
}

/** A request's rows of one type: an id met on two levels is read once, and is one object. */
export class EntityReads<Doc extends Entity> {
  readonly #type: string;
  readonly #rows = new Map<string, Doc>();
  readonly #byId: RoundLoader<Doc>;

  readonly #guard: (row: Doc) => Doc;

  /** `read` answers the visible rows among the ids, in any order. `guard` may wrap each row once (tests refuse unprojected properties). */
  constructor(
    type: string,
    rounds: Rounds,
    read: (ids: readonly string[]) => Promise<readonly Doc[]>,
    guard: (row: Doc) => Doc = (row) => row,
  ) {
    this.#type = type;
    this.#guard = guard;
    this.#byId = new RoundLoader<Doc>(rounds, async (ids) => {
      // Meanwhile a list query may have brought some of them.
      const missing = ids.filter((id) => !this.#rows.has(id));
      if (missing.length > 0) this.intern(await read(missing));
      return this.#rows;
    });
  }

  /** One row, or null where no such row may be seen. */
  byId(id: string): Promise<Doc | null> {
    return this.#byId.load(id);
  }

  /** A row or null for each id, same order. */
  byIds(ids: readonly string[]): Promise<readonly (Doc | null)[]> {
    return Promise.all(ids.map((id) => this.#byId.load(id)));
  }

  /** The rows for each list of ids, in order; ids without a row are left out. */
  async listsById(lists: readonly (readonly string[])[]): Promise<readonly (readonly Doc[])[]> {
    const rows = await Promise.all(lists.map((ids) => this.byIds(ids)));
    return rows.map((list) => list.filter((row) => row !== null));
  }

  /** Takes rows that another query read: the first object for an id stays, and later `byId()` calls cost no command. */
  intern(rows: readonly Doc[]): readonly Doc[] {
    return rows.map((row) => {
      const known = this.#rows.get(row._id);
      if (known) return known;
      const mine = this.#guard(Object.assign(row, { [TYPE]: this.#type }));
      this.#rows.set(mine._id, mine);
      this.#byId.prime(mine._id, mine);
      return mine;
    });
  }
}
