import { boundHtml } from './bound-html.ts';
import {
  BUILDERS,
  CHOICES,
  GALLERY,
  PICTURE,
  PLAYER,
  SHOWN,
  TITLE_UNSEEN,
  WITHIN_A_LINE,
} from './builder-shortcodes.data.ts';
import { escapeHtml } from './inline-writer.ts';
import { idsOf, type Attributes } from './shortcode-attributes.ts';
import { figureHtml, frameHtml, galleryHtml, watchAddress } from './shortcode-media.ts';
import type { CleanContext } from './walk.ts';

/** Ends what stands before and starts what follows. */
const APART = '<div></div>';

/** What an element of a page builder shows by its attributes, before and after what stands between its tags; null when it is of none. */
export function builderHtml(
  name: string,
  attributes: Attributes,
  context: CleanContext,
): { readonly before: string; readonly after: string } | null {
  if (!BUILDERS.test(name)) return null;
  if (WITHIN_A_LINE.test(name)) return { before: '', after: '' };
  const shown = (key: keyof typeof SHOWN): readonly string[] =>
    SHOWN[key]
      .filter((one) => !(one === 'title' && TITLE_UNSEEN.test(name)))
      .map((one) => visible(attributes[one] ?? ''))
      .filter((text) => text !== '');
  const isButton = /(?:btn|button)$/.test(name) || name === 'vc_custom_heading_link';
  const headings = shown('heading').map((text) => (isButton ? `<p>${text}</p>` : `<h3>${text}</h3>`));
  const custom = name.endsWith('_heading') && attributes['text'] !== undefined;
  const lines = shown('line').map((text) => (custom ? `<h3>${text}</h3>` : `<p>${text}</p>`));
  const signed = shown('signature').join(', ');
  return {
    before: [APART, ...headings, ...lines, mediaOf(name, attributes, context)].join(''),
    after: signed === '' ? APART : `<p>— ${signed}</p>`,
  };
}

/** The picture, gallery or film that an element names; '' for none. */
function mediaOf(name: string, attributes: Attributes, context: CleanContext): string {
  const said = (keys: readonly string[]): readonly string[] =>
    keys.map((key) => attributes[key] ?? '').filter((value) => value !== '');
  if (GALLERY.elements.test(name)) {
    const ids = said(GALLERY.ids)[0];
    return ids === undefined ? '' : galleryHtml({ ids }, context);
  }
  if (PLAYER.elements.test(name))
    return (
      said(PLAYER.addresses)
        .map((one) => frameHtml(watchAddress(name, one) ?? one))
        .find((frame) => frame !== null) ?? ''
    );
  return PICTURE.elements.test(name)
    ? pictureHtml(said(PICTURE.ids), said(PICTURE.addresses), attributes, context)
    : '';
}

function pictureHtml(
  ids: readonly string[],
  addresses: readonly string[],
  attributes: Attributes,
  context: CleanContext,
): string {
  for (const id of ids.flatMap(idsOf)) {
    const attachment = context.attachment(id);
    if (attachment !== null) return figureHtml(attachment, context);
  }
  const src = addresses.find((one) => /^(?:https?:)?\/\/\S+$/i.test(one));
  const alt = attributes['alt'] === undefined ? '' : ` alt="${escapeHtml(attributes['alt'])}"`;
  return src === undefined ? '' : `<figure><img src="${escapeHtml(src)}"${alt}></figure>`;
}

/** The HTML that an element holds in base64, as WPBakery and Avada store it; null when it is none. */
export function unpacked(base64: string): string | null {
  const packed = base64.replaceAll(/<[^<>]*>|\s+/g, '');
  if (packed.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  if (text.includes('\uFFFD')) return null;
  return boundHtml(decoded(text)).html;
}

function decoded(text: string): string {
  try {
    return /^\s*(?:%3C|[^<%]*%3C)/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** The text of an attribute as HTML, marks and brackets as typed; '' for what only chooses something. */
function visible(value: string): string {
  const text = value.replaceAll('%22', '"').replaceAll('%91', '[').replaceAll('%93', ']').replaceAll('``', '"').trim();
  return !/\p{L}/u.test(text) || CHOICES.has(text.toLowerCase()) || /^https?:\/\//i.test(text) ? '' : text;
}
