import { describe, expect, test } from 'vitest';
import { createLanguages } from '#related/languages.ts';
import { Ranking } from '#related/ranking.ts';
import type { Story } from '#related/story.ts';
import { makeStory } from './make-story.ts';

const languages = createLanguages();

/** What the first of two stories is told to share with the second: labels by kind, without what circles say. */
function told(one: Partial<Story>, other: Partial<Story>, lang = 'en'): Readonly<Record<string, string>> {
  const stories = [one, other].map((story, index) => makeStory({ ...story, id: String(index), lang }));
  const ranking = new Ranking(stories, languages(lang), { background: null });
  const reasons = ranking.reasons(0, ranking.plain(0)).flat();
  return Object.fromEntries(reasons.flatMap(({ kind, label }) => (kind === 'STORY' ? [] : [[kind, label]])));
}

describe('names', () => {
  test('are told as printed, whole', () => {
    const body = 'On the quay at Port-Sauvel the Harbour Bridge of the Port Authority was shut.';
    const other = 'The ferry left Port-Sauvel. The Harbour Bridge opens. So says the Port Authority.';
    expect(told({ body }, { body: other })['ENTITY']).toBe('Also about: Port-Sauvel, Harbour Bridge, Port Authority');
  });

  test('are told without what stands before them where the other has not that, and never by one word or the beginning of a longer name', () => {
    const body = 'Yesterday the inspector met Lucan Harrow Quill near Candle Street.';
    const other = 'The inspector knows Harrow Quill well, and the city has many a street.';
    expect(told({ body }, { body: other })['ENTITY']).toBe('Also about: Harrow Quill');
    expect(told({ body }, { body: 'In the city Lucan Harrow was unknown.' })).not.toHaveProperty('ENTITY');
  });

  test('are told by the surname where the story prints that alone, and by what somebody owns', () => {
    const body = 'They asked Alasdair Voight. On the stairs Voight said no, and so did Orla’s friend in Tanner’s Yard.';
    expect(told({ body }, { body: 'They heard Voight and Orla.' })['ENTITY']).toBe('Also about: Voight, Orla');
    expect(told({ body }, { body: 'They went to Tanner’s Yard.' })['ENTITY']).toBe('Also about: Tanner’s Yard');
  });

  test('keep initials, and words that are small elsewhere', () => {
    const body = 'For an hour J. K. Maro spoke with Mr. Pinder and Theresa May.';
    const other = 'Then J. K. Maro and Mr. Pinder left with Theresa May.';
    expect(told({ body }, { body: other })['ENTITY']).toBe('Also about: J. K. Maro, Pinder, Theresa May');
    expect(told({ body }, { body: 'For once Theresa May agreed.' })['ENTITY']).toBe('Also about: Theresa May');
  });

  test('are not what begins a sentence, a day, a month or an office', () => {
    const body =
      'Crates fell. “Nobody slept,” the Captain said on Monday in March. In the end the crates were found by nobody.';
    const other = 'Crates were lost on Monday, in March. The Captain slept. Nobody found them.';
    expect(told({ body }, { body: other })).not.toHaveProperty('ENTITY');
  });

  test('begin sentences where a topic says that they are names', () => {
    const [one, other] = [{ body: 'Overvarn waits. Trams wait.' }, { body: 'Overvarn hopes. Trams go.' }];
    expect(told(one, other)).toEqual({ TERM: 'In both: Overvarn, Trams' });
    expect(told({ ...one, topics: ['Overvarn'] }, other)['ENTITY']).toBe('Also about: Overvarn');
  });

  test('are not read from headlines with a capital at every word', () => {
    const reasons = told({ title: 'Harbour Office Gets Its Chair Back' }, { title: 'Chair Of Harbour Office Found' });
    expect(reasons).not.toHaveProperty('ENTITY');
    expect(reasons['TERM']).toBe('In both: Harbour Office, Chair');
  });

  test('may have their capital inside, or nothing but capitals', () => {
    const [body, other] = ['Buyers waited for the iPhone at NATO.', 'NATO banned the iPhone for all buyers.'];
    expect(told({ body }, { body: other })['ENTITY']).toBe('Also about: NATO, iPhone');
  });
});

describe('words and phrases', () => {
  test('are told with small letters, a phrase in the place of its words', () => {
    const reasons = told(
      { body: 'Fire broke out. The cold store was lost to fire; the ammonia was not.' },
      { body: 'In that cold store was ammonia, and then a fire.' },
    );
    expect(reasons['TERM']).toBe('In both: cold store, fire, ammonia');
  });

  test('are told with the small words between them, and never cut out of a compound', () => {
    const body = 'the closure of the ferry after a high-speed chase, no ferry later';
    const other = 'a closure of the ferry, then a high-speed chase';
    expect(told({ body }, { body: other })['TERM']).toBe('In both: closure of the ferry, high-speed, chase');
  });

  test('are told once in all their forms', () => {
    const body = 'one midwife and other midwives of the union';
    expect(told({ body }, { body: 'midwives, a midwife and a union' })['TERM']).toBe('In both: midwives, union');
  });

  test('are not numbers, days or anybody, unless beside a word', () => {
    const body = 'Somebody paid 41 on Monday for eleven hours on line 4';
    expect(told({ body }, { body: 'On Monday somebody lost 41 in eleven hours' })['TERM']).toBe('Similar wording');
    expect(told({ body }, { body: 'there is no line 4' })['TERM']).toBe('In both: line 4');
  });

  test('that are parts of a longer name are told where nothing better is', () => {
    const body = 'They met in the Candlefield Infirmary.';
    expect(told({ body }, { body: 'An infirmary was built.' })).toEqual({ TERM: 'In both: Infirmary' });
  });
});

test('topics, sections and authors are told by their names', () => {
  const tags = { topics: ['Trams'], sections: ['City'], authors: ['Sol Pinder'] };
  expect(told({ title: 'a', ...tags }, { title: 'b', ...tags })).toEqual({
    TOPIC: 'Topic: Trams',
    SECTION: 'Section: City',
    AUTHOR: 'By the same author: Sol Pinder',
  });
});

test.each([
  [
    'de',
    'Am Freitag traf Hans Krämer in der Bäckerei ein',
    'Die Bäckerei von Hans Krämer',
    'Auch über: Hans Krämer',
    'In beiden: Bäckerei',
  ],
  [
    'fr',
    'Au port, la « Reine d’Ormelle » attend la marée',
    'Hier, la Reine d’Ormelle a manqué la marée',
    'Également sur : Reine d’Ormelle',
    'En commun : marée',
  ],
  [
    'es',
    'El barco llegó a Puerto del Sol con pescado',
    'Venden pescado en Puerto del Sol',
    'También sobre: Puerto del Sol',
    'En común: pescado',
  ],
  ['ru', 'Вчера в Карелии открыли мост', 'Новый мост в Карелии', 'Также о: Карелии', 'Общее: мост'],
])('in %s names and words are told apart', (lang, body, other, entity, term) => {
  expect(told({ body }, { body: other }, lang)).toEqual({ ENTITY: entity, TERM: term });
});

test('a script without capitals has words alone', () => {
  expect(told({ body: '東京の橋が閉鎖された' }, { body: '橋の閉鎖' }, 'ja')).not.toHaveProperty('ENTITY');
});
