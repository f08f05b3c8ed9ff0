import { describe, expect, test } from 'vitest';
import { createLanguages, languagesWithStopWords, stopWordsOf } from '#related/languages.ts';
import { sentencesOf } from '#related/text.ts';

const languages = createLanguages();

function printed(text: string, lang = 'en'): readonly (readonly string[])[] {
  return sentencesOf(text, languages(lang)).map((sentence) => sentence.map((word) => word.printed));
}
function telling(text: string, lang: string): readonly string[] {
  return sentencesOf(text, languages(lang))
    .flat()
    .filter(({ meaning }) => !meaning.isStop)
    .map(({ meaning }) => meaning.stem);
}

describe('sentences', () => {
  test('end at their mark before a space and at the end of a line, not inside numbers', () => {
    expect(printed('It rose 3.5 per cent. “Enough!” she said\nNext line')).toEqual([
      ['It', 'rose', '3.5', 'per', 'cent'],
      ['Enough'],
      ['she', 'said'],
      ['Next', 'line'],
    ]);
  });

  test('hold initials as one word, and split at apostrophes and hyphens', () => {
    expect(printed("The U.S. six-year plan isn't O'Dell's")).toEqual([
      ['The', 'US', 'six', 'year', 'plan', 'isn', 't', 'O', 'Dell', 's'],
    ]);
  });

  test('are read without soft hyphens and zero-width signs', () => {
    expect(printed('pre\u00ADmier lan\u200Bceur', 'fr')).toEqual([['premier', 'lanceur']]);
  });

  test('of scripts without spaces are split by dictionary', () => {
    expect(printed('東京の橋が閉鎖された。再開は未定', 'ja').map((sentence) => sentence.length > 2)).toEqual([
      true,
      true,
    ]);
  });
});

describe('words', () => {
  test.each([
    ['en', 'The bridges were closing', ['bridg', 'close']],
    ['de', 'Die Brücken wurden gesperrt', ['bruck', 'gesperrt']],
    ['fr', 'Les ponts de l’estuaire ont été fermés', ['pont', 'estuair', 'ferm']],
    ['es', 'Los puentes fueron cerrados', ['puent', 'cerr']],
    ['ru', 'Мосты были закрыты', ['мост', 'закрыт']],
  ])('of %s are compared by their stems, without stop words', (lang, text, stems) => {
    expect(telling(text, lang)).toEqual(stems);
  });

  test('of a language nobody prepared are compared as they are', () => {
    expect(telling('Daraja limefungwa', 'sw')).toEqual(['daraja', 'limefungwa']);
  });

  test('that are numbers are equal with and without separators of thousands', () => {
    expect(telling('1,500 1.500 1500 1.5', 'en')).toEqual(['1500', '1500', '1500', '1.5']);
  });

  test('that are capitals and numbers are marked', () => {
    const [[name, number] = []] = sentencesOf('Quayhaven 76', languages('en'));
    expect([name?.isCapital, name?.meaning.isNumber]).toEqual([true, false]);
    expect([number?.isCapital, number?.meaning.isNumber]).toEqual([false, true]);
  });
});

test('at least twelve languages have stop words, all in lower case', () => {
  expect(languagesWithStopWords.length).toBeGreaterThanOrEqual(12);
  const words = languagesWithStopWords.flatMap((lang) => [...stopWordsOf(lang)]);
  expect(words.filter((word) => word !== word.toLowerCase() || /\s/u.test(word))).toEqual([]);
});
