import type { ArticleDoc } from '#content/article/article.ts';
import { proseOf, storyOf } from '#content/article/block-text.ts';
import type { ArticleLinkDoc, BlockDoc } from '#content/article/blocks.ts';
import type { ArticleItem, BlockInput, ImageInput } from '#content/imported-item.ts';
import type { ImageDoc } from '#content/stored.ts';
import { NEVER } from '#content/visibility.ts';
import { firstGraphemes } from '#lib/graphemes.ts';
import { hashValue } from '#lib/hash.ts';
import { exportedPath } from './exported-name.ts';
import type { Names } from './lines.ts';

/** What `lead` holds of a text, see article.ingest.ts. */
const LEAD_GRAPHEMES = 1_200;

/** An article as a line: importing it into an empty database gives the same document again, but for `rev`. */
export function articleLine(doc: ArticleDoc, names: Names): ArticleItem {
  const { body, standfirst, lead } = doc;
  const ownLead = firstGraphemes(standfirst || storyOf(body) || proseOf(body), LEAD_GRAPHEMES);
  return {
    type: 'article',
    ...names.line('article', doc),
    status: doc.status,
    kind: doc.kind,
    kicker: doc.kicker,
    headline: doc.headline,
    shortHeadline: doc.shortHeadline,
    socialHeadline: doc.socialHeadline,
    standfirst,
    creditLine: doc.creditLine,
    byline: doc.byline,
    authors: names.refs('author', doc.authorIds),
    sections: names.refs('section', doc.ownSectionIds),
    mainSection: names.refs('section', doc.mainSectionId === null ? [] : [doc.mainSectionId])[0] ?? null,
    topics: names.refs('topic', doc.topicIds),
    publishedAt: timeOf(doc.publishedAt),
    firstPublishedAt: timeOf(doc.firstPublishedAt),
    updatedAt: timeOf(doc.updatedAt),
    expiresAt: doc.expiresAt >= NEVER ? null : timeOf(doc.expiresAt),
    hiddenSince: doc.hiddenSince?.toISOString() ?? null,
    locale: doc.locale,
    canonicalUrl: doc.canonicalUrl,
    leadImage: doc.leadImage && imageOf(doc.leadImage),
    excerpt: lead === ownLead ? null : lead,
    seo: { title: doc.seoTitle, description: doc.seoDescription, noindex: doc.noindex },
    importedFrom: doc.importedFrom,
    body: body.map((block) => blockOf(block, names)),
    quotes: quotationsOf(doc),
    sources: doc.sources,
    stored: { imported: doc.imported, wasVisible: doc.wasVisible, blockIds: body.map(({ id }) => id) },
  };
}

/** The epoch stands for a time that nobody knows. */
function timeOf(time: Date): string | null {
  return time.getTime() === 0 ? null : time.toISOString();
}

function imageOf(doc: ImageDoc): ImageInput {
  const { id: _, ...image } = doc;
  return image;
}

function blockOf(doc: BlockDoc, names: Names): BlockInput {
  const { id: _, ...block } = doc;
  switch (block.type) {
    case 'image':
      return { ...block, image: imageOf(block.image) };
    case 'gallery':
      return { ...block, images: block.images.map(imageOf) };
    case 'video':
      return { ...block, video: { ...block.video, poster: block.video.poster && imageOf(block.video.poster) } };
    case 'read-also':
      return { ...block, link: linkOf(block.link, names) };
    default:
      return block;
  }
}

/** A link to one of our stories as the path that the story has now. */
function linkOf({ label, title, url, articleId, path }: ArticleLinkDoc, names: Names) {
  const own = articleId === null ? path : names.pathOf(articleId);
  return { label, title, url: own === null ? url : exportedPath(own) };
}

/** Quotations of paragraphs: those of quote blocks are added again at import. */
function quotationsOf({ quotes, body }: ArticleDoc): ArticleItem['quotes'] {
  const ofBlocks = body.flatMap((block) => (block.type === 'quote' ? [hashValue(block.quote)] : []));
  return quotes.filter((quote) => {
    const at = ofBlocks.indexOf(hashValue(quote));
    if (at >= 0) ofBlocks.splice(at, 1);
    return at < 0;
  });
}
