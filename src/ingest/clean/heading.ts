import slugify from '@sindresorhus/slugify';
import type { Element } from 'domhandler';
import type { Walk } from './walk.ts';

/** A heading with an anchor that is unique in the article: its own id, else a slug of its text. Pictures in it follow it. */
export function readHeading(element: Element, walk: Walk): boolean {
  const { html, plain, media } = walk.inline(element.children);
  if (plain !== '')
    walk.add({
      type: 'heading',
      level: Number(element.name.slice(1)),
      html,
      anchor: anchorFor(element.attribs['id'], plain, walk.anchors),
    });
  for (const block of media) walk.add(block);
  return true;
}

function anchorFor(id: string | undefined, text: string, taken: Set<string>): string {
  const own = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,99}$/u.test(id ?? '') ? (id ?? '') : '';
  const base =
    own ||
    slugOf(text.slice(0, 120)) ||
    text
      .slice(0, 60)
      .trim()
      .replaceAll(/[\s\p{P}\p{S}]+/gu, '-') ||
    'section';
  let anchor = base;
  for (let number = 2; taken.has(anchor); number++) anchor = `${base}-${number}`;
  taken.add(anchor);
  return anchor;
}

/** Plain words need no transliteration, which is slow. */
function slugOf(text: string): string {
  return /^[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)*$/.test(text) ? text.toLowerCase().replaceAll(' ', '-') : slugify(text);
}
