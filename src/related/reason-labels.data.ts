/** What a reader is told, by primary language subtag; {} is where the names stand. English where a language is missing. */
export interface ReasonLabels {
  readonly story: string;
  readonly entity: string;
  readonly term: string;
  readonly topic: string;
  readonly section: string;
  readonly author: string;
}

export const REASON_LABELS: Readonly<Record<string, ReasonLabels>> = {
  en: {
    story: 'Same running story',
    entity: 'Also about: {}',
    term: 'In both: {}',
    topic: 'Topic: {}',
    section: 'Section: {}',
    author: 'By the same author: {}',
  },
  de: {
    story: 'Dieselbe laufende Geschichte',
    entity: 'Auch über: {}',
    term: 'In beiden: {}',
    topic: 'Thema: {}',
    section: 'Ressort: {}',
    author: 'Auch von: {}',
  },
  fr: {
    story: 'La même affaire',
    entity: 'Également sur : {}',
    term: 'En commun : {}',
    topic: 'Sujet : {}',
    section: 'Rubrique : {}',
    author: 'Du même auteur : {}',
  },
  es: {
    story: 'La misma historia',
    entity: 'También sobre: {}',
    term: 'En común: {}',
    topic: 'Tema: {}',
    section: 'Sección: {}',
    author: 'También de: {}',
  },
  it: {
    story: 'La stessa vicenda',
    entity: 'Anche su: {}',
    term: 'In comune: {}',
    topic: 'Argomento: {}',
    section: 'Sezione: {}',
    author: 'Anche di: {}',
  },
  nl: {
    story: 'Hetzelfde verhaal',
    entity: 'Ook over: {}',
    term: 'In beide: {}',
    topic: 'Onderwerp: {}',
    section: 'Rubriek: {}',
    author: 'Ook van: {}',
  },
  pt: {
    story: 'A mesma história',
    entity: 'Também sobre: {}',
    term: 'Em comum: {}',
    topic: 'Tema: {}',
    section: 'Secção: {}',
    author: 'Também de: {}',
  },
  sv: {
    story: 'Samma händelse',
    entity: 'Även om: {}',
    term: 'I båda: {}',
    topic: 'Ämne: {}',
    section: 'Avdelning: {}',
    author: 'Också av: {}',
  },
  da: {
    story: 'Samme sag',
    entity: 'Også om: {}',
    term: 'I begge: {}',
    topic: 'Emne: {}',
    section: 'Sektion: {}',
    author: 'Også af: {}',
  },
  no: {
    story: 'Samme sak',
    entity: 'Også om: {}',
    term: 'I begge: {}',
    topic: 'Emne: {}',
    section: 'Seksjon: {}',
    author: 'Også av: {}',
  },
  fi: {
    story: 'Sama tapaus',
    entity: 'Myös: {}',
    term: 'Molemmissa: {}',
    topic: 'Aihe: {}',
    section: 'Osasto: {}',
    author: 'Sama kirjoittaja: {}',
  },
  pl: {
    story: 'Ta sama sprawa',
    entity: 'Także o: {}',
    term: 'W obu: {}',
    topic: 'Temat: {}',
    section: 'Dział: {}',
    author: 'Ten sam autor: {}',
  },
  cs: {
    story: 'Stejná událost',
    entity: 'Také: {}',
    term: 'V obou: {}',
    topic: 'Téma: {}',
    section: 'Rubrika: {}',
    author: 'Stejný autor: {}',
  },
  ru: {
    story: 'Та же история',
    entity: 'Также о: {}',
    term: 'Общее: {}',
    topic: 'Тема: {}',
    section: 'Раздел: {}',
    author: 'Тот же автор: {}',
  },
  tr: {
    story: 'Aynı olay',
    entity: 'Ayrıca: {}',
    term: 'Ortak: {}',
    topic: 'Konu: {}',
    section: 'Bölüm: {}',
    author: 'Aynı yazar: {}',
  },
  hu: {
    story: 'Ugyanaz a történet',
    entity: 'Erről is: {}',
    term: 'Közös: {}',
    topic: 'Téma: {}',
    section: 'Rovat: {}',
    author: 'Ugyanattól: {}',
  },
  ro: {
    story: 'Aceeași poveste',
    entity: 'Și despre: {}',
    term: 'În comun: {}',
    topic: 'Subiect: {}',
    section: 'Secțiune: {}',
    author: 'Același autor: {}',
  },
};
