import { BODY_WORDS } from './figures.ts';
import { anyNoun, type NewsEvent } from './event.ts';
import type { Random } from './random.ts';
import { ADJECTIVES, HEADLINES, HEADLINE_TAILS, ROLES, SENTENCES, VERBS, WEEKDAYS } from './vocabulary.data.ts';

type Template = readonly { readonly text: string; readonly slot: string | null }[];
const templatesOf = (sentences: readonly string[]): readonly Template[] =>
  sentences.map((sentence) =>
    sentence.split(/(\{\w\})/).map((text) => ({ text, slot: /^\{(\w)\}$/.exec(text)?.[1] ?? null })),
  );
const sentences = templatesOf(SENTENCES);
const headlines = templatesOf(HEADLINES);
const tails = templatesOf(HEADLINE_TAILS);

/** A sentence about the event. */
export function sentenceAbout(event: NewsEvent, random: Random): string {
  return event.script
    ? `${foreignWords(event.script.words, random, 9)}.`
    : filled(random.pick(sentences), event, random);
}

/** A headline of about so many characters, at least 15. */
export function headlineAbout(event: NewsEvent, random: Random, characters: number): string {
  if (event.script) return foreignWords(event.script.words, random, 5);
  let headline = filled(random.pick(headlines), event, random);
  while (headline.length < characters - 12) headline += filled(random.pick(tails), event, random);
  return headline;
}

/** Paragraphs of two to four sentences, together about so many words. */
export function paragraphsAbout(event: NewsEvent, random: Random): readonly string[] {
  const { median, sigma, least, most } = BODY_WORDS;
  const wanted = Math.min(most, Math.max(least, random.logNormal(median, sigma)));
  const paragraphs: string[] = [];
  for (let words = 0; words < wanted;) {
    const parts = Array.from({ length: 2 + random.below(3) }, () => sentenceAbout(event, random));
    const paragraph = parts.join(' ');
    words += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

function filled(template: Template, event: NewsEvent, random: Random): string {
  let text = '';
  for (const part of template) text += part.slot === null ? part.text : wordFor(part.slot, event, random);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordFor(slot: string, event: NewsEvent, random: Random): string {
  switch (slot) {
    case 'E':
      return random.pick(event.words);
    case 'N':
      return anyNoun(random.below(10_000));
    case 'P':
      return random.pick(event.people).name;
    case 'L':
      return random.pick(event.people).last;
    case 'O':
      return random.pick(event.organisations);
    case 'T':
      return random.pick(event.places);
    case 'R':
      return random.pick(ROLES);
    case 'A':
      return random.pick(ADJECTIVES);
    case 'V':
      return random.pick(VERBS);
    case 'W':
      return random.pick(WEEKDAYS);
    default:
      return String(2 + random.below(400));
  }
}

function foreignWords(words: string, random: Random, count: number): string {
  const list = words.split(' ');
  return Array.from({ length: count }, () => random.pick(list)).join(' ');
}
