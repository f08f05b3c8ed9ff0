import { Binary } from 'mongodb';
import type { WrittenStory } from './article-story.ts';
import { LIMITS } from './candidates.ts';
import { featuresOf } from './features.ts';
import type { Rarity } from './frequencies.ts';
import type { Language } from './languages.ts';
import { signatureOf } from './signature.ts';
import type { Story } from './story.ts';
import { keyOf, packTerms, TERMS_VERSION, type TermsRow } from './stored.ts';
import { readText } from './text.ts';
import { heaviestTerms, heaviestWeights, toVector, type Terms } from './vector.ts';
import { readWording, type Wording } from './wording.ts';

/** An article that was written, as it is compared now. */
export interface FreshTerms {
  readonly row: TermsRow;
  readonly terms: Terms;
  readonly wording: Wording;
}

/** What is kept of a story; `rarityIn` tells what terms are worth when it is chosen, new words included. */
export function readTerms(
  { rev, at }: Pick<WrittenStory, 'rev' | 'at'>,
  story: Story,
  languages: (lang: string) => Language,
  rarityIn: (lang: string) => Rarity,
): FreshTerms {
  const { id, lang } = story;
  const language = languages(lang);
  const text = readText(story, language);
  const features = featuresOf(story, text);
  const choosing = rarityIn(lang);
  const terms = heaviestTerms(features, choosing);
  const keys = heaviestWeights(toVector(terms, choosing), LIMITS.keys).map(({ hash }) => keyOf(lang, hash));
  const signature = new Binary(signatureOf(story));
  const row = { _id: id, rev, version: TERMS_VERSION, lang, at, keys, terms: packTerms(terms), signature };
  return { row, terms, wording: readWording(story, text, language) };
}
