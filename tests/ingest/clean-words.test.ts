import { describe, expect, it } from 'vitest';
import { bylineNames } from '#ingest/clean/byline.ts';
import { splitCreditLine } from '#ingest/clean/credit-line.ts';
import { creditedSources } from '#ingest/clean/credited-sources.ts';
import { splitImageCredit } from '#ingest/clean/image-credit.ts';
import { languageOf } from '#ingest/clean/language.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { quotationsIn } from '#ingest/clean/quotations.ts';
import { blocksOf } from './clean-text.ts';

describe('plain text', () => {
  it.each([
    ['Titel &amp; "Anführung" <em>kursiv</em>', 'Titel & "Anführung" kursiv'],
    ['R&#038;D', 'R&D'],
    ['Food &amp; Drink', 'Food & Drink'],
    ['Is 3 < 5?', 'Is 3 < 5?'],
    ['A\u000b control\n character', 'A control character'],
    ['<script>alert(1)</script>Tide', 'Tide'],
  ])('of %j is %j', (markup, text) => expect(plainText(markup)).toBe(text));
});

describe('the credit of a standfirst', () => {
  it.each([
    ['Talks go on in the coming days…reports Harbour Wire', 'Talks go on in the coming days', 'reports Harbour Wire'],
    ['Costs are rising.…reports Harbour Wire.', 'Costs are rising.', 'reports Harbour Wire'],
    ['The ferry is back....reports Ida Quill', 'The ferry is back', 'reports Ida Quill'],
    ['The ferry is back. writes Ida Quill', 'The ferry is back.', 'writes Ida Quill'],
    ['The ferry is back. — Harbour Wire', 'The ferry is back.', 'Harbour Wire'],
    ['The ferry is back. By Ida Quill in Saltmarsh', 'The ferry is back.', 'By Ida Quill in Saltmarsh'],
    ['Die Fähre fährt wieder – berichtet Ida Quill', 'Die Fähre fährt wieder', 'berichtet Ida Quill'],
    ['Die Fähre fährt wieder … meldet die dpa.', 'Die Fähre fährt wieder', 'meldet die dpa'],
    ['Die Fähre fährt wieder. Von Ida Quill aus Saltmarsch', 'Die Fähre fährt wieder.', 'Von Ida Quill aus Saltmarsch'],
    ['Le bac repart… rapporte l’AFP', 'Le bac repart', 'rapporte l’AFP'],
    ['Le bac repart. Par Ida Quill à Saltmarsh', 'Le bac repart.', 'Par Ida Quill à Saltmarsh'],
    ['El barco vuelve… informa EFE', 'El barco vuelve', 'informa EFE'],
    ['El barco vuelve. Por Ida Quill', 'El barco vuelve.', 'Por Ida Quill'],
    ['Il traghetto riparte – riferisce l’ANSA', 'Il traghetto riparte', 'riferisce l’ANSA'],
    ['De boot vaart weer… meldt het ANP', 'De boot vaart weer', 'meldt het ANP'],
    ['O barco volta… informa a Lusa', 'O barco volta', 'informa a Lusa'],
    ['Båten går igen… rapporterar TT', 'Båten går igen', 'rapporterar TT'],
    ['The ferry is back…reports Ida Quill from Port Sable', 'The ferry is back', 'reports Ida Quill from Port Sable'],
  ])('of %j is told apart', (text, standfirst, creditLine) =>
    expect(splitCreditLine(text)).toMatchObject({ standfirst, creditLine }),
  );
  it.each([
    'He had one aim — Freedom',
    'It will be out soon – report Monday',
    'He left the island…reports said',
    'Die Fähre liegt still. Von Saltmarsch',
    'Le bac repart. Par chance',
    'El barco vuelve. Por fin',
    'They saw it all – reports of the storm',
    'The council reports higher costs',
    'The paper reports Harbour costs are up',
    'All went well… the end.',
    'reports Harbour Wire',
  ])('is not guessed from %j', (text) =>
    expect(splitCreditLine(text)).toMatchObject({ standfirst: text, creditLine: null }),
  );
  it('of nothing is nothing', () => expect(splitCreditLine(' ')).toMatchObject({ standfirst: null, creditLine: null }));
});

