import { builderHtml, unpacked } from './builder-shortcodes.ts';
import { PACKED } from './builder-shortcodes.data.ts';
import { asciiLower, regionsOf } from './regions.ts';
import { EMBED_SHORTCODES, KNOWN_SHORTCODES } from './shortcodes.data.ts';
import { attributesOf, idsOf, type Attributes } from './shortcode-attributes.ts';
import { frameHtml, galleryHtml, playerHtml, playlistHtml, watchAddress } from './shortcode-media.ts';
import type { CleanContext } from './walk.ts';

/** `[name attributes]`, `[/name]` and the escaped form `[[name]]`. */
const TAG =
  /(?<escaped>\[\[[^[\]\n]{1,500}\]\])|\[(?<close>\/?)(?<name>[a-z][\w-]{1,40})(?<attributes>(?:[\s=](?:"[^"\]]*"|[^\]"[])*)?)\]/gi;
/** Those that mean what stands between their tags. */
const PAIRED = new Set([
  'caption',
  'wp_caption',
  'embed',
  'youtube',
  'audio',
  'video',
  'playlist',
  'vc_raw_js',
  'fusion_imageframe',
  ...PACKED,
]);

/** Those whose own tag may say all. */
const PLAYERS = new Set(['audio', 'video', 'embed', 'playlist']);

export interface WithoutShortcodes {
  readonly html: string;
  /** Names of shortcodes that we do not know, once per use. */
  readonly unknown: readonly string[];
}

/**
 * Shortcodes as the HTML that they stand for: caption, gallery, playlist, embed, audio and video. All others lose their tags and keep the
 * text between; a word in brackets that is no shortcode ("[sic]") stays as it is.
 */
export function expandShortcodes(html: string, context: CleanContext): WithoutShortcodes {
  if (!html.includes('[')) return { html, unknown: [] };
  const closed = new Set(
    [...html.matchAll(/\[\/([a-z][\w-]{1,40})\s*\]/gi)].map((match) => match[1]?.toLowerCase() ?? ''),
  );
  const unknown: string[] = [];
  const endings = new Map<string, string[]>();
  const regions = regionsOf(html).map((one) =>
    one.isLiteral ? one.html : expandIn(one.html, { context, closed, unknown, endings }),
  );
  return { html: regions.join(''), unknown };
}

interface Expansion {
  readonly context: CleanContext;
  /** Names that are closed somewhere in the body. */
  readonly closed: ReadonlySet<string>;
  readonly unknown: string[];
  /** What elements of page builders that are open say at their end, by name, innermost last. */
  readonly endings: Map<string, string[]>;
}

/** One pass from left to right: what a pair has swallowed is not looked at again. */
function expandIn(html: string, expansion: Expansion): string {
  const endOf = endsIn(html);
  let out = '';
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    if (match.index < at) continue;
    out += html.slice(at, match.index);
    at = match.index + match[0].length;
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    const attributes = attributesOf(match.groups?.['attributes'] ?? '');
    const isClose = match.groups?.['close'] === '/';
    const end = isClose || !PAIRED.has(name) ? null : endOf(name, at);
    if (end !== null) {
      out += pair(name, attributes, html.slice(at, end), expansion.context);
      at = end + name.length + 3;
      continue;
    }
    if (match.groups?.['escaped'] !== undefined) out += match[0].slice(1, -1);
    else out += lone(match[0], name, attributes, isClose, expansion);
  }
  return out + html.slice(at);
}

/**
 * Where the content of a shortcode that starts at a place ends; null where none of its name ends before another starts: such a player has no
 * content, the later one has. Looks at each part of the text once a name.
 */
function endsIn(html: string): (name: string, at: number) => number | null {
  const lower = asciiLower(html);
  const places = new Map<string, number>();
  const next = (mark: string, at: number): number => {
    const known = places.get(mark);
    if (known !== undefined && (known < 0 || known >= at)) return known;
    const place = lower.indexOf(mark, at);
    places.set(mark, place);
    return place;
  };
  return (name, at) => {
    const end = next(`[/${name}]`, at);
    const starts = PLAYERS.has(name) ? [next(`[${name} `, at), next(`[${name}]`, at)] : [];
    return end < 0 || starts.some((start) => start >= 0 && start < end) ? null : end;
  };
}

/** A shortcode without content, or one end of one that we do not know. */
function lone(whole: string, name: string, attributes: Attributes, isClose: boolean, expansion: Expansion): string {
  const made = isClose ? null : single(name, attributes, expansion.context);
  if (made !== null) return made;
  const element = builderHtml(name, attributes, expansion.context);
  if (element !== null) return elementHtml(element, name, isClose, expansion);
  const isKnown =
    KNOWN_SHORTCODES.some((pattern) => pattern.test(name)) || EMBED_SHORTCODES.includes(name) || PAIRED.has(name);
  const isShortcode =
    expansion.closed.has(name) ||
    Object.keys(attributes).some((key) => !/^\d+$/.test(key)) ||
    (isKnown && /[_-]/.test(name)) ||
    (name.includes('_') && !whole.includes(' '));
  if (!isShortcode) return whole;
  if (!isKnown && !isClose) expansion.unknown.push(name);
  return '';
}

/** An element of a page builder: what it shows at its start, and what at its end when that comes. */
function elementHtml(
  { before, after }: { readonly before: string; readonly after: string },
  name: string,
  isClose: boolean,
  { closed, endings }: Expansion,
): string {
  if (isClose) return endings.get(name)?.pop() ?? after;
  if (!closed.has(name)) return before + after;
  const open = endings.get(name);
  if (open === undefined) endings.set(name, [after]);
  else open.push(after);
  return before;
}

function pair(name: string, attributes: Attributes, inner: string, context: CleanContext): string {
  if (PACKED.includes(name)) return unpacked(inner) ?? inner;
  if (name === 'vc_raw_js') return '';
  if (name === 'fusion_imageframe' && /^\s*https?:\/\/\S+\s*$/i.test(inner))
    return builderHtml(name, { ...attributes, src: inner.trim() }, context)?.before ?? inner;
  if (name === 'caption' || name === 'wp_caption') return captionHtml(attributes, inner);
  if (name === 'embed' || name === 'youtube')
    return frameHtml(inner.replaceAll(/<[^<>]*>/g, '').replaceAll('&amp;', '&')) ?? inner;
  return (single(name, attributes, context) ?? '') + inner;
}

/** `[caption]<a><img></a> text[/caption]`; older ones have the text as an attribute. */
function captionHtml(attributes: Attributes, inner: string): string {
  const match = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner);
  if (match === null) return `<div>${inner}</div>`;
  const text = (match[2] ?? '').trim() || (attributes['caption'] ?? '');
  return `<figure class="wp-caption">${match[1] ?? ''}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`;
}

function single(name: string, attributes: Attributes, context: CleanContext): string | null {
  if (name === 'gallery') return galleryHtml(attributes, context);
  if (name === 'playlist') return playlistHtml(idsOf(attributes['ids'] ?? ''), context);
  if (name === 'audio' || name === 'video') return playerHtml(name, attributes);
  if (!EMBED_SHORTCODES.includes(name)) return null;
  // `[youtube=https://…]`, `[tweet https://…]`, `[soundcloud url="…"]`, `[vimeo 123]`
  const { url, src, href, id } = attributes;
  const said = [url, src, href, id, ...Object.values(attributes)].filter((one) => one !== undefined);
  return said.map((one) => frameHtml(watchAddress(name, one) ?? '')).find((frame) => frame !== null) ?? null;
}
