/** Verbs of a credit at the end of a standfirst ("…reports Harbour Wire"), by language. */
export const CREDIT_VERBS: Readonly<Record<string, readonly string[]>> = {
  en: ['reports', 'report', 'writes', 'reported by', 'a report by', 'reporting by'],
  de: ['berichtet', 'berichten', 'schreibt', 'meldet'],
  fr: ['rapporte', 'écrit'],
  es: ['informa', 'reporta', 'escribe'],
  it: ['riporta', 'scrive'],
  nl: ['meldt', 'schrijft'],
  pt: ['relata', 'informa', 'escreve'],
};