describe('the credit of a picture', () => {
  it.each([
    ['The pier (Photo: Ida Quill)', 'The pier', 'Ida Quill'],
    ['The pier. Foto: dpa', 'The pier.', null],
    ['The pier. Foto: Ida Quill/DPA', 'The pier.', 'Ida Quill/DPA'],
    ['Photo by J. Marsh', null, 'J. Marsh'],
    ['The pier © Harbour Wire', 'The pier', 'Harbour Wire'],
  ])('of %j is told apart', (text, caption, credit) =>
    expect(splitImageCredit(text)).toEqual(credit === null ? { caption: text, credit: null } : { caption, credit }),
  );
  it.each([
    ['The pier. Video: Ida Quill', 'The pier.', 'Ida Quill'],
    ['. Foto: Ida Quill', null, 'Ida Quill'],
    ['The pier. Source: NASA', 'The pier.', 'NASA'],
    ['Die Mole. Foto: picture alliance/dpa', 'Die Mole. Foto: picture alliance/dpa', null],
    ['Die Mole © APA/APA (dpa)/Ida Quill', 'Die Mole', 'APA/APA (dpa)/Ida Quill'],
    ['Die Mole (Foto: Ida Quill (dpa))', 'Die Mole', 'Ida Quill (dpa)'],
    ['The pier. Photo: Ida Quill (left) and others', 'The pier. Photo: Ida Quill (left) and others', null],
    ['Die Mole. Grafik: Ida Quill', 'Die Mole.', 'Grafik: Ida Quill'],
    ['Die Mole (Symbolbild: dpa/Ida Quill)', 'Die Mole (Symbolbild: dpa/Ida Quill)', null],
    ['Die Mole (Symbolbild: Ida Quill/dpa)', 'Die Mole', 'Symbolbild: Ida Quill/dpa'],
    ['The pier. Illustration by Ida Quill', 'The pier.', 'Illustration by Ida Quill'],
    ['The pier. File photo: Harbour Wire', 'The pier.', 'File photo: Harbour Wire'],
    ['La jetée. Photo d’archives : Ida Quill', 'La jetée.', 'Photo d’archives : Ida Quill'],
    ['La jetée. Crédit photo : Ida Quill', 'La jetée.', 'Ida Quill'],
    ['El muelle. Foto: Ida Quill / EFE', 'El muelle.', 'Ida Quill / EFE'],
    ['Piren. Foto av Ida Quill', 'Piren.', 'Ida Quill'],
    ['De pier. Beeld: Ida van der Quill', 'De pier.', 'Ida van der Quill'],
  ])('of %j, in any language, is %j and %j', (text, caption, credit) =>
    expect(splitImageCredit(text)).toEqual({ caption, credit }),
  );
  it.each([
    'A photo of the pier',
    'The picture shows: a ferry',
    'Family photo',
    'Photo: Storm hits the pier at noon',
    'Source: Figures of the council for 2024',
  ])('is not guessed from %j', (text) => expect(splitImageCredit(text)).toEqual({ caption: text, credit: null }));
});

describe('read-also lines', () => {
  const link = (label: string, title: string, url: string | null): object => ({
    type: 'read-also',
    link: { label, title, url },
  });
  it.each([
    [
      '<p><strong>ALSO READ: <a href="https://gazette.example/2023/01/old/">Old ferry sold</a></strong></p>',
      link('ALSO READ', 'Old ferry sold', '/2023/01/old/'),
    ],
    [
      '<p>Read more: <a href="https://other.example/a">Tides rise</a></p>',
      link('Read more', 'Tides rise', 'https://other.example/a'),
    ],
    ['<p><a href="/a">LIRE AUSSI : La marée</a></p>', link('LIRE AUSSI', 'La marée', '/a')],
    ['<p>Lesen Sie auch: <a href="/a">Die Flut</a></p>', link('Lesen Sie auch', 'Die Flut', '/a')],
    ['<p><em>LEER TAMBIÉN | <a href="/a">La marea</a></em></p>', link('LEER TAMBIÉN', 'La marea', '/a')],
    ['<p>SEE ALSO: Old ferry sold</p>', link('SEE ALSO', 'Old ferry sold', null)],
    ['<p><a href="javascript:x">ALSO READ: Old ferry sold</a></p>', link('ALSO READ', 'Old ferry sold', null)],
  ])('%s are links', (html, block) => expect(blocksOf(html)).toEqual([block]));
  it.each([
    '<p>Read more about it in the <a href="/a">report</a>.</p>',
    '<p>Related: the minister’s brother was seen</p>',
    '<p>Related: <a href="/a">one</a> and <a href="/b">two</a></p>',
    '<p>Read <a href="/a">this</a> and weep</p>',
    '<p>ALSO READ:</p>',
  ])('%s is a paragraph', (html) => expect(blocksOf(html)).toMatchObject([{ type: 'paragraph' }]));
});

