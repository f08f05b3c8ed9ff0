import type { Element } from 'domhandler';
import type { ImageInput } from '#content/imported-item.ts';
import { splitImageCredit } from './image-credit.ts';
import { mediaAddress } from './links.ts';
import type { Attachment, CleanContext } from './walk.ts';

/** An image of the library as a content image; null when its address is none. */
export function attachmentImage(attachment: Attachment, context: Pick<CleanContext, 'base'>): ImageInput | null {
  const url = mediaAddress(attachment.url, context);
  if (url === null) return null;
  const { caption, credit } = splitImageCredit(attachment.caption);
  return {
    url,
    alt: attachment.alt,
    caption,
    credit: credit ?? attachment.credit,
    width: attachment.width,
    height: attachment.height,
  };
}

/** The image of an `img` element; null for tracking pixels and for addresses that are none. `caption` is plain text. */
export function imageOf(img: Element, caption: string | null, context: CleanContext): ImageInput | null {
  const { attribs } = img;
  const listed = libraryImage(img, caption, context);
  if (listed !== null) return listed;
  const width = pixels(attribs['width']);
  const height = pixels(attribs['height']);
  if (width === 1 && height === 1) return null;
  // Pictures that load late carry a placeholder in `src`.
  const late = attribs['data-orig-file'] ?? attribs['data-lazy-src'] ?? attribs['data-src'];
  const said = mediaAddress(late, context) ?? mediaAddress(attribs['src'], context);
  const id = /\bwp-image-(\d+)\b/.exec(attribs['class'] ?? '')?.[1] ?? attribs['data-id'];
  const known = id === undefined ? null : context.attachment(id);
  // A path alone leads nowhere where the site is not known, and a background has its address in a style; the library may know it.
  const url = said === null || said.startsWith('/') ? (mediaAddress(known?.url, context) ?? said) : said;
  if (url === null) return null;
  const size = known !== null && width === null && height === null ? sizeOf(url, known) : { width, height };
  const split = splitImageCredit(caption);
  const alt = attribs['alt'] ?? null;
  return {
    url,
    alt: alt === null || alt === '' ? (known?.alt ?? alt) : alt,
    caption: split.caption,
    credit: split.credit ?? (attribs['data-credit']?.trim() || null),
    width: size.width,
    height: size.height,
  };
}

/** A picture that WordPress took out of its library, small and cut, when it showed a gallery: as the library has it. */
function libraryImage(img: Element, caption: string | null, context: CleanContext): ImageInput | null {
  if (!/(?:^|\s)attachment-/.test(img.attribs['class'] ?? '')) return null;
  const url = mediaAddress(img.attribs['src'], context);
  const attachment = url === null ? null : context.attachmentAt(url.replace(/-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)/, ''));
  const image = attachment === null ? null : attachmentImage(attachment, context);
  return image === null || caption === null ? image : { ...image, caption: splitImageCredit(caption).caption };
}

/** The size of a file of the library, as WordPress tells it when it shows one: of the file itself, or in the name of a smaller copy. */
function sizeOf(url: string, known: Attachment): { readonly width: number | null; readonly height: number | null } {
  if (baseName(url) === baseName(known.url)) return known;
  const [, width, height] = /-(\d{1,5})x(\d{1,5})\.\w{3,4}$/.exec(baseName(url)) ?? [];
  return { width: pixels(width), height: pixels(height) };
}

/** The last part of an address: a site that has moved has files of one name under two hosts. */
function baseName(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
}

function pixels(value: string | undefined): number | null {
  const number = /^\d{1,5}(?:px)?$/.test(value ?? '') ? Number.parseInt(value ?? '', 10) : 0;
  return number > 0 ? number : null;
}
