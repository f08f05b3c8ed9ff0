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

/** What offices are of in English: what follows one of these is a name. */
export const OFFICE_OF: readonly string[] = [
  ...'State|Defense|Treasury|Justice|Agriculture|Commerce|Education|Energy|Health|Labor|Transportation|Finance|Interior'.split(
    '|',
  ),
  ...'Homeland Security|Veterans Affairs|Foreign Affairs|Foreign Relations|Staff|Police|House|Senate'.split('|'),
  ...'London|Paris|Berlin|Rome|Madrid|Moscow|New York City|New York|Chicago|Los Angeles|Boston|Houston|Toronto|Manila'.split(
    '|',
  ),
  ...'Afghanistan|Argentina|Australia|Austria|Belgium|Brazil|Canada|China|Egypt|France|Germany|Greece|India|Iran|Iraq'.split(
    '|',
  ),
  ...'Ireland|Israel|Italy|Japan|Mexico|Nigeria|Norway|Pakistan|Poland|Portugal|Russia|South Africa|South Korea|Spain'.split(
    '|',
  ),
  ...'Sweden|Switzerland|Turkey|Ukraine|United Kingdom|United States|Venezuela|Scotland|Wales|Northern Ireland'.split(
    '|',
  ),
  ...'California|Texas|Florida|Ohio|Illinois|Michigan|Georgia|Virginia|Arizona|Colorado|Oregon|Pennsylvania'.split('|'),
];

export const ARTICLES: ReadonlySet<string> = new Set(
  'the le la l’ les el los las il lo i gli o a os as de het'.split(' '),
);

/** Words in lower case between a verb and a name that say more than what somebody is: pronouns, prepositions, conjunctions, verbs of help. */
export const NO_ROLE: ReadonlySet<string> = new Set(
  `a an the and or but nor so as at by for from in into of off on onto over per than that through to toward under up upon via with within without about
  above across after against along among around before behind below beneath beside between beyond down during except inside like near out outside past
  since until i you he she it we they who whom whose which what when where why how if because while although though this these those there here my your his
  her its our their not no yes also too very then now later earlier yesterday today is are was were be been being has have had do does did will would shall
  should can could may might must
  de del des du d’ un une unos unas que qui quoi et ou mais donc car ni sur sous dans en par pour avec sans chez vers à au aux il elle ils elles on nous vous se
  sa son ses leur leurs y o u pero con sin por para sobre al su sus lo le les nos él ella ellos ellas uno una e ma di dal dalla della dei degli delle nel nella
  sul sulla per tra fra lui lei loro si não na no nos nas em do da dos das ao à pelo pela com sem ele ela der die das den dem ein eine einer auf aus an über unter laut gegenüber und oder aber von vom zu zum zur im am bei mit
  nach er sie es wir ich ihr man het een van voor op te aan bij hij zij ze en of maar i på av för till med och men han hon den det`.split(
    /\s+/,
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