describe('read-also lines below their label', () => {
  const also = (label: string, title: string, url: string): object => ({
    type: 'read-also',
    link: { label, title, url },
  });
  it.each([
    [
      '<p><strong>Read also:</strong></p><ul><li><a href="/a">Tides rise</a></li><li><strong><a href="/b?c=1&amp;d=2">Two &amp; three</a></strong></li></ul>',
      [also('Read also', 'Tides rise', '/a'), also('Read also', 'Two & three', 'https://gazette.example/b?c=1&d=2')],
    ],
    [
      '<h3>Related stories</h3><p><a href="/a">Tides rise</a></p><p><a href="/b">Ferry sold</a></p><p>The end.</p>',
      [
        also('Related stories', 'Tides rise', '/a'),
        also('Related stories', 'Ferry sold', '/b'),
        { type: 'paragraph', html: 'The end.' },
      ],
    ],
    ['<p>LIRE AUSSI</p><p><a href="/a">La marée</a></p>', [also('LIRE AUSSI', 'La marée', '/a')]],
    ['<ul><li>Lesen Sie auch: <a href="/a">Die Flut</a></li></ul>', [also('Lesen Sie auch', 'Die Flut', '/a')]],
    ['<p>Läs också: <a href="/a">Tidvattnet stiger</a></p>', [also('Läs också', 'Tidvattnet stiger', '/a')]],
  ])('%s are links', (html, blocks) => expect(blocksOf(html)).toEqual(blocks));
  it.each([
    ['<p>Recommended</p><p><a href="/a">Tides rise</a></p>', ['paragraph', 'paragraph']],
    ['<p>Read also:</p><ul><li><a href="/a">Tides rise</a></li><li>Ferry sold</li></ul>', ['paragraph', 'list']],
    ['<p>Read also the <em>report</em></p><ul><li><a href="/a">Tides rise</a></li></ul>', ['paragraph', 'list']],
    ['<p>See also:</p><p>The <a href="/a">first one</a>.</p>', ['paragraph', 'paragraph']],
    ['<p>See also:</p>', ['paragraph']],
    [
      '<p>Read more:</p><ul><li><a href="/a">Tides rise</a></li><li><a href="/t">Ferries</a></li></ul>',
      ['paragraph', 'list'],
    ],
    ['<p>READ MORE: <a href="/share">Share</a></p>', ['paragraph']],
    ['<p>READ MORE: <a href="/next">&gt; &gt;</a></p>', ['paragraph']],
    ['<p>关于: <a href="/t">渡轮</a></p>', ['paragraph']],
    ['<ul><li>Read more: <a href="/a">Tides rise</a></li><li>Six trips a day</li></ul>', ['list']],
  ])('%s stays as it is', (html, types) => expect(blocksOf(html).map(({ type }) => type)).toEqual(types));
});

