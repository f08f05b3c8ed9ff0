/** Words before the names of a byline, by language, lower case; tests hold examples and counter-examples of each. */
export const BYLINE_STARTS: Readonly<Record<string, readonly string[]>> = {
  en: ['by', 'written by', 'reporting by', 'reported by', 'story by', 'text by', 'words by'],
  de: ['von', 'text von', 'ein bericht von'],
  fr: ['par', 'écrit par'],
  es: ['por', 'texto de'],
  it: ['di', 'a cura di'],
  pt: ['por', 'texto de'],
  nl: ['door'],
};

/** Words that join the last name to those before it. */
export const BYLINE_JOINS: Readonly<Record<string, readonly string[]>> = {
  en: ['and', '&'],
  de: ['und'],
  fr: ['et'],
  es: ['y', 'e'],
  it: ['e', 'ed'],
  pt: ['e'],
  nl: ['en'],
};

/** Words before a place, after the names ("Ida Quill in Saltmarsh"). */
export const BYLINE_PLACES: Readonly<Record<string, readonly string[]>> = {
  en: ['in', 'at'],
  de: ['in', 'aus'],
  fr: ['à', 'en'],
  es: ['en', 'desde'],
  it: ['a', 'da'],
  pt: ['em', 'de'],
  nl: ['in', 'vanuit'],
};

/** Small words inside the names of people. */
export const NAME_PARTICLES: readonly string[] =
  'van von der den de del della di da do dos das du la le el al bin ibn abu ter ten zu af y'.split(' ');

/** Words that stand in the names of desks and organisations, or of nobody in particular, by language, lower case: who has one is no person. */
export const NOT_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  en: `staff reporter reporters correspondent correspondents writer writers desk team editor editors editorial newsroom bureau agency agencies
  service services news press times post wire herald tribune gazette journal chronicle telegraph observer magazine radio television media tv
  society club association university institute ministry party company group union council board committee foundation trust sports office
  department admin administrator guest contributor contributors special anonymous sons brothers partners online digital web the our your a an`.split(
    /\s+/,
  ),
  de: `redaktion redakteur korrespondent agentur agenturen verlag zeitung rundfunk presse verein verband gesellschaft stiftung universität
  institut ministerium gruppe büro nachrichten mitarbeiter gastbeitrag`.split(/\s+/),
  fr: `rédaction correspondant correspondante journaliste agence agences société association université institut ministère groupe fondation
  journal équipe envoyé invité`.split(/\s+/),
  es: `redacción corresponsal agencia agencias sociedad asociación universidad instituto ministerio grupo fundación diario equipo enviado
  invitado`.split(/\s+/),
  it: `redazione corrispondente agenzia società associazione università istituto ministero gruppo fondazione giornale inviato`.split(
    /\s+/,
  ),
  pt: `redação correspondente agência sociedade associação universidade instituto ministério grupo fundação jornal equipe`.split(
    /\s+/,
  ),
  nl: `redactie correspondent verslaggever persbureau vereniging genootschap universiteit instituut ministerie groep stichting krant`.split(
    /\s+/,
  ),
};

/** Agencies as bylines name them, and the name that readers know them by. */
export const AGENCIES: Readonly<Record<string, string>> = {
  ap: 'AP',
  'associated press': 'AP',
  'the associated press': 'AP',
  afp: 'AFP',
  'agence france-presse': 'AFP',
  reuters: 'Reuters',
  'thomson reuters': 'Reuters',
  dpa: 'dpa',
  bloomberg: 'Bloomberg',
  efe: 'EFE',
  ansa: 'ANSA',
  'europa press': 'Europa Press',
  xinhua: 'Xinhua',
  kyodo: 'Kyodo',
  yonhap: 'Yonhap',
  tass: 'TASS',
  interfax: 'Interfax',
  anadolu: 'Anadolu',
  pti: 'PTI',
  ians: 'IANS',
  anp: 'ANP',
  apa: 'APA',
  lusa: 'Lusa',
  belga: 'Belga',
};
