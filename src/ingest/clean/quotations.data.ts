/** Verbs that join a quotation and its speaker, by language; each as it stands in a report. */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  en: [
    'said',
    'says',
    'told reporters',
    'added',
    'adds',
    'explained',
    'explains',
    'wrote',
    'writes',
    'tweeted',
    'warned',
    'stated',
    'noted',
    'argued',
    'insisted',
    'announced',
    'declared',
    'asked',
    'replied',
    'commented',
    'stressed',
    'concluded',
    'recalled',
    'admitted',
  ],
  de: [
    'sagte',
    'sagt',
    'erklärte',
    'erklärt',
    'betonte',
    'betont',
    'meinte',
    'meint',
    'so',
    'warnte',
    'schrieb',
    'ergänzte',
    'berichtete',
    'teilte',
  ],
  fr: [
    'a déclaré',
    'a dit',
    'dit',
    'affirme',
    'a affirmé',
    'explique',
    'a expliqué',
    'assure',
    'a assuré',
    'souligne',
    'estime',
    'déclare',
    'ajoute',
    'a ajouté',
    'raconte',
    'précise',
    'a précisé',
  ],
  es: [
    'dijo',
    'dice',
    'afirmó',
    'afirma',
    'explicó',
    'explica',
    'aseguró',
    'asegura',
    'señaló',
    'señala',
    'declaró',
    'añadió',
    'agregó',
    'indicó',
    'sostuvo',
  ],
  it: ['ha detto', 'dice', 'ha dichiarato', 'afferma', 'ha affermato', 'spiega', 'ha spiegato'],
  nl: ['zei', 'zegt', 'aldus', 'verklaarde', 'vertelt', 'stelt'],
  pt: ['disse', 'diz', 'afirmou', 'afirma', 'explicou', 'explica', 'declarou'],
  sv: ['säger', 'sade', 'sa', 'uppger', 'berättar', 'skriver', 'menar'],
};

/** Verbs after a speaker that say to whom something was said, by language. */
export const TOLD: Readonly<Record<string, readonly string[]>> = {
  en: ['told'],
  fr: ['a déclaré à', 'a dit à', 'a confié à'],
  es: ['dijo a', 'declaró a'],
};

/** Whom a text speaks of without a name, by language: a quotation is theirs, whoever they are. */
export const PRONOUNS: Readonly<Record<string, readonly string[]>> = {
  en: ['he', 'she', 'they'],
  de: ['er', 'sie'],
  es: ['él', 'ella'],
  it: ['lui', 'lei'],
  nl: ['hij', 'zij', 'ze'],
  pt: ['ele', 'ela'],
  sv: ['han', 'hon'],
};

/** Verb and pronoun in one, as patterns: "dit-il", "a-t-elle ajouté". */
export const ASKED_BACK: Readonly<Record<string, readonly string[]>> = {
  fr: [
    String.raw`(?:dit|poursuit)-(?:il|elle)`,
    String.raw`(?:a|affirme|explique|assure|souligne|ajoute|raconte|précise|déclare)-t-(?:il|elle|on)`,
  ],
};

/** Titles and kinds of companies that are written with a dot inside a name. */
export const TITLES: readonly string[] =
  'Dr Mr Mrs Ms Prof St Sen Rep Gov Gen Lt Col Sgt Capt Cmdr Cpl Const Det Insp Supt Rev Hon Pres Adm Maj Sr Sra Dra Mme Mlle Ing Mag Inc Corp Co Ltd Dist Atty Asst Jr'.split(
    ' ',
  );

/** What may follow the name of a speaker in lower case: prepositions, conjunctions, times. Anything else goes on to somebody else. */
export const AFTER_A_SPEAKER: ReadonlySet<string> = new Set(
  `in on at of to from after before during as while when who and but about by with for through via following last late later early earlier
  this today yesterday tonight upon over under into near outside inside without because since if that referring adding speaking
  in am im an auf aus bei beim nach vor während als und aber über mit für zu zum zur der dem den die das gegenüber heute gestern von vom
  à au aux en dans sur lors après avant pendant qui et mais de du des devant avec pour par depuis lundi mardi mercredi jeudi vendredi samedi dimanche
  a al ante con durante en sobre tras y que quien este el la ayer hoy
  ad alla al nel nella durante dopo prima che ieri oggi del della dal dopo e
  tegen aan bij na tijdens voor met over op het gisteren vandaag
  ao à no na nos nas durante após em sobre com e que ontem hoje
  till i på efter under om och men som`.split(/\s+/),
);

/** Words before a name that make it another's: the office, place or house of who speaks. */
export const BEFORE_NO_SPEAKER: ReadonlySet<string> = new Set(
  `of at for from in by with to near outside inside
  von vom aus bei beim für mit im in zu zum zur
  de du des à au aux chez pour dans avec d’
  del en por para con
  di dello della dei degli delle per alla nel nella presso
  van bij voor met uit
  do da dos das em no na pelo pela com
  av för på från till hos`.split(/\s+/),
);

/** Offices that, with a house or country behind them, say what somebody is and not who. */
export const OFFICES: ReadonlySet<string> = new Set(
  'ceo president chairman chairwoman chair director head minister secretary governor mayor chief leader member professor editor spokesman spokeswoman ministro ministre presidente président direktor präsident ministerin'.split(
    ' ',
  ),
);

/** Capitalised words that start a sentence and are no name. */
export const NOT_A_NAME: ReadonlySet<string> = new Set(
  `he she they it we i you the a an this that these those who but and so then his her their its our my one some many most both all
  er sie es wir ich ihr man der die das ein eine il elle ils elles on nous je vous le la les un une el ella ellos los las lo yo nosotros
  egli lui lei loro hij zij ze wij ik ele ela eles elas monday tuesday wednesday thursday friday saturday sunday`.split(
    /\s+/,
  ),
);