describe('quotations', () => {
  it.each([
    ['“The ferry will sail again in June,” said Ida Quill.', 'The ferry will sail again in June', 'Ida Quill'],
    ['"The ferry will sail again," Mayor Ida Quill said on Monday.', 'The ferry will sail again', 'Mayor Ida Quill'],
    [
      'Finance Minister Mara Holt said: “Costs have doubled in a year.”',
      'Costs have doubled in a year.',
      'Finance Minister Mara Holt',
    ],
    ['“It is over now,” said Sen. Ida B. Quill, a Liberal.', 'It is over now', 'Sen. Ida B. Quill'],
    [
      '“It is over now,” said Quill Corp. president Ida Holt.'.replace('Corp. president', 'Corp. President'),
      'It is over now',
      'Quill Corp. President Ida Holt',
    ],
    ['The mayor, Ida Quill, said: “We have waited long.”', 'We have waited long.', 'Ida Quill'],
    ['“Where is the boat now?” Ida Quill asked.', 'Where is the boat now?', 'Ida Quill'],
    ['„Die Fähre fährt wieder ab Juni“, sagte Ida Quill.', 'Die Fähre fährt wieder ab Juni', 'Ida Quill'],
    ['„Die Fähre fährt wieder“, sagte Ida Quill der Zeitung.', 'Die Fähre fährt wieder', 'Ida Quill'],
    ['« La marée ne nous attendra pas », a déclaré Ida Quill.', 'La marée ne nous attendra pas', 'Ida Quill'],
    ['“La marea no nos va a esperar”, dijo Ida Quill a la prensa.', 'La marea no nos va a esperar', 'Ida Quill'],
    ['“Il mare non ci aspetta”, ha detto Ida Quill.', 'Il mare non ci aspetta', 'Ida Quill'],
    ['“De boot vaart morgen weer”, zei Ida Quill.', 'De boot vaart morgen weer', 'Ida Quill'],
    ['“O barco volta amanhã cedo”, disse Ida Quill.', 'O barco volta amanhã cedo', 'Ida Quill'],
    ['”Båten går igen i morgon”, säger Ida Quill.', 'Båten går igen i morgon', 'Ida Quill'],
    [
      '“The ferry will sail again,” said Mayor of London Ida Quill.',
      'The ferry will sail again',
      'Mayor of London Ida Quill',
    ],
    [
      '“The ferry will sail,” Secretary of State Ida B. Quill said.',
      'The ferry will sail',
      'Secretary of State Ida B. Quill',
    ],
    ['"The ferry will sail,” Quill said.', 'The ferry will sail', 'Quill'],
    ['“The ferry will sail," said Quill.', 'The ferry will sail', 'Quill'],
    ['“The ferry will sail,” Ida Quill, head of the Saltmarsh Trust, said.', 'The ferry will sail', 'Ida Quill'],
    ['“The ferry will sail,” said harbour master Ida Quill.', 'The ferry will sail', 'Ida Quill'],
    ['“The ferry will sail,” said Ida Quill of the Centre for Boats.', 'The ferry will sail', 'Ida Quill'],
    ['“The ferry will sail,” said the co-owner Ida Quill on Monday.', 'The ferry will sail', 'Ida Quill'],
    [
      '« La marée ne nous attendra pas », a déclaré le ministre Ida Quill.',
      'La marée ne nous attendra pas',
      'Ida Quill',
    ],
    ['“La marea no nos va a esperar”, dijo la alcaldesa Ida Quill.', 'La marea no nos va a esperar', 'Ida Quill'],
  ])('in %j have a speaker', (text, said, speaker) =>
    expect(quotationsIn(text)).toEqual([{ text: said, speaker, source: null }]),
  );
  it.each([
    ['The sides met. “Certain solutions have been outlined”, he added.', 'Certain solutions have been outlined'],
    ['"We have waited long for it," she said on Monday.', 'We have waited long for it'],
    ['„Wir haben lange darauf gewartet“, sagte sie.', 'Wir haben lange darauf gewartet'],
    ['« Nous avons attendu longtemps », a-t-elle ajouté.', 'Nous avons attendu longtemps'],
    ['« Nous avons attendu longtemps », dit-il.', 'Nous avons attendu longtemps'],
  ])('in %j are somebody’s, and we do not say whose', (text, said) =>
    expect(quotationsIn(text)).toEqual([{ text: said, speaker: null, source: null }]),
  );
  it('name the medium that they were said to', () => {
    expect(quotationsIn('“The ferry will sail again,” Ida Quill told the Saltmarsh Times on Monday.')).toEqual([
      { text: 'The ferry will sail again', speaker: 'Ida Quill', source: 'Saltmarsh Times' },
    ]);
    expect(quotationsIn('“The ferry will sail again,” Ida Quill told a court.')).toEqual([
      { text: 'The ferry will sail again', speaker: 'Ida Quill', source: null },
    ]);
  });
  it('with straight marks are told apart from what stands between them', () => {
    expect(
      quotationsIn('"We wait for the boat," she said in Port Sable. "Ida Quill said it all," said Mara Holt.'),
    ).toEqual([
      { text: 'We wait for the boat', speaker: null, source: null },
      { text: 'Ida Quill said it all', speaker: 'Mara Holt', source: null },
    ]);
  });
  it.each([
    'The so-called “ferry gate” said it all.',
    'A 5" pipe and a 6" pipe said Ida.',
    'No marks at all, said Ida Quill.',
    '“It is over for the ferry,” said UCL astronomer Ida Quill.',
    '“It is over for the ferry,” said Saltmarsh officials.',
    'Ida Quill, president of Saltmarsh, said: “It is over for the ferry.”',
    'Ida Quill, chair and President of Saltmarsh Trust said: “It is over for the ferry.”',
    'A doctor at Saltmarsh University said: “It is over for the ferry.”',
    'They found “no sign of the lost boat.” Ida Quill said that the search goes on.',
    'A sign says “All visitors must report.” He said nothing.',
    '„Es ist vorbei mit der Fähre“, erklärt auf Nachfrage Ida Quill.',
    '“It is over for the ferry,” said former Saltmarsh Sen.',
    '“It is over for the ferry,” said President of Saltmarsh.',
    '“It is over for the ferry,” said President of South Africa.',
    '“It is over for the ferry,” said in a letter to Ida Quill.',
    '“It is over for the ferry,” said a friend of Ida Quill.',
    '“It is over for the ferry,” said harbour master Ida.',
    '“It is over for the ferry,” Mara Holt, Ida Quill and others, said.',
    '“It is over for the ferry” and Mara Holt, head of the Trust, said no.',
    'She "says “no” twice," said the paper. Ida Quill said nothing.',
  ])('are not guessed from %j', (text) => expect(quotationsIn(text)).toEqual([]));
  it.each([
    ['The fire burned since June. Quill said: “It is over for the ferry.”', 'Quill'],
    ['“It is over for the ferry,” said Quill. Charges of arson carry ten years.', 'Quill'],
  ])('in %j keep to their sentence', (text, speaker) => expect(quotationsIn(text)).toMatchObject([{ speaker }]));
});

