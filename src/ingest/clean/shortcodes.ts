import { attachmentImage } from './image.ts';
import { escapeHtml } from './inline-writer.ts';
import { EMBED_SHORTCODES, KNOWN_SHORTCODES } from './shortcodes.data.ts';
import type { Attachment, CleanContext } from './walk.ts';

/** `[name attributes]`, `[/name]` and the escaped form `[[name]]`; not inside `pre`, `code`, comments or tags' attributes. */
const TAG =
  /(?<skip><(?:pre|code|script|style)\b[\s\S]*?<\/(?:pre|code|script|style)>|<!--[\s\S]*?-->)|(?<escaped>\[\[[^[\]\n]{1,500}\]\])|\[(?<close>\/?)(?<name>[a-z][\w-]{1,40})(?<attributes>(?:[\s=](?:"[^"\]]*"|[^\]"[])*)?)\]/gi;

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
  const withPairs = expandPairs(html, context);
  const out = withPairs.replace(TAG, (...match: readonly unknown[]) => {
    // The last argument of a replacer is the named groups.
    const groups = match.at(-1) as Record<string, string | undefined>;
    const whole = String(match[0]);
    if (groups['skip'] !== undefined) return whole;
    if (groups['escaped'] !== undefined) return whole.slice(1, -1);
    const name = (groups['name'] ?? '').toLowerCase();
    const attributes = attributesOf(groups['attributes'] ?? '');
    const made = groups['close'] === '/' ? null : single(name, attributes, context);
    if (made !== null) return made;
    const isOurs =
      KNOWN_SHORTCODES.some((pattern) => pattern.test(name)) || EMBED_SHORTCODES.includes(name) || name === 'caption';
    const seems =
      closed.has(name) ||
      Object.keys(attributes).some((key) => !/^\d+$/.test(key)) ||
      (name.includes('_') && !whole.includes(' '));
    if (!seems && !(isOurs && /[_-]/.test(name))) return whole;
    if (!isOurs && groups['close'] !== '/') unknown.push(name);
    return '';
  });
  return { html: out, unknown };
}

/** Shortcodes with something between their tags: caption, embed, audio and video. */
function expandPairs(html: string, context: CleanContext): string {
  return html.replaceAll(
    /\[(caption|wp_caption|embed|audio|video|youtube|playlist)\b((?:"[^"]*"|[^\]"])*)\]([\s\S]*?)\[\/\1\]/gi,
    (whole: string, name: string, raw: string, inner: string) => {
      const attributes = attributesOf(raw);
      if (/^(?:wp_)?caption$/i.test(name)) return captionHtml(attributes, inner);
      if (/^(?:embed|youtube)$/i.test(name))
        return frame(inner.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&')) ?? whole;
      return (single(name.toLowerCase(), attributes, context) ?? '') + inner;
    },
  );
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
