import { Parser } from 'htmlparser2';
import type { BlockInput, ImageInput } from '#content/imported-item.ts';
import { rememberLast } from '#lib/remember-last.ts';
import type { BlockDoc } from './blocks.ts';

/** Elements that begin and end a line of their own; everything else stands within one. */
const LINES = new Set(
  (
    'address article aside blockquote br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ' +
    'nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);

/** What inline HTML that we wrote does not hold: only HTML that has it needs a parser for its text. */
const NOT_OURS =
  /<(?!br>|\/?(?:em|strong|s|sub|sup|code)>|\/(?:a|span)>|(?:a href|span lang)="[^"<>]*">)|&(?!(?:amp|lt|gt|quot|#39);)/;
const ESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of sanitised HTML as a reader sees it: entities decoded, spaces collapsed, a line break per `<br>` or block element. */
export function inlineText(html: string): string {
  if (!/[<&]/.test(html)) return collapse(html.replaceAll('\n', ' '));
  if (!NOT_OURS.test(html)) {
    const text = html.replaceAll(/[\n\t]/g, ' ').replaceAll(/<(br)?[^>]*>/g, (_tag, isBreak) => (isBreak ? '\n' : ''));
    return collapse(text.includes('&') ? text.replaceAll(/&[^;]{2,4};/g, (entity) => ESCAPED[entity] ?? entity) : text);
  }
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNSEEN.has(name)) hidden += 1;
      if (LINES.has(name)) text += '\n';
      else if (name === 'td' || name === 'th') text += '\t';
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) hidden -= 1;
      if (name !== 'br' && LINES.has(name)) text += '\n';
    },
    ontext: (data) => {
      if (hidden === 0) text += data.replaceAll(/[\n\t]/g, ' ');
    },
  });
  parser.end(html);
  return collapse(text);
}

/** No-break spaces stay; a tab parts two cells. */
function collapse(text: string): string {
  if (!/[\t\n\r\f]|  /.test(text)) return text.trim();
  return text
    .replaceAll(/[ \r\f]+/g, ' ')
    .replaceAll(/ ?\t ?/g, '\t')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

/** A block that is stored, or is about to be. */
type AnyBlock = BlockDoc | BlockInput;

/** The plain form of a block: what an app shows that does not know its type. '' for a divider. */
export function textOf(block: AnyBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'html':
      return inlineText(block.html);
    case 'image':
      return imageText(block.image);
    case 'gallery':
      return lines(block.images.map(imageText));
    case 'quote':
      return lines([block.quote.text, block.quote.speaker && `— ${block.quote.speaker}`]);
    case 'list':
      return lines(block.items.map(({ html }) => inlineText(html)));
    case 'table': {
      const { caption, header, rows } = block.table;
      const cells = (row: readonly string[]): string => row.map(inlineText).join('\t');
      return lines([caption, header && cells(header), ...rows.map(cells)]);
    }
    case 'embed':
      return lines([block.embed.url, block.embed.title]);
    case 'video':
      return lines([block.video.title, block.video.caption, block.video.credit]);
    case 'audio':
      return lines([block.audio.title, block.audio.caption, block.audio.credit]);
    case 'read-also':
      return [block.link.label, block.link.title].filter(Boolean).join(': ');
    case 'code':
      return block.code;
    case 'divider':
      return '';
  }
}

function imageText({ caption, alt, credit }: ImageInput): string {
  return lines([caption ?? alt, credit]);
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join('\n');
}

/** The text of a body, a blank line between blocks. */
export function bodyTextOf(body: readonly AnyBlock[]): string {
  return body.map(textOf).filter(Boolean).join('\n\n');
}

/** The text of each block: a body on its way to the database is asked for it several times. */
export const textsOf = rememberLast((body: readonly BlockDoc[]): readonly string[] => body.map(textOf));

const NOT_READ = new Set<BlockDoc['type']>(['read-also', 'embed', 'code']);
/** False for blocks that don't count as words: read-also links, embeds and code. */
export function isProse({ type }: BlockDoc): boolean {
  return !NOT_READ.has(type);
}

const SHOWN = new Set<BlockDoc['type']>(['image', 'gallery', 'video', 'audio']);
/** True for what a body tells by itself: its prose without what is said under pictures, films and sounds. */
export function isStory(block: BlockDoc): boolean {
  return isProse(block) && !SHOWN.has(block.type);
}

/** What of the body counts as words. */
export function proseOf(body: readonly BlockDoc[]): string {
  return bodyTextOf(body.filter(isProse));
}

/** What the body tells by itself; '' for a body of pictures, films and sounds alone. */
export function storyOf(body: readonly BlockDoc[]): string {
  return bodyTextOf(body.filter(isStory));
}
