/** Verbs of a credit at the end of a standfirst ("…reports Harbour Wire"), by language. */
export const CREDIT_VERBS: Readonly<Record<string, readonly string[]>> = {
  en: ['reports', 'report', 'writes', 'reported by', 'a report by', 'reporting by'],
  de: ['berichtet', 'berichten', 'schreibt', 'meldet'],
  fr: ['rapporte', 'rapportent', 'écrit'],
  es: ['informa', 'informan', 'reporta', 'escribe'],
  it: ['riporta', 'riferisce', 'scrive'],
  nl: ['meldt', 'bericht', 'schrijft'],
  pt: ['relata', 'informa', 'reporta', 'escreve'],
  sv: ['rapporterar', 'skriver'],
};

/** Articles that may stand between verb and name, by language, with what follows them. */
export const CREDIT_ARTICLES: Readonly<Record<string, readonly string[]>> = {
  en: ['the '],
  de: ['die ', 'der ', 'das '],
  fr: ['l’', "l'", 'le ', 'la '],
  es: ['el ', 'la '],
  it: ['l’', "l'", 'il ', 'la '],
  nl: ['de ', 'het '],
  pt: ['o ', 'a '],
};

/** The first word of "By Name in Place", by language, and the words before a place. */
export const CREDIT_BY: Readonly<Record<string, { readonly by: string; readonly places: readonly string[] }>> = {
  en: { by: 'By', places: ['in', 'at', 'from'] },
  de: { by: 'Von', places: ['in', 'aus'] },
  fr: { by: 'Par', places: ['à', 'en'] },
  es: { by: 'Por', places: ['en', 'desde'] },
  it: { by: 'Di', places: ['a', 'da'] },
  nl: { by: 'Door', places: ['in', 'vanuit'] },
  pt: { by: 'Por', places: ['em', 'de'] },
  sv: { by: 'Av', places: ['i', 'från'] },
};

/** Agencies that write themselves in small letters. */
export const SMALL_AGENCIES: readonly string[] = ['dpa', 'epd', 'kna', 'sda', 'sid'];

/** Names that say when, and never who. */
export const DAYS: readonly string[] = (
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November ' +
  'December Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'
).split(' ');
