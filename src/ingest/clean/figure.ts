import type { Element } from 'domhandler';
import { elementsBelow, hasClass, isEmoji, named, textOf } from './dom.ts';
import { embedBlock } from './embed.ts';
import { imageOf } from './image.ts';
import { mediaAddress } from './links.ts';
import { readAudio, readFrame, readVideo } from './media.ts';
import type { BlockInput, ImageInput, Walk } from './walk.ts';

const isCaption = (one: Element): boolean =>
  one.name === 'figcaption' ||
  one.name === 'dd' ||
  hasClass(one, /^(?:wp-caption-text|gallery-caption|wp-caption-dd)$/);

/** True for what WordPress or a theme wraps a picture and its caption in. */
export function isFigure(element: Element): boolean {
  return (
    element.name === 'figure' ||
    hasClass(element, /^(?:wp-caption|gallery|wp-block-gallery|blocks-gallery-grid|tiled-gallery)$/)
  );
}

/** A picture, gallery, frame, film, sound, table or quotation with its caption. False when it holds none of them or text beside. */
export function readFigure(element: Element, walk: Walk): boolean {
  if (
    hasClass(element, /^(?:wp-block-table|wp-block-pullquote)$/) ||
    named(element, 'table', 'blockquote', 'pre').length > 0
  )
    return false;
  const captions = elementsBelow(element, isCaption);
  const caption = captions.length === 0 ? null : textOf(captions.at(-1) ?? element);
  const videos = named(element, 'video');
  const audios = named(element, 'audio');
  const frames = named(element, 'iframe', 'embed', 'object');
  const images = picturesOf(element);
  const kinds = [videos, audios, frames, images].filter((some) => some.length > 0).length;
  if (kinds === 0) return hasClass(element, /embed/) && readEmbedText(element, caption, walk);
  // Text beside the media and captions would be lost, and a caption around a picture torn apart.
  if (kinds > 1 || captions.some((one) => picturesOf(one).length > 0) || !sameText(element, captions)) return false;
  if (images.length > 0) return readImages(element, images, captions, walk);
  if (videos.length + audios.length + frames.length > 1) return false;
  return (
    videos.every((one) => readVideo(one, walk, caption)) &&
    audios.every((one) => readAudio(one, walk, caption)) &&
    frames.every((one) => readFrame(one, walk, caption))
  );
}

function picturesOf(element: Element): Element[] {
  return named(element, 'img').filter((img) => !isEmoji(img));
}

function sameText(element: Element, captions: readonly Element[]): boolean {
  const letters = (text: string): string => text.replaceAll(/\s+/g, '');
  return letters(textOf(element)) === letters(captions.map((one) => textOf(one)).join(''));
}

function readEmbedText(element: Element, caption: string | null, walk: Walk): boolean {
  const text = textOf(element);
  const url = /^https?:\/\/\S+/.exec(text)?.[0] ?? '';
  const address = mediaAddress(url, walk.context);
  if (address === null || text !== (caption === null ? url : `${url} ${caption}`)) return false;
  walk.add(embedBlock(address, caption));
  return true;
}

function readImages(element: Element, images: readonly Element[], captions: readonly Element[], walk: Walk): boolean {
  const own = new Map(images.map((img) => [img, captionOf(img, element, captions)]));
  const used = new Set([...own.values()].filter((one) => one !== null));
  const made: ImageInput[] = [];
  for (const img of images) {
    const caption = own.get(img) ?? null;
    const image = imageOf(img, caption === null ? null : textOf(caption), walk.context);
    if (image !== null) made.push(image);
    else if (caption !== null) used.delete(caption);
  }
  if (made.length > 0) walk.add(imagesBlock(made));
  // The caption of a whole gallery, or of a picture that could not be kept.
  const left = captions.filter((one) => !used.has(one));
  for (const one of left) walk.into(one.children);
  return true;
}

/** One picture, or several as a gallery. */
export function imagesBlock(images: readonly ImageInput[]): BlockInput {
  const [first] = images;
  return images.length === 1 && first !== undefined ? { type: 'image', image: first } : { type: 'gallery', images };
}

/** The caption in the nearest wrapper that holds this picture alone. */
function captionOf(img: Element, root: Element, captions: readonly Element[]): Element | null {
  for (let at = img.parent; at !== null; at = at.parent) {
    if (!('attribs' in at)) return null;
    const wrapper = at;
    if (picturesOf(wrapper).length > 1) return null;
    const found = captions.find((one) => isInside(one, wrapper));
    if (found !== undefined) return found;
    if (wrapper === root) return null;
  }
  return null;
}

function isInside(element: Element, wrapper: Element): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === wrapper) return true;
  return false;
}
