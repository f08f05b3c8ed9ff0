import { parseDocument } from 'htmlparser2';
import type { Element } from 'domhandler';
import { boundHtml } from '#ingest/clean/bound-html.ts';
import { hasClass } from '#ingest/clean/dom.ts';
import { isMadeWhenShown } from '#ingest/clean/made-when-shown.ts';
import { plainText, visibleText } from '#ingest/clean/plain-text.ts';

/** WordPress cuts after 55 words; themes that cut earlier say so with dots. */
export const CUT_WORDS = 50;
/** As many letters of its beginning as tell that an excerpt may come out of a body, before that is read. */
const BEGINNING = 12;

/** True for an excerpt that WordPress or its theme made of the body, or that says nothing else. Both are HTML, as it is stored or shown. */
export function isMachineMade(excerpt: string, body: string): boolean {
  if (/\[(?:&hellip;|&#8230;|…|\.\.\.)\]/.test(excerpt) || /class=["'][^"']*more-link/.test(excerpt)) return true;
  const text = plainText(excerpt);
  const said = letters(text);
  if (said === '' || !letters(body.replaceAll(/<[/!a-z][^>]*>|&#?\w+;/gi, '')).includes(said.slice(0, BEGINNING)))
    return false;
  const all = letters(plainText(body));
  if (all.startsWith(said) && (/(?:…|\.\.\.)$/.test(text) || text.split(' ').length >= CUT_WORDS)) return true;
  return said === all || said === letters(excerptable(body));
}

/** The text of which WordPress makes an excerpt: to the first break, without pictures, players, embeds, code and what it makes itself. */
function excerptable(body: string): string {
  const [start = ''] = body.split(/<!--\s*(?:more|nextpage)\b/, 1);
  return visibleText(parseDocument(boundHtml(start).html).children, isLeftOut);
}

function isLeftOut(element: Element): boolean {
  if (element.name === 'figure') return !hasClass(element, /^wp-block-(?:pullquote|table)$/);
  if (element.name === 'pre') return hasClass(element, /^wp-block-code$/);
  return ['iframe', 'audio', 'video'].includes(element.name) || isMadeWhenShown(element);
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
