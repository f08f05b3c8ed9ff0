import type { BlockInput } from '#content/imported-item.ts';
import type { InlineRun } from './inline-writer.ts';
import { READ_ALSO_LABELS } from './read-also.data.ts';

const MAX_TITLE = 300;
const MAX_LABEL = 50;
const labels = Object.values(READ_ALSO_LABELS)
  .flat()
  .map((one) => one.replaceAll('’', "[’']"))
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const LABELLED = new RegExp(String.raw`^\W{0,3}?(?<label>${labels})(?<mark>\s*[:|»>→–—-]+|\s*\n)?\s*(?=\S)`, 'iu');

/**
 * A line that only sends readers on to another story: a known label, then one link that covers all that follows. Without a link only where
 * the label is in capitals and a colon follows. Null for everything else: what is not sure stays a paragraph.
 */
export function readAlso(run: InlineRun): BlockInput | null {
  const match = LABELLED.exec(run.plain);
  const label = match?.groups?.['label'];
  if (match === null || label === undefined) return null;
  const title = run.plain.slice(match[0].length).replace(/\s+/g, ' ').trim();
  if (!isHeadline(title)) return null;
  const hasMark = match.groups?.['mark'] !== undefined;
  const [link] = run.links;
  if (run.links.length === 1 && link !== undefined) {
    const covered = run.plain.slice(Math.max(link.from, match[0].length), link.to).trim();
    // A link around label and title, or around the title alone; a bare label before it needs its own mark or end.
    const covers = isSame(covered, title) && link.from <= match[0].length;
    const sure = hasMark || link.from > 0 || isCapitals(label);
    return covers && sure && !link.href.startsWith('#') ? readAlsoBlock(label, title, link.href) : null;
  }
  return run.links.length === 0 && hasMark && isCapitals(label) && !run.plain.includes('\n')
    ? readAlsoBlock(label, title, null)
    : null;
}

/** More than one word: a link to a topic, a button or an arrow is no story. Scripts without spaces are told by their length. */
export function isHeadline(title: string): boolean {
  const words = title.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return (
    title.length <= MAX_TITLE &&
    (words > 1 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u.test(title))
  );
}

/** A text that is such a label and nothing else, without its mark, which a single word needs; null for any other. */
export function loneLabel(plain: string): string | null {
  const text = plain.trim();
  if (text.length > MAX_LABEL) return null;
  const match = LABELLED.exec(`${text} .`);
  const label = match?.groups?.['label'];
  if (match === null || label === undefined || match[0].trim().length < text.length) return null;
  return label.includes(' ') || match.groups?.['mark'] !== undefined ? label : null;
}

export function readAlsoBlock(label: string, title: string, url: string | null): BlockInput {
  return { type: 'read-also', link: { label, title, url: url === null || url.startsWith('mailto:') ? null : url } };
}

function isSame(covered: string, title: string): boolean {
  const bare = (text: string): string => text.replaceAll(/[\s\p{P}]+/gu, '');
  return bare(covered) !== '' && bare(covered) === bare(title);
}

function isCapitals(label: string): boolean {
  return label === label.toUpperCase() && label.includes(' ');
}
