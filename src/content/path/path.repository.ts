import type { Reads } from '#mongo/reads.ts';
import type { PathDoc } from './path.ts';

/** Queries on `paths`. Visibility is asked of what stands behind a path, not here. */
export class PathRepository {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** In any order; paths must be normalised. */
  listByPaths(paths: readonly string[]): Promise<readonly PathDoc[]> {
    return this.#reads.find<PathDoc>('paths', { _id: { $in: [...paths] } as never }, { limit: paths.length });
  }
}
