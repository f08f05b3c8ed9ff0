/** What each example makes of its client: a list of headlines that grows at both ends, and a page. */
export interface Stories {
  /** Those that are held now, newest first; asks nothing. */
  headlines(): readonly string[];
  /** Whether there are older ones than the last, newer ones than the first. */
  more(): { readonly older: boolean; readonly newer: boolean };
  /** Fetches the next page at the end of the list. */
  older(): Promise<void>;
  /** Fetches the next page at its beginning. */
  newer(): Promise<void>;
  /** Fetches one story again. */
  again(headline: string): Promise<void>;
  /** The page at a path, as lines of text; null where there is none. */
  page(path: string): Promise<readonly string[] | null>;
}

/** Where a list begins: with its first rows or with its last. */
export type Start = { readonly first: number } | { readonly last: number };

/** Rows of a page. */
export const PAGE = 2;
