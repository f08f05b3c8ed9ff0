import { attachmentImage } from './image.ts';
import { escapeHtml } from './inline-writer.ts';
import { idsOf, type Attributes } from './shortcode-attributes.ts';
import type { Attachment, CleanContext } from './walk.ts';

const SOUNDS = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac'];
const FILMS = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'mov'];

/** Services that shortcodes name by a bare id. */
const WATCH: Readonly<Record<string, { readonly id: RegExp; readonly address: string }>> = {
  youtube: { id: /^[\w-]{11}$/, address: 'https://www.youtube.com/watch?v=' },
  vimeo: { id: /^\d{4,}$/, address: 'https://vimeo.com/' },
  dailymotion: { id: /^[a-z0-9]{5,}$/i, address: 'https://www.dailymotion.com/video/' },
  tweet: { id: /^\d{5,}$/, address: 'https://twitter.com/i/status/' },
};

/** A player for `[audio]` and `[video]`; '' when no file is named. */
export function playerHtml(tag: 'audio' | 'video', attributes: Attributes): string {
  const src =
    (tag === 'audio' ? SOUNDS : FILMS)
      .map((name) => attributes[name])
      .find((value) => value !== undefined && value !== '') ?? attributes['0'];
  if (src === undefined) return '';
  const poster =
    tag === 'video' && attributes['poster'] !== undefined ? ` poster="${escapeHtml(attributes['poster'])}"` : '';
  return `<${tag} src="${escapeHtml(src)}"${poster}></${tag}>`;
}

/** A frame for an address; null when it is none. */
export function frameHtml(address: string): string | null {
  const url = address.trim();
  return /^(?:https?:)?\/\/[^\s<>"]+$/i.test(url) ? `<iframe src="${escapeHtml(url)}"></iframe>` : null;
}

/** Where a service shows what an address or a bare id of it names; null where it is neither. */
export function watchAddress(name: string, id: string): string | null {
  if (/^https?:/i.test(id)) return id;
  const service = Object.keys(WATCH).find((one) => name.endsWith(one));
  const found = service === undefined ? undefined : WATCH[service];
  return found !== undefined && found.id.test(id) ? found.address + id : null;
}

/** The pictures named, else those uploaded to the post, as WordPress shows them. */
export function galleryHtml(attributes: Attributes, context: CleanContext): string {
  const named = idsOf(attributes['ids'] ?? attributes['include'] ?? '');
  const excluded = new Set(idsOf(attributes['exclude'] ?? ''));
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

/** A picture of the library with its caption; '' when it has no address. */
export function figureHtml(attachment: Attachment, context: CleanContext): string {
  const image = attachmentImage(attachment, context);
  if (image === null) return '';
  const size =
    attachment.width === null || attachment.height === null
      ? ''
      : ` width="${attachment.width}" height="${attachment.height}"`;
  const alt = image.alt === null ? '' : ` alt="${escapeHtml(image.alt)}"`;
  const caption = attachment.caption === null ? '' : `<figcaption>${escapeHtml(attachment.caption)}</figcaption>`;
  const credit = image.credit === null ? '' : ` data-credit="${escapeHtml(image.credit)}"`;
  return `<figure><img src="${escapeHtml(image.url)}"${alt}${size}${credit}>${caption}</figure>`;
}

/** Players for files of the library. */
export function playlistHtml(ids: readonly string[], context: CleanContext): string {
  const files = ids.map((id) => context.attachment(id)).filter((one) => one !== null);
  return files
    .map(({ url }) =>
      /\.(?:mp4|m4v|webm|ogv|mov)(?:\?|$)/i.test(url)
        ? `<video src="${escapeHtml(url)}"></video>`
        : `<audio src="${escapeHtml(url)}"></audio>`,
    )
    .join('');
}
