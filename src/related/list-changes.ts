import type { Neighbour } from './candidate-search.ts';
import type { PoolChange, PoolEntry } from './pool.ts';
import type { ListRow } from './stored.ts';
import { CIRCLE_WEIGHTS } from './story-circle.ts';
import type { FreshTerms } from './terms-row.ts';

/** What is to become of the list of one article. */
export interface ListChange extends PoolChange {
  /** Of an article that was written itself, what its list says of it. */
  readonly own: Pick<ListRow, 'lang' | 'signature'> | null;
}

interface Gathered extends ListChange {
  own: ListChange['own'];
  readonly remove: Set<string>;
  readonly add: PoolEntry[];
}

/** What follows for all lists from some articles that were written, or are not published any more. */
export class ListChanges {
  readonly #byList = new Map<string, Gathered>();
  readonly #near = new Set<string>();

  get byList(): ReadonlyMap<string, ListChange> {
    return this.#byList;
  }

  /** Lists whose circles are made anew: those of the articles, and of whom they are closest to, or were. */
  get near(): ReadonlySet<string> {
    return this.#near;
  }

  /** An article with its neighbours, strongest first, as they were before and as they are now. */
  place({ row }: FreshTerms, now: readonly Neighbour[], before: readonly string[]): void {
    const { _id: id, lang, signature } = row;
    const list = this.#of(id);
    list.own = { lang, signature };
    list.add.push(...now);
    for (const one of before) list.remove.add(one);
    this.#near.add(id);
    this.leave(id, before);
    for (const [rank, one] of now.entries()) {
      this.#of(one.id).add.push(one.back);
      if (rank < CIRCLE_WEIGHTS.most) this.#near.add(one.id);
    }
  }

  /** An article that is not in the lists of its former neighbours any more, strongest first. */
  leave(id: string, neighbours: readonly string[]): void {
    for (const [rank, one] of neighbours.entries()) {
      this.#of(one).remove.add(id);
      if (rank < CIRCLE_WEIGHTS.most) this.#near.add(one);
    }
  }

  /** An article that is in lists of others which it does not know. */
  leaveAlso(id: string, holders: readonly string[]): void {
    for (const one of holders) this.#of(one).remove.add(id);
  }

  /** Lists that go away themselves. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#byList.delete(id);
      this.#near.delete(id);
    }
  }

  #of(id: string): Gathered {
    const known = this.#byList.get(id) ?? { own: null, remove: new Set<string>(), add: [] };
    this.#byList.set(id, known);
    return known;
  }
}
