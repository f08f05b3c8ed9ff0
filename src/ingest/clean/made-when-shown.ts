import type { Element } from 'domhandler';
import { hasClass } from './dom.ts';

/**
 * Core blocks that are nothing but what a site makes at the moment of showing: lists of its latest posts, searches, its name, its menus. What they
 * show is no word of the article, and an export holds nothing of it. Blocks that bring content from elsewhere (`block`, `embed`,
 * `pattern`, `template-part`, `post-content`) are none of these.
 */
const MADE =
  /^wp-block-(?:archives|avatar|calendar|categories|comments?(?:-.+)?|home-link|latest-(?:comments|posts)|loginout|navigation(?:-.+)?|page-list|post-(?:author|comments|date|excerpt|featured-image|navigation|template|terms|title)(?:-.+)?|query(?:-.+)?|read-more|rss|search|site-.+|social-links?|tag-cloud|term-.+|terms-query)$/;

/** What a page holds and does not show: words for screen readers alone, copies of footnotes that wait to be pointed at. */
const NOT_SHOWN = /^(?:screen-reader-text|sr-only|visually-hidden|footnote_tooltip)$/;

const LEFT_OUT = new RegExp(`${MADE.source}|${NOT_SHOWN.source}`);

/** True for an element that a site has made when it showed the text. */
export function isMadeWhenShown(element: Element): boolean {
  return hasClass(element, LEFT_OUT);
}
