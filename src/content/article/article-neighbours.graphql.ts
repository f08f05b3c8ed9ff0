import type { Context } from '#graphql/context.ts';
import type { Load } from '#graphql/batched.ts';
import { checkSize } from '#graphql/connection.ts';
import type { ArticleDoc } from './article.ts';
import { neighbourhood, type NeighbourScope, SCOPE_NEEDS } from './neighbours.ts';

export const NEIGHBOUR_NEEDS = [...SCOPE_NEEDS, 'publishedAt'] as const;
type Parent = Pick<ArticleDoc, '_id' | (typeof NEIGHBOUR_NEEDS)[number]>;

export interface Neighbours {
  readonly previous: ArticleDoc | null;
  readonly next: ArticleDoc | null;
}

/** The nearest older and the nearest newer article of each, with one command for all. */
export const loadNeighbours: Load<Parent, { readonly scope: NeighbourScope }, Neighbours> = async (
  parents,
  { scope },
  { articles },
) => {
  const sides = parents.flatMap((article) => {
    const where = neighbourhood(article, scope);
    const from = { key: article.publishedAt, id: article._id };
    return ([-1, 1] as const).map(
      (direction) => where && { where, from, order: { by: 'publishedAt', direction }, limit: 1 },
    );
  });
  const rows = await answered(sides, (branches) => articles.branches(branches));
  return parents.map((_, index) => ({
    previous: rows[2 * index]?.[0] ?? null,
    next: rows[2 * index + 1]?.[0] ?? null,
  }));
};

/** The newest articles of each one's scope, never itself; articles of one section share a read. */
export const loadLatest: Load<
  Parent,
  { readonly scope: NeighbourScope; readonly first: number },
  readonly ArticleDoc[]
> = async (parents, { scope, first }, { articles }: Context) => {
  checkSize('first', first, 20);
  if (first === 0) return parents.map(() => []);
  const wanted = parents.map((article) => {
    const where = neighbourhood(article, scope);
    return where && { where, from: null, order: { by: 'publishedAt', direction: -1 } as const, limit: first + 1 };
  });
  const rows = await answered(wanted, (branches) => articles.branches(branches));
  return parents.map(({ _id }, index) => (rows[index] ?? []).filter((row) => row._id !== _id).slice(0, first));
};

/** Asks for what there is to ask for, and puts the answers in place; [] where there was nothing. */
async function answered<Wanted, Row>(
  wanted: readonly (Wanted | null)[],
  ask: (wanted: readonly Wanted[]) => Promise<readonly (readonly Row[])[]>,
): Promise<readonly (readonly Row[])[]> {
  const rows = [...(await ask(wanted.filter((one) => one !== null)))];
  return wanted.map((one) => (one === null ? [] : (rows.shift() ?? [])));
}
