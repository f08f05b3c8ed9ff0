/** Core blocks that WordPress fills when it shows a page: what an import takes over is what they showed at that moment, or nothing. */
export const DYNAMIC_BLOCKS: ReadonlySet<string> = new Set([
  'archives',
  'avatar',
  'block',
  'calendar',
  'categories',
  'comments',
  'embed',
  'latest-comments',
  'latest-posts',
  'loginout',
  'navigation',
  'page-list',
  'pattern',
  'post-author',
  'post-date',
  'post-excerpt',
  'post-featured-image',
  'post-terms',
  'post-title',
  'query',
  'read-more',
  'rss',
  'search',
  'site-title',
  'social-links',
  'tag-cloud',
  'template-part',
  'terms-query',
]);

/** Blocks that hold their text themselves, also where an empty one is written as a single comment. */
export const STATIC_BLOCKS: ReadonlySet<string> = new Set([
  'buttons',
  'column',
  'columns',
  'group',
  'heading',
  'image',
  'list',
  'list-item',
  'more',
  'nextpage',
  'paragraph',
  'quote',
  'separator',
  'spacer',
  'table',
]);

/** What the output of core shortcodes looks like, by a class of its own. */
export const SHORTCODE_CLASSES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bgalleryid-\d/, '[gallery]'],
  [/\bwp-audio-shortcode\b/, '[audio]'],
  [/\bwp-video-shortcode\b/, '[video]'],
  [/\bwp-playlist\b(?!-)/, '[playlist]'],
  [/\bwp-embedded-content\b/, 'embed'],
];
