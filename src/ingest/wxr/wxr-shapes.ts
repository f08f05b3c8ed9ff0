/** Foreign shapes: what a WordPress export says, as text, before anything is made of it. '' = absent or empty. */

export interface WxrChannel {
  readonly title: string;
  readonly link: string;
  readonly language: string;
  readonly baseSiteUrl: string;
  readonly baseBlogUrl: string;
}

/** E-mail addresses are never read. */
export interface WxrAuthor {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface WxrTerm {
  /** The element that declared it: `wp:category`, `wp:tag` or `wp:term`. */
  readonly element: 'category' | 'tag' | 'term';
  readonly taxonomy: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** A slug. */
  readonly parent: string;
  readonly description: string;
}

export interface WxrItemTerm {
  /** The taxonomy. */
  readonly domain: string;
  readonly slug: string;
  readonly name: string;
}

export interface WxrItem {
  readonly line: number;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly pubDate: string;
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  readonly postId: string;
  readonly postDate: string;
  readonly postDateGmt: string;
  readonly modifiedGmt: string;
  readonly status: string;
  readonly postType: string;
  readonly postName: string;
  readonly postParent: string;
  readonly attachmentUrl: string;
  /** Of an entry of a menu, of a picture among those of its post. */
  readonly menuOrder: string;
  readonly isSticky: boolean;
  /** Whether there is a password; the password itself is never kept. */
  readonly hasPassword: boolean;
  readonly terms: readonly WxrItemTerm[];
  /** Only the keys of `wxr-meta.ts`, in file order; never unserialised. */
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly comments: number;
}

export type WxrRecord =
  | { readonly kind: 'channel'; readonly channel: WxrChannel }
  | { readonly kind: 'author'; readonly author: WxrAuthor }
  | { readonly kind: 'term'; readonly term: WxrTerm }
  | { readonly kind: 'item'; readonly item: WxrItem }
  /** An item that the file ends in the middle of. */
  | { readonly kind: 'cut-off'; readonly item: WxrItem }
  | { readonly kind: 'ill-formed'; readonly line: number }
  /** What is refused before it fills memory; nothing that follows is read. */
  | { readonly kind: 'refused'; readonly line: number; readonly reason: 'too-long' | 'too-deep' }
  | { readonly kind: 'progress'; readonly readBytes: number; readonly totalBytes: number };
