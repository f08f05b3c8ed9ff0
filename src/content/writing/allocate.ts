/** A name somebody would like to have: a slug or a path. */
export interface NameRequest {
  readonly name: string;
  /** Whoever has this id may take a name that it holds already. */
  readonly owner: string;
}

/**
 * Gives every request its name, or the first of `name-2`, `name-3`, … that is free, in the order of the requests.
 * `ownersOf` tells who holds which of the names (`null`: taken for good); it is asked once where nothing collides, a few times where much does.
 */
export async function allocateNames(
  requests: readonly NameRequest[],
  ownersOf: (names: readonly string[]) => Promise<ReadonlyMap<string, string | null>>,
): Promise<readonly string[]> {
  const given = new Map<NameRequest, string>();
  const owners = new Map<string, string | null>();
  let from = 1;
  for (let to = 1; given.size < requests.length; from = to + 1, to *= 10) {
    const open = requests.filter((request) => !given.has(request));
    const candidates = open.map(({ name }) => variants(name, from, to));
    for (const [name, owner] of await ownersOf([...new Set(candidates.flat())])) {
      if (!owners.has(name)) owners.set(name, owner);
    }
    for (const [at, request] of open.entries()) {
      const free = candidates[at]?.find((name) => !owners.has(name) || owners.get(name) === request.owner);
      if (free === undefined) continue;
      owners.set(free, request.owner);
      given.set(request, free);
    }
  }
  return requests.map((request) => given.get(request) ?? request.name);
}

function variants(name: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at === 1 ? name : `${name}-${from + at}`));
}
