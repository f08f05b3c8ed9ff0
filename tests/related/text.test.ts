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

/** Two texts of the same words in other forms, with other stop words between them. */
const INFLECTED = [
  ['ar', 'المدينة مدارسها', 'مدينة مدارس'],
  ['ca', 'Els ponts tancats preocupen els pescadors', 'Un pont tancat preocupa el pescador'],
  ['cs', 'Mosty a přístavy ostrova', 'Most v přístavu na ostrově'],
  ['da', 'Havnene lukkes for fiskerne', 'En havn lukke for en fisker'],
  ['de', 'Die Brücken werden für die Züge gesperrt', 'Eine Brücke wird für den Zug gesperrt'],
  ['en', 'The councillors voted to close the bridges', 'A councillor voting on closing a bridge'],
  ['es', 'Los puentes cerrados preocupan a los pescadores', 'Un puente cerrado preocupa al pescador'],
  ['fi', 'Sillat ja satamat kalastajilta', 'Silta ja satama kalastajalta'],
  ['fr', 'Les ponts fermés et les pêcheurs', 'Un pont fermé et le pêcheur'],
  ['hu', 'A kikötők a halászoknak', 'A kikötő a halásznak'],
  ['it', 'I ponti chiusi preoccupano i pescatori', 'Un ponte chiuso preoccupa il pescatore'],
  ['nl', 'De boten en de vissers wachten in de straten', 'Een boot en een visser wachtte in de straat'],
  ['no', 'Havnene stenges for båtene', 'En havn stenge for en båt'],
  ['pt', 'As pontes fechadas preocupam os pescadores', 'Uma ponte fechada preocupa o pescador'],
  ['ro', 'Pescarii insulelor', 'Pescarul și insula'],
  ['ru', 'Мосты рыбаков и острова', 'Мост рыбака на острове'],
  ['sv', 'Hamnarna stängdes för fiskarna', 'En hamn stängs för fiskare'],
  ['tr', 'Köprüler ve balıkçılara kapatıldı', 'Köprü balıkçıya kapatıldı'],
] as const;

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
    ['fr', 'Les ponts de l’estuaire ont été fermés', ['pont', 'estuair', 'ferm']],
  ])('of %s are compared by their stems, without stop words', (lang, text, stems) => {
    expect(telling(text, lang)).toEqual(stems);
  });

  test.each(INFLECTED)('of %s are the same in other forms', (lang, one, other) => {
    const stems = telling(one, lang);
    expect(stems.length).toBeGreaterThan(1);
    expect(telling(other, lang)).toEqual(stems);
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
