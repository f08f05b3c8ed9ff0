import type { EntityReads } from '#graphql/entity-reads.ts';
import type { SectionDoc } from './section.ts';

/** More than any newsroom has; sections are read whole. */
const MOST_SECTIONS = 1_000;

/** A request's reads of sections: the whole tree with one command, at the first question. */
export class SectionReads {
  readonly #rows: EntityReads<SectionDoc>;
  readonly #repository: { listAll(most: number): Promise<readonly SectionDoc[]> };
  #tree: Promise<Tree> | null = null;

  constructor(rows: EntityReads<SectionDoc>, repository: { listAll(most: number): Promise<readonly SectionDoc[]> }) {
    this.#rows = rows;
    this.#repository = repository;
  }

  /** The section with this id, or null. */
  async byId(id: string): Promise<SectionDoc | null> {
    return (await this.#read()).byId.get(id) ?? null;
  }

  /** The section with this current slug, or null. */
  async bySlug(slug: string): Promise<SectionDoc | null> {
    return (await this.#read()).bySlug.get(slug) ?? null;
  }

  /** For each id its section, null where there is none. */
  async byIds(ids: readonly (string | null)[]): Promise<readonly (SectionDoc | null)[]> {
    const { byId } = await this.#read();
    return ids.map((id) => (id === null ? null : (byId.get(id) ?? null)));
  }

  async listsById(lists: readonly (readonly string[])[]): Promise<readonly (readonly SectionDoc[])[]> {
    const { byId } = await this.#read();
    return lists.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  }

  /** The children of each section (null: the roots), in editorial order. */
  async childrenOf(ids: readonly (string | null)[]): Promise<readonly (readonly SectionDoc[])[]> {
    const { byParent } = await this.#read();
    return ids.map((id) => byParent.get(id) ?? []);
  }

  /** From the root down to each section itself; empty for null. A parent that is missing ends the line. */
  async linesTo(ids: readonly (string | null)[]): Promise<readonly (readonly SectionDoc[])[]> {
    const { byId } = await this.#read();
    return ids.map((id) => {
      const line: SectionDoc[] = [];
      for (
        let at = id === null ? undefined : byId.get(id);
        at && !line.includes(at);
        at = at.parentId === null ? undefined : byId.get(at.parentId)
      )
        line.unshift(at);
      return line;
    });
  }

  #read(): Promise<Tree> {
    return (this.#tree ??= this.#repository.listAll(MOST_SECTIONS).then((docs) => treeOf(this.#rows.intern(docs))));
  }
}

interface Tree {
  readonly byId: ReadonlyMap<string, SectionDoc>;
  readonly bySlug: ReadonlyMap<string, SectionDoc>;
  readonly byParent: ReadonlyMap<string | null, readonly SectionDoc[]>;
}

function treeOf(docs: readonly SectionDoc[]): Tree {
  const sorted = [...docs].sort(
    (a, b) => a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a._id < b._id ? -1 : 1),
  );
  const byId = new Map(sorted.map((one) => [one._id, one]));
  return {
    byId,
    bySlug: new Map(sorted.map((one) => [one.slug, one])),
    // A section whose parent is missing is a root, so that none is out of reach.
    byParent: Map.groupBy(sorted, ({ parentId }) => (parentId !== null && byId.has(parentId) ? parentId : null)),
  };
}
