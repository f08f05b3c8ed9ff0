/** A link inside a run of text: where it leads and which part of the plain text it covers. */
export interface InlineLink {
  readonly href: string;
  readonly from: number;
  readonly to: number;
}

/** A run of inline content, as HTML and as plain text with line ends for `<br>`. */
export interface InlineRun {
  readonly html: string;
  readonly plain: string;
  readonly links: readonly InlineLink[];
}

type InlineTag = 'a' | 'em' | 'strong' | 's' | 'sub' | 'sup' | 'code' | 'span';
interface OpenTag {
  /** Null: an element that says nothing here (doubled, or not allowed inline). */
  readonly tag: InlineTag | null;
  readonly attribute: { readonly name: 'href' | 'lang'; readonly value: string } | null;
  /** Offset in the plain text; null until something is written inside. */
  from: number | null;
}

const UNEVEN = /[\t\n\r\f]| {2}/;
/** Spaces that editors leave behind, and signs without a width. */
const UNSEEN = /^[\s\u200b\u2060\u00ad]*$/;
const SPACE = /[ \t\n\r\f]+/g;

/**
 * Writes inline HTML of the few allowed tags. White space is collapsed as a browser would; tags that hold nothing are not written; a run
 * may be taken in the middle of open tags, which then go on in the next.
 */
export class InlineWriter {
  #html = '';
  #plain = '';
  #links: InlineLink[] = [];
  #open: OpenTag[] = [];
  #space = false;
  #breaks = 0;

  /** True while nothing visible has been written to this run. */
  get isEmpty(): boolean {
    return this.#plain === '';
  }

  /** Line ends that wait for text to follow. */
  get waitingBreaks(): number {
    return this.#breaks;
  }

  /** True where the next text starts a line. */
  get atLineStart(): boolean {
    return this.#plain === '' || this.#breaks > 0;
  }

  text(text: string): void {
    const even = UNEVEN.test(text) ? text.replaceAll(SPACE, ' ') : text;
    const starts = even.startsWith(' ');
    const ends = even.endsWith(' ');
    if (starts) this.#space = true;
    const core = starts || ends ? even.slice(starts ? 1 : 0, ends ? -1 : undefined) : even;
    if (core === '') return;
    this.#flush();
    this.#html += escapeText(core);
    this.#plain += core;
    this.#space = ends;
  }

  /** A line end; at the start of a run it is nothing. */
  break(): void {
    if (this.#plain !== '') this.#breaks++;
    this.#space = false;
  }

  open(tag: InlineTag | null, attribute: OpenTag['attribute'] = null): void {
    const doubled = tag !== null && tag !== 'span' && this.#open.some((one) => one.tag === tag);
    this.#open.push({ tag: doubled ? null : tag, attribute, from: null });
  }

  close(): void {
    const last = this.#open.pop();
    if (last !== undefined) this.#end(last);
  }

  /** The run so far, with its open tags closed; they are opened again by the next text. Null when nothing visible was written. */
  take(): InlineRun | null {
    for (const one of this.#open.toReversed()) this.#end(one);
    const run = UNSEEN.test(this.#plain) ? null : { html: this.#html, plain: this.#plain, links: this.#links };
    this.#html = '';
    this.#plain = '';
    this.#links = [];
    this.#space = false;
    this.#breaks = 0;
    return run;
  }

  #flush(): void {
    if (this.#breaks > 0) {
      this.#html += '<br>'.repeat(Math.min(2, this.#breaks));
      this.#plain += '\n'.repeat(Math.min(2, this.#breaks));
    } else if (this.#space && this.#plain !== '') {
      this.#html += ' ';
      this.#plain += ' ';
    }
    this.#breaks = 0;
    this.#space = false;
    for (const one of this.#open) {
      if (one.from !== null || one.tag === null) continue;
      one.from = this.#plain.length;
      const { attribute } = one;
      this.#html += `<${one.tag}${attribute === null ? '' : ` ${attribute.name}="${escapeHtml(attribute.value)}"`}>`;
    }
  }

  #end(one: OpenTag): void {
    if (one.tag === null || one.from === null) return;
    this.#html += `</${one.tag}>`;
    if (one.tag === 'a' && one.attribute !== null)
      this.#links.push({ href: one.attribute.value, from: one.from, to: this.#plain.length });
    one.from = null;
  }
}

/** Text as HTML outside of tags. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

/** Text as HTML, safe inside a quoted attribute too. */
export function escapeHtml(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** The text of inline HTML that we wrote. */
export function textOfInline(html: string): string {
  const text = withoutTags(html);
  if (!text.includes('&')) return text;
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The same with its entities; by hand, since most of a body goes through here more than once. */
function withoutTags(html: string): string {
  let text = '';
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    text += html.slice(from, open);
    if (html.startsWith('<br>', open)) text += '\n';
    from = html.indexOf('>', open) + 1 || html.length;
  }
  return from === 0 ? html : text + html.slice(from);
}
