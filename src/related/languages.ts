import { newStemmer } from 'snowball-stemmers';
import { hash32 } from './hash32.ts';
import { nameWordsOf, type NameWords } from './name-words.ts';
import { STOP_WORDS } from './stop-words.data.ts';

/** Snowball's algorithm for a primary language subtag; languages that are not here are compared by plain words. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};
/** Both written forms of Norwegian share their lists of words. */
const LISTED_AS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** What a word is to the comparison. */
export interface Meaning {
  readonly stem: string;
  /** Of the stem. */
  readonly hash: number;
  /** Says nothing of what the text is about. */
  readonly isStop: boolean;
  /** Has a digit. */
  readonly isNumber: boolean;
  /** Tells a reader little, whatever it counts: "eleven", "Monday", "somebody". */
  readonly isUntold: boolean;
}

/** How the words of one language are understood. */
export interface Language {
  /** Of a word as printed. */
  meaningOf(printed: string): Meaning;
  readonly nameWords: NameWords;
}

/** Letters of a stem by which other forms of a word are known: shorter ones are those of other words as well. */
const LEAST_STEM = 4;

/** 200,000 words: two to three times the vocabulary of a million news articles that comes back; about 30 MB. */
const MOST_REMEMBERED = 200_000;

/** A process' languages; remembers the stems of at most so many words each, because a stem costs as much as all else that is done with a word. */
export function createLanguages(most = MOST_REMEMBERED): (lang: string) => Language {
  const languages = new Map<string, Language>();
  return (lang) => {
    const known = languages.get(lang);
    if (known) return known;
    const language = createLanguage(lang, most);
    languages.set(lang, language);
    return language;
  };
}

/** Languages (primary subtags) whose stop words are known, commonest words first recognised by `guessLanguage`. */
export const languagesWithStopWords: readonly string[] = Object.keys(STOP_WORDS);

/** The stop words of a language; empty where none are known. */
export function stopWordsOf(lang: string): ReadonlySet<string> {
  const words = (STOP_WORDS[listedAs(lang)] ?? '').split(/\s+/u).map((word) => word.replace(/['’]$/u, ''));
  return new Set(words.filter((word) => word !== ''));
}

/** The language whose lists of words, and labels, serve this one. */
export function listedAs(lang: string): string {
  return LISTED_AS[lang] ?? lang;
}

function createLanguage(lang: string, most: number): Language {
  const algorithm = ALGORITHMS[lang];
  const stemmer = algorithm === undefined ? null : newStemmer(algorithm);
  const stops = stopWordsOf(lang);
  const stemOf = (lower: string): string => stemmer?.stem(lower) ?? lower;
  const nameWords = nameWordsOf(listedAs(lang));
  const untold = new Set([...nameWords.untold, ...nameWords.calendar, ...nameWords.particles]);
  const untoldStems = new Set([...nameWords.untold].map(stemOf).filter((stem) => stem.length >= LEAST_STEM));
  const remembered = new Map<string, Meaning>();
  const understand = (lower: string): Meaning => {
    const isNumber = /\p{N}/u.test(lower);
    const isStop = stops.has(lower) || isLoneLetter(lower);
    const stem = isNumber ? withoutThousands(lower) : isStop ? lower : stemOf(lower);
    return { stem, hash: hash32(stem), isStop, isNumber, isUntold: untold.has(lower) || untoldStems.has(stem) };
  };
  return {
    nameWords,
    meaningOf(printed) {
      const lower = lang === 'tr' || lang === 'az' ? printed.toLocaleLowerCase('tr') : printed.toLowerCase();
      const known = remembered.get(lower);
      if (known) return known;
      if (remembered.size >= most) remembered.clear();
      const meaning = understand(lower);
      remembered.set(lower, meaning);
      return meaning;
    },
  };
}

/** 1,500 and 1.500 are one number. */
function withoutThousands(number: string): string {
  return number.replaceAll(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, '');
}

/** A letter of an alphabet that stands alone is an initial or what an apostrophe cut off; a lone Han sign is a word. */
function isLoneLetter(word: string): boolean {
  return word.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u.test(word);
}
