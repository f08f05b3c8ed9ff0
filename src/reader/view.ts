import type { Html } from './html.ts';

/** What a page has of its own; the layout puts the site around it. */
export interface View {
  /** 200 if not given. */
  readonly status?: number;
  /** Without the name of the site; null on the front. */
  readonly title: string | null;
  readonly description?: string | null;
  /** Where search engines shall find it; none for pages that they shall leave out. */
  readonly canonical?: string;
  readonly noindex?: boolean;
  /** The path that the navigation marks as the current one. */
  readonly current?: string;
  /** What the search field holds. */
  readonly searched?: string;
  readonly main: Html;
}
