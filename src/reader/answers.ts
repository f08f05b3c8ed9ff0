/**
 * What the operations answer, as far as pages read it. Whatever the contract calls nullable is nullable here: null where there is
 * none, or where it could not be read; a page then does without that part.
 */

export interface Link {
  readonly name: string;
  readonly path: string;
}
export interface Picture {
  readonly url: string;
  readonly alt: string | null;
  readonly caption?: string | null;
  readonly credit?: string | null;
  readonly width?: number | null;
  readonly height?: number | null;
}
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}
export interface Count {
  readonly value: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount?: Count | null;
}

/** A story in a list; each operation asks for some of the optional parts. */
export interface Teaser {
  readonly headline: string;
  readonly path: string;
  readonly kind?: string;
  readonly kicker?: string | null;
  readonly excerpt?: string;
  readonly publishedAt?: string;
  readonly locale?: string;
  readonly leadImage?: Picture | null;
  readonly authors?: readonly { readonly name: string; readonly path?: string }[] | null;
  readonly section?: Link | null;
  readonly topics?: readonly Link[] | null;
}

export interface Site {
  readonly name: string;
  readonly url: string;
  readonly locale: string;
  readonly timeZone: string;
}
export interface SiteFrame {
  readonly site: Site;
  readonly sections: readonly Link[] | null;
}

interface StoryList {
  readonly title: string;
  readonly articles: { readonly nodes: readonly Teaser[] } | null;
}
export interface FrontSection extends Link {
  readonly children: readonly Link[] | null;
  readonly articles: { readonly nodes: readonly Teaser[] } | null;
}
export interface SectionFront {
  readonly sections: readonly FrontSection[] | null;
  readonly topNews: StoryList | null;
  readonly dontMiss: StoryList | null;
}
export interface ArticleCards {
  readonly articles: Connection<Teaser> | null;
}

export interface SectionPage {
  readonly section:
    | (Link & {
        readonly description: string | null;
        readonly parent: Link | null;
        readonly children: readonly Link[] | null;
        readonly articles: Connection<Teaser> | null;
      })
    | null;
}
export interface TopicPage {
  readonly topic: {
    readonly name: string;
    readonly topicKind: string;
    readonly description: string | null;
    readonly articles: Connection<Teaser> | null;
  } | null;
}
export interface AuthorPage {
  readonly author:
    | (Link & {
        readonly jobTitle: string | null;
        readonly bio: string | null;
        readonly image: Picture | null;
        readonly links: readonly string[];
        readonly articles: Connection<Teaser> | null;
      })
    | null;
}
export interface AuthorPages {
  readonly authors: Connection<
    Link & {
      readonly bio: string | null;
      readonly image: Picture | null;
      readonly articles: Connection<Teaser> | null;
    }
  > | null;
}
export interface SearchResults {
  readonly searchArticles: {
    readonly totalCount: Count | null;
    readonly edges: readonly {
      readonly highlights: readonly { readonly field: string; readonly html: string }[];
      readonly node: Teaser;
    }[];
    readonly pageInfo: PageInfo;
  } | null;
}

export interface Quote {
  readonly text: string;
  readonly speaker: string | null;
  readonly source: { readonly name: string; readonly url?: string | null } | null;
}
export interface ArticleLink {
  readonly label: string;
  readonly title: string;
  /** Null: the story is hidden or was never found; then its title stands alone. */
  readonly url: string | null;
  readonly article: Teaser | null;
}
export interface RelatedArticle {
  readonly score: number;
  readonly reasons: readonly { readonly kind: string; readonly label: string }[];
  readonly article: Teaser;
}

interface Typed<Name extends string> {
  readonly __typename: Name;
  readonly id: string;
  readonly text: string;
}
type Row<Cell> = { readonly cells: readonly Cell[] };
export interface ListItem {
  /** From 0. */
  readonly level: number;
  readonly html: string;
}
/** The parts of a body that this site knows how to show; the API may send others, each with a `text`. */
export type Block =
  | (Typed<'ParagraphBlock'> & { readonly html: string })
  | (Typed<'HeadingBlock'> & { readonly level: number; readonly anchor: string })
  | (Typed<'ImageBlock'> & { readonly image: Picture })
  | (Typed<'GalleryBlock'> & { readonly images: readonly Picture[] })
  | (Typed<'QuoteBlock'> & { readonly quote: Quote })
  | (Typed<'ListBlock'> & { readonly ordered: boolean; readonly items: readonly ListItem[] })
  | (Typed<'TableBlock'> & {
      readonly table: {
        readonly caption: string | null;
        readonly header: Row<{ readonly text: string }> | null;
        readonly rows: readonly Row<{ readonly html: string }>[];
      };
    })
  | (Typed<'EmbedBlock'> & {
      readonly embed: { readonly url: string; readonly provider: string | null; readonly title: string | null };
    })
  | (Typed<'VideoBlock'> & {
      readonly video: {
        readonly url: string;
        readonly title: string | null;
        readonly caption: string | null;
        readonly poster: Picture | null;
      };
    })
  | (Typed<'AudioBlock'> & { readonly audio: { readonly url: string; readonly title: string | null } })
  | (Typed<'ReadAlsoBlock'> & { readonly link: ArticleLink })
  | (Typed<'CodeBlock'> & { readonly code: string; readonly language: string | null })
  | Typed<'DividerBlock'>
  | (Typed<'HtmlBlock'> & { readonly html: string });

export interface Article extends Teaser {
  readonly __typename: 'Article';
  readonly canonicalUrl: string;
  readonly locale: string;
  readonly kind: string;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly creditLine: string | null;
  readonly byline: string | null;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly readingTime: { readonly minutes: number; readonly iso: string };
  readonly authors: readonly (Link & { readonly jobTitle: string | null; readonly image: Picture | null })[] | null;
  readonly breadcrumbs: readonly Link[] | null;
  readonly topics: readonly (Link & { readonly topicKind: string })[] | null;
  readonly body: readonly Block[] | null;
  readonly quotes: readonly Quote[] | null;
  readonly sources: readonly { readonly name: string; readonly url: string | null }[] | null;
  readonly alsoRead: readonly ArticleLink[] | null;
  readonly previous: Teaser | null;
  readonly next: Teaser | null;
  readonly latest: readonly Teaser[] | null;
  readonly related: readonly RelatedArticle[] | null;
  readonly seo: { readonly title: string; readonly description: string; readonly noindex: boolean };
}

/** What lives at a path. */
type Route =
  | Article
  | { readonly __typename: 'Redirect'; readonly to: string; readonly permanent: boolean }
  | { readonly __typename: 'Gone'; readonly since: string | null }
  | (Link & { readonly __typename: 'Author' | 'Topic' | 'Section'; readonly slug: string });
export interface ArticlePageByPath {
  readonly route: Route | null;
  readonly dontMiss: StoryList | null;
}
