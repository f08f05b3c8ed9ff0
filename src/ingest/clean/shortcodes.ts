import { attachmentImage } from './image.ts';
import { escapeHtml } from './inline-writer.ts';
import { asciiLower, regionsOf } from './regions.ts';
import { EMBED_SHORTCODES, KNOWN_SHORTCODES } from './shortcodes.data.ts';
import type { Attachment, CleanContext } from './walk.ts';

/** `[name attributes]`, `[/name]` and the escaped form `[[name]]`. */
const TAG =
  /(?<escaped>\[\[[^[\]\n]{1,500}\]\])|\[(?<close>\/?)(?<name>[a-z][\w-]{1,40})(?<attributes>(?:[\s=](?:"[^"\]]*"|[^\]"[])*)?)\]/gi;
/** Those that mean what stands between their tags. */
const PAIRED = new Set(['caption', 'wp_caption', 'embed', 'youtube', 'audio', 'video', 'playlist']);

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
  const regions = regionsOf(html).map((one) =>
    one.isLiteral ? one.html : expandIn(one.html, { context, closed, unknown }),
  );
  return { html: regions.join(''), unknown };
}

interface Expansion {
  readonly context: CleanContext;
  /** Names that are closed somewhere in the body. */
  readonly closed: ReadonlySet<string>;
  readonly unknown: string[];
}

/** One pass from left to right: what a pair has swallowed is not looked at again. */
function expandIn(html: string, expansion: Expansion): string {
  const lower = asciiLower(html);
  const unclosed = new Set<string>();
  let out = '';
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    if (match.index < at) continue;
    out += html.slice(at, match.index);
    at = match.index + match[0].length;
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    const attributes = attributesOf(match.groups?.['attributes'] ?? '');
    const isClose = match.groups?.['close'] === '/';
    const end = isClose || !PAIRED.has(name) || unclosed.has(name) ? -1 : lower.indexOf(`[/${name}]`, at);
    if (end >= 0) {
      out += pair(name, attributes, html.slice(at, end), expansion.context);
      at = end + name.length + 3;
      continue;
    }
    unclosed.add(name);
    if (match.groups?.['escaped'] !== undefined) out += match[0].slice(1, -1);
    else out += lone(match[0], name, attributes, isClose, expansion);
  }
  return out + html.slice(at);
}

/** A shortcode without content, or one end of one that we do not know. */
function lone(whole: string, name: string, attributes: Attributes, isClose: boolean, expansion: Expansion): string {
  const made = isClose ? null : single(name, attributes, expansion.context);
  if (made !== null) return made;
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

function pair(name: string, attributes: Attributes, inner: string, context: CleanContext): string {
  if (name === 'caption' || name === 'wp_caption') return captionHtml(attributes, inner);
  if (name === 'embed' || name === 'youtube')
    return frame(inner.replaceAll(/<[^<>]*>/g, '').replaceAll('&amp;', '&')) ?? inner;
  return (single(name, attributes, context) ?? '') + inner;
}

/** `[caption]<a><img></a> text[/caption]`; older ones have the text as an attribute. */
function captionHtml(attributes: Attributes, inner: string): string {
  const match = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner);
  const old = attributes['caption'];
  if (match === null) return `<div>${inner}</div>`;
  const text = (match[2] ?? '').trim() || (old === undefined ? '' : escapeHtml(old));
  return `<figure class="wp-caption">${match[1] ?? ''}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`;
}

function single(name: string, attributes: Attributes, context: CleanContext): string | null {
  if (name === 'gallery') return galleryHtml(attributes, context);
  if (name === 'playlist') return filesHtml(listOf(attributes['ids'] ?? ''), context);
  if (name === 'audio') return media('audio', attributes, ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac']);
  if (name === 'video') return media('video', attributes, ['src', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'mov']);
  if (!EMBED_SHORTCODES.includes(name)) return null;
  // `[youtube=https://…]`, `[tweet https://…]`, `[soundcloud url="…"]`
  return frame(
    attributes['url'] ??
      attributes['src'] ??
      attributes['href'] ??
      Object.values(attributes).find((one) => /^https?:/.test(one)) ??
      '',
  );
}

function media(tag: 'audio' | 'video', attributes: Attributes, names: readonly string[]): string | null {
  const src =
    names.map((name) => attributes[name]).find((value) => value !== undefined && value !== '') ?? attributes['0'];
  if (src === undefined) return '';
  const poster =
    tag === 'video' && attributes['poster'] !== undefined ? ` poster="${escapeHtml(attributes['poster'])}"` : '';
  return `<${tag} src="${escapeHtml(src)}"${poster}></${tag}>`;
}

function frame(address: string): string | null {
  const url = address.trim();
  return /^(?:https?:)?\/\/[^\s<>"]+$/i.test(url) ? `<iframe src="${escapeHtml(url)}"></iframe>` : null;
}

/** The pictures named, else those uploaded to the post, as WordPress shows them. */
function galleryHtml(attributes: Attributes, context: CleanContext): string {
  const named = listOf(attributes['ids'] ?? attributes['include'] ?? '');
  const excluded = new Set(listOf(attributes['exclude'] ?? ''));
  const found =
    named.length > 0
      ? named.map((id) => context.attachment(id)).filter((one) => one !== null)
      : context.attachmentsOf(attributes['id'] ?? context.postId);
  const shown = found.filter(
    (one) => !excluded.has(one.id) && /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)(?:\?|$)/i.test(one.url),
  );
  const figures = shown.map((one) => figureHtml(one, context)).join('');
  return figures === '' ? '' : `<div class="gallery">${figures}</div>`;
}

function figureHtml(attachment: Attachment, context: CleanContext): string {
  const image = attachmentImage(attachment, context);
  if (image === null) return '';
  const size =
    attachment.width === null || attachment.height === null
      ? ''
      : ` width="${attachment.width}" height="${attachment.height}"`;
  const alt = image.alt === null ? '' : ` alt="${escapeHtml(image.alt)}"`;
  const caption = attachment.caption === null ? '' : `<figcaption>${escapeHtml(attachment.caption)}</figcaption>`;
  return `<figure><img src="${escapeHtml(image.url)}"${alt}${size}>${caption}</figure>`;
}

function filesHtml(ids: readonly string[], context: CleanContext): string {
  const files = ids.map((id) => context.attachment(id)).filter((one) => one !== null);
  return files
    .map(({ url }) =>
      /\.(?:mp4|m4v|webm|ogv|mov)(?:\?|$)/i.test(url)
        ? `<video src="${escapeHtml(url)}"></video>`
        : `<audio src="${escapeHtml(url)}"></audio>`,
    )
    .join('');
}

type Attributes = Readonly<Record<string, string>>;

/** `name="value"`, `name='value'`, `name=value`; bare values are numbered. */
function attributesOf(raw: string): Attributes {
  const found: Record<string, string> = {};
  let bare = 0;
  const text = raw.replaceAll(/&#8220;|&#8221;|&#8243;|&quot;|[“”″]/g, '"').replaceAll('&amp;', '&');
  for (const match of text.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|([^\s"'=\]][^\s"'\]]*)/g,
  )) {
    const [, name, double, single, plain, quoted, word] = match;
    if (name !== undefined) found[name.toLowerCase()] = double ?? single ?? plain ?? '';
    else found[String(bare++)] = quoted ?? word ?? '';
  }
  return found;
}

function listOf(ids: string): readonly string[] {
  return ids.split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}
