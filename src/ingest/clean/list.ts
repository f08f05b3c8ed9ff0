import { isTag, type ChildNode, type Element } from 'domhandler';
import { elementsBelow, hasClass, isBlank, named, textOf } from './dom.ts';
import { imagesBlock, isFigure, readFigure } from './figure.ts';
import { htmlBlock, isOrdinal } from './html-block.ts';
import { readAlso } from './read-also.ts';
import type { BlockInput, ImageInput, Walk } from './walk.ts';

/** The deepest level that an item may have. */
const MAX_LEVEL = 9;
/** What an item of a plain list cannot hold. */
const NOT_IN_ITEM = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'blockquote',
  'pre',
  'dl',
  'details',
  'hr',
  'figcaption',
];

interface Item {
  readonly level: number;
  readonly html: string;
  /** What it is where it only sends readers on to another story. */
  readonly also: BlockInput | null;
}

/** A list with its nested lists as levels; one of pictures alone as a gallery; one that holds more than text as HTML. */
export function readList(list: Element, walk: Walk): boolean {
  if (isFigure(list) || hasClass(list, /gallery/)) {
    if (readFigure(list, walk)) return true;
  }
  if (hasOwnNumbers(list) && readAsItStands(list, walk)) return true;
  if (named(list, ...NOT_IN_ITEM).length > 0 || list.children.some((node) => !isBlank(node) && !isItem(node)))
    return readAsItStands(list, walk);
  const items: Item[] = [];
  const media: BlockInput[] = [];
  collect(list, 0, items, media, walk);
  // Pictures follow the list; what is said under them must not.
  if (media.some(hasCaption)) return readAsItStands(list, walk);
  const also = items.flatMap((item) => item.also ?? []);
  if (also.length > 0 && also.length === items.length) for (const line of also) walk.add(line);
  else if (items.length > 0)
    walk.add({ type: 'list', ordered: list.name === 'ol', items: items.map(({ level, html }) => ({ level, html })) });
  for (const one of joined(media)) walk.add(one);
  return true;
}

/** A list that is not one: what it holds is kept as HTML, or read where it stands where HTML cannot hold it. */
function readAsItStands(list: Element, walk: Walk): boolean {
  if (named(list, 'iframe', 'video', 'audio', 'object', 'embed').length > 0) return false;
  const block = htmlBlock(list, walk.context);
  if (block !== null) walk.add(block);
  return block !== null;
}

/** True where a line's number is not its place, which a list block cannot tell. */
function hasOwnNumbers(list: Element): boolean {
  const isOwn = ({ name, attribs }: Element): boolean =>
    name === 'li'
      ? isOrdinal(attribs['value'])
      : name === 'ol' &&
        (attribs['reversed'] !== undefined || (isOrdinal(attribs['start']) && attribs['start'] !== '1'));
  return isOwn(list) || elementsBelow(list, isOwn).length > 0;
}

/** True for a picture, film or sound with words under it. */
function hasCaption(block: BlockInput): boolean {
  const media =
    block.type === 'gallery'
      ? block.images
      : block.type === 'image'
        ? [block.image]
        : block.type === 'video'
          ? [block.video]
          : block.type === 'audio'
            ? [block.audio]
            : [];
  return media.some(({ caption, credit }) => caption !== null || credit !== null);
}

function isItem(node: ChildNode): boolean {
  return isTag(node) && ['li', 'ul', 'ol', 'br'].includes(node.name);
}

function collect(list: Element, level: number, items: Item[], media: BlockInput[], walk: Walk): void {
  for (const node of list.children) {
    if (!isTag(node)) continue;
    if (node.name === 'ul' || node.name === 'ol') collect(node, Math.min(MAX_LEVEL, level + 1), items, media, walk);
    else if (node.name === 'li') collectItem(node, level, items, media, walk);
  }
}

/** An item's text before, between and after its nested lists, in order. */
function collectItem(item: Element, level: number, items: Item[], media: BlockInput[], walk: Walk): void {
  let own: ChildNode[] = [];
  const flush = (): void => {
    const made = walk.inline(own);
    own = [];
    media.push(...made.media);
    if (made.plain !== '') items.push({ level, html: made.html, also: readAlso(made) });
  };
  for (const node of item.children) {
    if (isTag(node) && (node.name === 'ul' || node.name === 'ol')) {
      flush();
      collect(node, Math.min(MAX_LEVEL, level + 1), items, media, walk);
    } else if (isTag(node) && named(node, 'ul', 'ol').length > 0 && textOf(node) !== '') {
      flush();
      collectItem(node, level, items, media, walk);
    } else own.push(node);
  }
  flush();
}

/** Pictures that stood next to each other as one gallery. */
function joined(media: readonly BlockInput[]): readonly BlockInput[] {
  const images: ImageInput[] = [];
  const rest: BlockInput[] = [];
  for (const one of media) {
    if (one.type === 'image') images.push(one.image);
    else rest.push(one);
  }
  return images.length === 0 ? rest : [imagesBlock(images), ...rest];
}