describe('credited sources', () => {
  it.each([
    ['Both delegations agreed, RT reported.', ['RT']],
    ['The mayor told Reuters on Monday.', ['Reuters']],
    ['According to figures and according to the Saltmarsh Times, costs rose.', ['Saltmarsh Times']],
    ['Laut Die Welt und laut dpa steigt die Flut.', ['Die Welt', 'dpa']],
    ['The mayor told The Post on Monday.', ['The Post']],
    ['Quill told CNN Philippines that it was over.', ['CNN Philippines']],
    ['Selon Le Monde, la marée monte.', ['Le Monde']],
    ['Según El País, sube la marea.', ['El País']],
    ['Secondo ANSA sale la marea.', ['ANSA']],
    ['Enligt Reuters stiger vattnet, rapporterar AFP.', ['Reuters']],
    ['Segundo a Reuters, a água sobe.', ['Reuters']],
    ['Volgens de Saltmarsh Courier stijgt het water.', ['Saltmarsh Courier']],
  ])('of %j are %j', (text, names) => expect(creditedSources(text)).toEqual(names));
  it.each([
    'According to Medinsky, it is over.',
    'He told Ida Quill.',
    'The UN reported a rise.',
    'They told reporters.',
    'Losses were reported by the ministry.',
    'He told CNN affiliate WDIV that it was over.',
    'According to Saltmarsh Observer editor Ida Quill, it is over.',
    'According to the Sun Times News Group, it is over.',
    'He posted a letter to the Times Square office.',
  ])('are not guessed from %j', (text) => expect(creditedSources(text)).toEqual([]));
});

