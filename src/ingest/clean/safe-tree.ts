import { DomHandler, type Document } from 'domhandler';
import { Parser } from 'htmlparser2';
import { ADDRESSES, ATTRIBUTES, LATE, SCHEMES, SHOWN_AS, TAGS, UNSEEN, type Dropped } from './safe-tree.data.ts';

type Attributes = Readonly<Record<string, string>>;

/** By element. */
const READ: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  TAGS.map((name) => [name, new Set([...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[name] ?? [])])]),
);
const IS_ADDRESS: ReadonlySet<string> = new Set(ADDRESSES);
/** Attributes that say something when they are empty. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['alt', 'reversed']);
const IS_SCHEME: ReadonlySet<string> = new Set(SCHEMES);

/** Builds the tree of what is read, and leaves out the rest. */
class SafeTree extends DomHandler {
  readonly #onDrop: (reason: Dropped) => void;
  /** Open elements, innermost last: whether each is in the tree. */
  readonly #isKept: boolean[] = [];
  /** How many elements are open from the outermost one on that nobody reads. */
  #unseen = 0;

  constructor(onDrop: (reason: Dropped) => void) {
    super();
    this.#onDrop = onDrop;
  }

  override onopentag(said: string, attributes: Record<string, string>): void {
    if (this.#unseen > 0) {
      this.#unseen++;
      return;
    }
    const unseen = UNSEEN.get(said);
    if (unseen !== undefined) {
      this.#unseen = 1;
      this.#onDrop(unseen);
      return;
    }
    if (isPictureInText(said, attributes)) this.#onDrop('dropped-picture');
    const name = SHOWN_AS.get(said) ?? said;
    const read = READ.get(name);
    this.#isKept.push(read !== undefined);
    if (read === undefined) return;
    const kept = safeAttributes(attributes, read);
    if (said === 'button') kept['class'] = `${kept['class'] ?? ''} button`;
    super.onopentag(name, kept);
  }

  override onclosetag(): void {
    if (this.#unseen > 0) this.#unseen--;
    else if (this.#isKept.pop() === true) super.onclosetag();
  }

  override ontext(text: string): void {
    if (this.#unseen === 0) super.ontext(text);
  }

  override oncomment(): void {
    // Says nothing to readers.
  }

  override oncommentend(): void {
    // The text goes on.
  }

  override onprocessinginstruction(): void {
    // Says nothing to readers.
  }
}

/**
 * The tree of a body's HTML without anything that runs or hides: scripts, styles, event handlers, forms' state, unknown tags, and addresses
 * that are neither http(s), mailto nor relative. Blocks are composed from it by tables of their own: no HTML of the source is handed on as it
 * came. Expects HTML that `boundHtml` has passed. `onDrop` is told of each element whose content is left out.
 */
export function safeTree(html: string, onDrop: (reason: Dropped) => void = () => undefined): Document {
  const tree = new SafeTree(onDrop);
  new Parser(tree, { decodeEntities: true, lowerCaseTags: true }).end(html);
  return tree.root;
}

function safeAttributes(attributes: Attributes, read: ReadonlySet<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!read.has(name) || (value === '' && !MAY_BE_EMPTY.has(name))) continue;
    if (!IS_ADDRESS.has(name) || isSafeAddress(value)) kept[name] = value;
  }
  return kept;
}

/** True for an address of a known scheme and for one without; white space and controls inside it are none to a browser. */
function isSafeAddress(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  const bare = value.replaceAll(/[\u0000-\u0020]+|<!--[\s\S]*?-->/g, '');
  const scheme = /^([a-z][a-z0-9.+-]*):/i.exec(bare)?.[1];
  return scheme === undefined || IS_SCHEME.has(scheme.toLowerCase());
}

/** True for a picture in the text itself, unless it holds the place of one that loads late. */
function isPictureInText(name: string, attributes: Attributes): boolean {
  return name === 'img' && /^\s*data:/i.test(attributes['src'] ?? '') && !LATE.some((late) => late in attributes);
}
