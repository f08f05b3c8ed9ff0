import { DYNAMIC_BLOCKS, SHORTCODE_CLASSES, STATIC_BLOCKS } from './dynamic-parts.data.ts';

/**
 * The parts of a body that WordPress makes when it shows it, by name and number: dynamic blocks, embeds, shortcodes (`[name]`). Read from
 * a text as it is stored (block comments, shortcodes) or as it is shown (classes). Linear in the text.
 */
export function dynamicParts(content: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const add = (name: string): void => void parts.set(name, (parts.get(name) ?? 0) + 1);
  for (const comment of blockComments(content)) {
    const name = /^<!-- wp:([a-z][a-z0-9-]*(?:\/[a-z0-9-]+)?)[\s/]/.exec(comment)?.[1];
    if (name === undefined) continue;
    const block = name.replace(/^core\//, '').replace(/^core-embed\/.*$/, 'embed');
    if (DYNAMIC_BLOCKS.has(block) || (comment.endsWith('/-->') && !STATIC_BLOCKS.has(block))) add(block);
  }
  if (content.includes('<!-- wp:') && !content.startsWith('<!-- wp:rendered')) return addShortcodes(content, parts);
  for (const [, classes = ''] of content.matchAll(/\sclass=["']([^"']{1,1000})["']/g)) {
    const block = /(?:^|\s)wp-block-([a-z0-9-]+)(?:\s|$)/.exec(classes)?.[1];
    if (block !== undefined && DYNAMIC_BLOCKS.has(block)) add(block);
    else for (const [pattern, name] of SHORTCODE_CLASSES) if (pattern.test(classes)) add(name);
  }
  return addShortcodes(content, parts);
}

/** The comments that open a block, or are all of it. */
function* blockComments(content: string): Generator<string> {
  let at = content.indexOf('<!-- wp:');
  while (at >= 0) {
    const end = content.indexOf('-->', at);
    if (end < 0) return;
    yield content.slice(at, end + 3);
    at = content.indexOf('<!-- wp:', end);
  }
}

/** Shortcodes that show themselves to be such by an attribute or an end: `[sic]` is none. What a site has shown has none left that it knows. */
function addShortcodes(content: string, parts: Map<string, number>): ReadonlyMap<string, number> {
  if (content.startsWith('<!-- wp:rendered')) return parts;
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
