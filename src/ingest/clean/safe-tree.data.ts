/** What a body may be made of before blocks are; all other tags are left out and their text kept. */
export const TAGS =
  `a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav object ol p pre q rp
rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video`.split(
    /\s+/,
  );

/** Documented codes of what is left out with its content. */
export type Dropped =
  | 'dropped-picture'
  | 'dropped-script'
  | 'dropped-style'
  | 'dropped-form-field'
  | 'dropped-drawing'
  | 'dropped-markup';

/** Elements whose content is code, style or form state, which nobody reads, and what leaving one out is counted as. */
export const UNSEEN: ReadonlyMap<string, Dropped> = new Map([
  ['script', 'dropped-script'],
  ['style', 'dropped-style'],
  ['noscript', 'dropped-markup'],
  ['template', 'dropped-markup'],
  ['head', 'dropped-markup'],
  ['textarea', 'dropped-form-field'],
  ['select', 'dropped-form-field'],
  ['option', 'dropped-form-field'],
  ['svg', 'dropped-drawing'],
  ['annotation', 'dropped-markup'],
  ['annotation-xml', 'dropped-markup'],
  ['xmp', 'dropped-markup'],
  ['noembed', 'dropped-markup'],
  ['noframes', 'dropped-markup'],
]);

/** Elements that stand on lines of their own, or apart from what is beside them, as others that do so too. */
export const SHOWN_AS: ReadonlyMap<string, string> = new Map([
  ['dialog', 'div'],
  ['dir', 'ul'],
  ['fieldset', 'div'],
  ['hgroup', 'div'],
  ['legend', 'div'],
  ['menu', 'ul'],
  ['button', 'span'],
]);

/** Where pictures that load late have their address. */
export const LATE = ['data-src', 'data-lazy-src', 'data-orig-file'];

/** Attributes that hold an address. */
export const ADDRESSES = ['href', 'src', 'data', 'poster', ...LATE];
export const SCHEMES = ['http', 'https', 'mailto'];

/** What is read of an element's attributes; `*`: of every element's. */
export const ATTRIBUTES: Readonly<Record<string, string[]>> = {
  '*': ['class', 'id', 'lang'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', ...LATE, 'data-id', 'data-credit'],
  iframe: ['src', 'title', 'data-src'],
  embed: ['src'],
  object: ['data'],
  video: ['src', 'poster', 'title'],
  audio: ['src', 'title'],
  source: ['src'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  li: ['value'],
  ol: ['start', 'reversed'],
};
