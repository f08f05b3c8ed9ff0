import { HYPHEN, isJoined, type PrintedName } from './name-parts.ts';
import type { NameWords } from './name-words.ts';
import type { Sentence, StoryText, Word } from './text.ts';

/** How often a word stands where a capital means something. */
interface Capitals {
  small: number;
  /** With a capital that neither the place nor the headline's style asks for. */
  telling: number;
}

/** What holds two words of a name together. */
const JOINT = /^(?:[ \u00A0]|[-‐‑]|[ \u00A0]&[ \u00A0]|\.[ \u00A0]|['’])$/u;
const APOSTROPHE = /^['’]$/u;
const INITIAL_END = /^(?:\.[ \u00A0]|['’])$/u;
/** After these a sentence may begin. */
const OPENING = /[:“"„«¿¡[—–•|]|(?:^|\s)['‘]/u;
const POSSESSIVE = /^['’]s /u;
const ACRONYM = /^\p{Lu}{2,}$/u;
/** "iPhone", "LaCalamita". */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
/** A sentence with fewer words behind its first is not known by its capitals to be a headline. */
const LEAST_TITLE_CASE = 3;
/** Small words within a name: "Ursula von der Leyen" has two. */
const MOST_PARTICLES = 2;

/** Words with capitals side by side, which may be a name. */
interface CapitalRun {
  readonly name: PrintedName;
  /** A sentence begins with it. */
  readonly isOpening: boolean;
}

/** What a text has of names, before it is known which words are names. */
export interface NamesRead {
  readonly capitals: ReadonlyMap<number, Capitals>;
  /** Each as often as it is printed. */
  readonly runs: readonly CapitalRun[];
}

/** Reads where a text has capitals. A sentence all in capitals, or with one at every word, says nothing of names. */
export function readNames(text: StoryText, words: NameWords): NamesRead {
  const capitals = new Map<number, Capitals>();
  const runs: CapitalRun[] = [];
  for (const sentence of [...wholeSentences(text.title, words), ...wholeSentences(text.body, words)]) {
    const isHeadline = hasCapitalsThroughout(sentence);
    for (const [at, word] of sentence.entries()) countCapital(capitals, word, isHeadline || isOpening(sentence, at));
    if (isHeadline) continue;
    for (let from = 0; from < sentence.length;) {
      const to = endOfRun(sentence, from, words);
      const name = partsOf(sentence.slice(from, to));
      for (const part of withHalves(name))
        runs.push({ name: part, isOpening: isOpening(sentence, from) && part[0] === name[0] });
      from = Math.max(to, from + 1);
    }
  }
  return { capitals, runs };
}

/** "Mr. Pinder", "J. Pike": the point after a title or an initial ends no sentence. */
function wholeSentences(sentences: readonly Sentence[], { titles }: NameWords): readonly Sentence[] {
  const whole: Word[][] = [];
  for (const sentence of sentences) {
    const last = whole.at(-1)?.at(-1);
    const goesOn = last?.isCapital && sentence[0]?.before === '. ' && (isLone(last) || titles.has(lower(last)));
    if (goesOn) whole.at(-1)?.push(...sentence);
    else whole.push([...sentence]);
  }
  return whole;
}

function countCapital(
  capitals: Map<number, Capitals>,
  { meaning, isCapital, printed }: Word,
  saysNothing: boolean,
): void {
  if (meaning.isStop || meaning.isNumber) return;
  const known = capitals.get(meaning.hash) ?? { small: 0, telling: 0 };
  capitals.set(meaning.hash, known);
  if (!isCapital && !INNER_CAPITAL.test(printed)) known.small += 1;
  else if (!saysNothing || ACRONYM.test(printed) || INNER_CAPITAL.test(printed)) known.telling += 1;
}

/** Where a name that starts here ends; `from` where none does. */
function endOfRun(sentence: Sentence, from: number, words: NameWords): number {
  if (!isOfName(sentence, from, words, false)) return from;
  let to = from + 1;
  for (let next = to; next < sentence.length; next = to) {
    let at = next;
    while (at < next + MOST_PARTICLES && isParticle(sentence, at, next, words)) at += 1;
    const isHeld = sentence.slice(next, at + 1).every((word) => JOINT.test(word.before));
    const isNumbered = sentence[at]?.meaning.isNumber === true && HYPHEN.test(sentence[at]?.before ?? '');
    if (!isHeld || !(isNumbered || isOfName(sentence, at, words, true))) break;
    to = at + 1;
  }
  return to;
}

/** With a capital, whether it tells something or not ("Theresa May", "Samuel L. Jackson"), and neither a day nor a month. */
function isOfName(sentence: Sentence, at: number, { calendar, titles }: NameWords, isAfterName: boolean): boolean {
  const word = sentence[at];
  if (!word || !hasCapital(word) || word.meaning.isNumber) return false;
  // "Theresa May", but neither "Monday" nor "May 5".
  const isDate =
    calendar.has(lower(word)) && !(word.meaning.isStop && isAfterName && !sentence[at + 1]?.meaning.isNumber);
  if (isDate) return false;
  if (!word.meaning.isStop) return true;
  if (isLone(word)) return INITIAL_END.test(sentence[at + 1]?.before ?? '') && !isOpening(sentence, at);
  return !isOpening(sentence, at) && !titles.has(lower(word));
}

/**
 * A small word within a name: known to be one, or held to the name by a hyphen ("Bashar al-Assad") or an apostrophe ("Reine d’Ormelle", "Tanner’s
 * Yard").
 */
function isParticle(sentence: Sentence, at: number, first: number, { particles, articles }: NameWords): boolean {
  const [word, next] = [sentence[at], sentence[at + 1]];
  if (!word || !next || hasCapital(word) || word.meaning.isNumber) return false;
  const isElided = isLone(word) && APOSTROPHE.test(next.before);
  const isPossessive = word.printed === 's' && APOSTROPHE.test(word.before);
  if (isElided || isPossessive) return true;
  return particles.has(word.printed) || HYPHEN.test(next.before) || (at > first && articles.has(word.printed));
}

/** Where a capital is asked for by the place. */
function isOpening(sentence: Sentence, at: number): boolean {
  return at === 0 || OPENING.test(sentence[at]?.before ?? '');
}

function hasCapitalsThroughout(sentence: Sentence): boolean {
  const behind = sentence.slice(1).filter(({ meaning }) => !meaning.isStop && !meaning.isNumber);
  return behind.length >= LEAST_TITLE_CASE && behind.every(({ isCapital }) => isCapital);
}

/** The telling words; small ones and initials go with their neighbours. */
function partsOf(run: Sentence): PrintedName {
  const parts: { readonly hash: number; printed: string; readonly before: string }[] = [];
  let small = '';
  for (const [index, word] of run.entries()) {
    const before = index === 0 ? '' : word.before;
    if (word.meaning.isStop || !(hasCapital(word) || word.meaning.isNumber)) small += before + word.printed;
    else if (parts.length > 0) {
      parts.push({ hash: word.meaning.hash, printed: word.printed, before: small + before });
      small = '';
    } else {
      parts.push({ hash: word.meaning.hash, printed: small + before + word.printed, before: '' });
      small = '';
    }
  }
  const last = parts.at(-1);
  if (last) last.printed += small;
  return parts;
}

function hasCapital({ isCapital, printed }: Word): boolean {
  return isCapital || INNER_CAPITAL.test(printed);
}

function isLone({ printed }: Word): boolean {
  return printed.length === 1;
}

function lower({ printed }: Word): string {
  return printed.toLowerCase();
}

/** A name that is perhaps two, and both: "Isle" alone would tell nothing, "Skerrow" does. */
function withHalves(name: PrintedName): readonly PrintedName[] {
  const at = name.findIndex(isJoined);
  if (at < 0) return name.length > 0 ? [name] : [];
  const [first, second] = [
    name.slice(0, at),
    name.slice(at).map((part, index) => (index === 0 ? { ...part, before: '' } : part)),
  ];
  const isWhole = first.length > 1 || POSSESSIVE.test(name[at]?.before ?? '');
  return [name, ...(isWhole ? [first] : []), ...withHalves(second)];
}
