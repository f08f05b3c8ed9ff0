import type { Language, Meaning } from './languages.ts';
import type { Story } from './story.ts';

/** One word of a text. */
export interface Word {
  readonly meaning: Meaning;
  readonly printed: string;
  /** Starts with a capital letter. */
  readonly isCapital: boolean;
  /** Offset in the text, UTF-16. */
  readonly at: number;
  /** What stands between it and the word before, in the same sentence; what stands before the sentence for its first. */
  readonly before: string;
}
export type Sentence = readonly Word[];

/** The words of a story. */
export interface StoryText {
  readonly title: readonly Sentence[];
  readonly body: readonly Sentence[];
}

export function readText({ title, body }: Pick<Story, 'title' | 'body'>, language: Language): StoryText {
  return { title: sentencesOf(title, language), body: sentencesOf(body, language) };
}

/** Letters, marks and digits in one run; a point or comma between digits belongs to the number, points between initials to the word. */
const RUNS = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,](?=\p{N}))*/gu;
/** A sentence ends at its mark before a space, or at the end of a line. */
const SENTENCE_END = /[.!?…](?=["'”’»)\]]*\s)|[。！？।\n]/u;
/** Invisible signs inside words: soft hyphens and zero-width spaces and joints. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** Scripts that put no space between words; a dictionary splits them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CAPITAL = /^\p{Lu}/u;
const DICTIONARY = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text, sentence by sentence, in order. Hyphens and apostrophes split words; markup is the caller's to remove. */
export function sentencesOf(text: string, language: Language): readonly Sentence[] {
  const clean = text.normalize('NFC').replaceAll(INVISIBLE, '');
  const sentences: Word[][] = [[]];
  let end = 0;
  for (const { 0: run, index } of clean.matchAll(RUNS)) {
    let before = clean.slice(end, index);
    if (end > 0 && SENTENCE_END.test(before)) sentences.push([]);
    end = index + run.length;
    const sentence = sentences.at(-1) ?? [];
    for (const { printed, at } of splitRun(run, index)) {
      sentence.push({ meaning: language.meaningOf(printed), printed, at, isCapital: CAPITAL.test(printed), before });
      before = '';
    }
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function splitRun(run: string, index: number): readonly { readonly printed: string; readonly at: number }[] {
  if (run.includes('.') && CAPITAL.test(run)) return [{ printed: run.replaceAll('.', ''), at: index }];
  if (!UNSPACED.test(run)) return [{ printed: run, at: index }];
  return [...DICTIONARY.segment(run)].map(({ segment, index: offset }) => ({ printed: segment, at: index + offset }));
}
