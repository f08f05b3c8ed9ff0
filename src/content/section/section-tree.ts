/** What the tree needs of a section. */
export interface SectionNode {
  readonly _id: string;
  readonly slug: string;
  readonly parentId: string | null;
}

export type SectionTree = ReadonlyMap<string, SectionNode>;

/** The ancestors of a section, nearest first; unknown parents end the line, and so does a loop. */
export function ancestorsOf(tree: SectionTree, id: string): readonly string[] {
  const found: string[] = [];
  for (let parent = tree.get(id)?.parentId; parent && tree.has(parent); parent = tree.get(parent)?.parentId) {
    if (parent === id || found.includes(parent)) break;
    found.push(parent);
  }
  return found;
}

/** The sections and all their ancestors, each once, those given first. */
export function withAncestors(tree: SectionTree, ids: readonly string[]): string[] {
  return [...new Set([...ids, ...ids.flatMap((id) => ancestorsOf(tree, id))])];
}

/** The section with the most ancestors, the first of several; null of none. */
export function deepestOf(tree: SectionTree, ids: readonly string[]): string | null {
  let deepest: { readonly id: string; readonly depth: number } | null = null;
  for (const id of ids) {
    const depth = ancestorsOf(tree, id).length;
    if (!deepest || depth > deepest.depth) deepest = { id, depth };
  }
  return deepest?.id ?? null;
}
