import { RoundLoader } from '#lib/round-loader.ts';
import type { Rounds } from '#lib/rounds.ts';
import { normalisePath, type PathDoc } from './path.ts';
import type { PathRepository } from './path.repository.ts';

/** An editor's chain of redirects is followed this far; a longer one leads nowhere. */
const MOST_HOPS = 10;

/** What lives at a path: an entity (now or formerly), an address elsewhere, something gone, or nothing (null). */
export type Place =
  | {
      readonly kind: 'entity';
      readonly type: string;
      readonly id: string;
      /** False: a former path of its own, or another path that sends readers on. */
      readonly current: boolean;
      /** True: an editor's redirect led here. */
      readonly redirected: boolean;
      /** Query and fragment that the redirect adds to where it leads; '' where there are none. */
      readonly suffix: string;
      readonly permanent: boolean;
    }
  | { readonly kind: 'away'; readonly to: string; readonly permanent: boolean }
  | { readonly kind: 'gone'; readonly since: Date | null };

/** A request's look-ups of paths. */
export class PathReads {
  readonly #byPath: RoundLoader<PathDoc>;

  constructor(repository: PathRepository, rounds: Rounds) {
    this.#byPath = new RoundLoader(
      rounds,
      async (paths) => new Map((await repository.listByPaths(paths)).map((row) => [row._id, row])),
    );
  }

  /** The id of what of this type has this current path; null for any other path, former ones included. */
  async currentId(type: string, path: string): Promise<string | null> {
    const row = await this.#at(path);
    return row && 'id' in row && row.type === type && row.current ? row.id : null;
  }

  /** What lives at a path or full URL, redirects followed to their end; null for nothing and for redirects that run in circles. */
  async placeAt(path: string): Promise<Place | null> {
    let row = await this.#at(path);
    let permanent: boolean | null = null; // known once a redirect was met
    let suffix = '';
    for (let hops = 0; row && 'to' in row; hops++) {
      if (hops === MOST_HOPS) return null;
      permanent = row.permanent && (permanent ?? true);
      if (!row.to.startsWith('/')) return { kind: 'away', to: row.to, permanent };
      suffix = /[?#].*$/s.exec(row.to)?.[0] ?? '';
      row = await this.#at(row.to);
    }
    if (!row) return null;
    if ('gone' in row) return { kind: 'gone', since: row.gone };
    return {
      kind: 'entity',
      type: row.type,
      id: row.id,
      current: row.current && permanent === null,
      redirected: permanent !== null,
      suffix,
      permanent: permanent ?? true,
    };
  }

  async #at(path: string): Promise<PathDoc | null> {
    const normalised = normalisePath(path);
    return normalised === null ? null : this.#byPath.load(normalised);
  }
}
