import { DYNAMIC_BLOCKS, SHORTCODE_CLASSES, STATIC_BLOCKS } from './dynamic-parts.data.ts';

const BLOCK = '<!-- wp:';
const BLOCK_NAME = /([a-z][a-z0-9-]*(?:\/[a-z0-9-]+)?)[\s/]/y;

/**
 * The parts of a body that WordPress makes when it shows it, by name and number: dynamic blocks, embeds, shortcodes (`[name]`). Read from
 * a text as it is stored (block comments, shortcodes) or as it is shown (classes). Linear in the text.
 */
export function dynamicParts(content: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const add = (name: string): void => void parts.set(name, (parts.get(name) ?? 0) + 1);
  for (const { name, isAll } of openedBlocks(content)) {
    const block = name.includes('/') ? name.replace(/^core\//, '').replace(/^core-embed\/.*$/, 'embed') : name;
    if (DYNAMIC_BLOCKS.has(block) || (isAll && !STATIC_BLOCKS.has(block))) add(block);
  }
  if (content.includes(BLOCK) && !content.startsWith('<!-- wp:rendered')) return addShortcodes(content, parts);
  for (const [, classes = ''] of content.matchAll(/\sclass=["']([^"']{1,1000})["']/g)) {
    const block = /(?:^|\s)wp-block-([a-z0-9-]+)(?:\s|$)/.exec(classes)?.[1];
    if (block !== undefined && DYNAMIC_BLOCKS.has(block)) add(block);
    else for (const [pattern, name] of SHORTCODE_CLASSES) if (pattern.test(classes)) add(name);
  }
  return addShortcodes(content, parts);
}

/** The blocks that comments open, and whether the comment is all of it. */
function* openedBlocks(content: string): Generator<{ readonly name: string; readonly isAll: boolean }> {
  for (let at = content.indexOf(BLOCK); at >= 0;) {
    const end = content.indexOf('-->', at);
    if (end < 0) return;
    BLOCK_NAME.lastIndex = at + BLOCK.length;
    const name = BLOCK_NAME.exec(content)?.[1];
    if (name !== undefined) yield { name, isAll: content[end - 1] === '/' };
    at = content.indexOf(BLOCK, end);
  }
}

/** Shortcodes that show themselves to be such by an attribute or an end: `[sic]` is none. What a site has shown has none left that it knows. */
function addShortcodes(content: string, parts: Map<string, number>): ReadonlyMap<string, number> {
  if (!content.includes('[') || content.startsWith('<!-- wp:rendered')) return parts;
  const ended = new Set([...content.matchAll(/\[\/([a-z][\w-]{0,40})\]/g)].map(([, name]) => name));
  for (const [, name = '', rest = ''] of content.matchAll(
    /(?<!\[)\[([a-z][\w-]{0,40})(\s[^[\]]{0,300})?\/?\](?!\])/g,
  )) {
    // A caption keeps its text in itself.
    if (name === 'caption' || name === 'wp_caption') continue;
    if (name === 'gallery' || ended.has(name) || /\s[\w-]+=/.test(rest))
      parts.set(`[${name}]`, (parts.get(`[${name}]`) ?? 0) + 1);
  }
  return parts;
}