describe('the names of a byline', () => {
  it.each([
    ['Mara K. Holt, AP', ['Mara K. Holt'], ['AP']],
    ['By Mara Holt', ['Mara Holt'], []],
    ['BY MARA HOLT', ['MARA HOLT'], []],
    ['By Mara Holt, Ida Quill and Tom Reyes', ['Mara Holt', 'Ida Quill', 'Tom Reyes'], []],
    ['Mara Holt, Ida Quill, and Tom Reyes, Reuters', ['Mara Holt', 'Ida Quill', 'Tom Reyes'], ['Reuters']],
    ['Mara Holt & Ida Quill', ['Mara Holt', 'Ida Quill'], []],
    ['Mara Holt, Ida Quill, Reuters', ['Mara Holt', 'Ida Quill'], ['Reuters']],
    ['Mara Holt, Saltmarsh Sports, AP', ['Mara Holt'], ['AP']],
    ['Mara Holt, Saltmarsh Sports', ['Mara Holt'], []],
    ['By Mara Holt in Saltmarsh', ['Mara Holt'], []],
    ['By Mara Holt and Ida Quill in Port Sable', ['Mara Holt', 'Ida Quill'], []],
    ['Von Anna Berg und Jan van der Meer', ['Anna Berg', 'Jan van der Meer'], []],
    ['Von Anna Berg aus Saltmarsch, dpa', ['Anna Berg'], ['dpa']],
    ['Par Élodie d’Arc et Jean-Luc Moreau', ['Élodie d’Arc', 'Jean-Luc Moreau'], []],
    ['Por Ana Ruiz y Luis de la Vega', ['Ana Ruiz', 'Luis de la Vega'], []],
    ['Di Carla Neri e Ugo Bassi', ['Carla Neri', 'Ugo Bassi'], []],
    ['Door Piet Vos en Els Kok', ['Piet Vos', 'Els Kok'], []],
    ['Di Maria', ['Di Maria'], []],
    ['Reuters', [], ['Reuters']],
    ['By The Associated Press', [], ['AP']],
  ])('%j are told', (byline, people, agencies) => {
    expect(bylineNames(byline)).toEqual({ people, agencies });
  });

  it.each([
    '',
    'Staff reporter',
    'By Staff Reporter',
    'Our Harbour Correspondent',
    'Newsroom',
    'Romeo and Juliet Society',
    'Holt and Quill',
    'Marks and Sons',
    'The Ferry Society and The Harbour Trust',
    'Ida Quill and Saltmarsh University',
    'Quill, Ida',
    'Mara Holt, Ida Quill, Tom Reyes',
    'Mara Holt for the Harbour Wire',
    'Mara Holt and Ida and Tom Reyes',
    'mara holt',
    'Редакция',
    'Die Redaktion',
    'La rédaction',
    'ida@gazette.example',
  ])('are not guessed from %j', (byline) => expect(bylineNames(byline)).toEqual({ people: [], agencies: [] }));
});

describe('the language of a text', () => {
  const EN =
    'The ferry to the islands is back in the harbour after two weeks of repairs, and the first boat of the day was full of people who had been waiting for it since the storm. It will run twice a day until the end of the month, the council said.';
  const DE =
    'Die Fähre zu den Inseln ist nach zwei Wochen wieder im Hafen, und das erste Schiff am Morgen war voll mit Leuten, die seit dem Sturm auf sie gewartet haben. Sie fährt bis zum Ende des Monats zweimal am Tag, wie der Rat der Stadt am Abend sagte.';
  it.each([
    ['en', EN],
    ['de', DE],
    [
      'fr',
      'Le bac pour les îles est de retour au port après deux semaines de travaux, et le premier bateau du jour était plein de gens qui attendaient depuis la tempête. Il partira deux fois par jour jusqu’à la fin du mois, a dit le conseil de la ville dans la soirée.',
    ],
    [
      'es',
      'El barco a las islas ha vuelto al puerto después de dos semanas de obras, y el primero del día iba lleno de gente que lo esperaba desde la tormenta. Va a salir dos veces al día hasta el final del mes, según dijo el consejo de la ciudad por la noche.',
    ],
    [
      'nl',
      'De veerboot naar de eilanden is na twee weken weer terug in de haven, en de eerste boot van de dag was vol met mensen die er sinds de storm op hadden gewacht. Hij vaart tot het einde van de maand twee keer per dag, zei de raad van de stad in de avond.',
    ],
    [
      'ja',
      '島へのフェリーは二週間の修理のあと、ふたたび港にもどりました。朝の最初の船は、嵐のあとずっと待っていた人たちでいっぱいでした。',
    ],
    [
      'el',
      'Το πλοίο για τα νησιά επέστρεψε στο λιμάνι μετά από δύο εβδομάδες εργασιών και το πρώτο της ημέρας ήταν γεμάτο.',
    ],
  ])('%s is told', (language, text) => expect(languageOf(text)).toBe(language));

  it.each(['', '2024', 'The ferry is back.', `${EN} ${DE}`, 'Ida Quill '.repeat(40)])(
    'is not guessed from %j',
    (text) => expect(languageOf(text)).toBeNull(),
  );
});
