/** What belongs to one story of the sample newsroom, judged by reading: ids, separated by spaces. */
export interface GradedStory {
  readonly id: string;
  /** The same running story. */
  readonly same: string;
  /** Background: what a reader of it may well want next. */
  readonly background?: string;
  /** Another event of the same kind, or another matter with the same words: never among the first. */
  readonly lookAlikes?: string;
}

/** Two ferries, two fires, two votes, two charges before the same court: what tells them apart are names, places and dates. */
export const NEWSROOM_GRADES: readonly GradedStory[] = [
  {
    id: 'guillemot-aground',
    same: 'guillemot-passengers guillemot-salvage guillemot-refloat guillemot-buoy guillemot-returns guillemot-report',
    background: 'ferry-accounts',
    lookAlikes: 'reine-en reine-milk',
  },
  {
    id: 'guillemot-salvage',
    same: 'guillemot-aground guillemot-passengers guillemot-refloat guillemot-buoy guillemot-returns guillemot-report',
    background: 'ferry-accounts',
    lookAlikes: 'reine-en reine-milk',
  },
  {
    id: 'guillemot-buoy',
    same: 'guillemot-aground guillemot-passengers guillemot-salvage guillemot-refloat guillemot-returns guillemot-report',
    background: 'ferry-accounts',
    lookAlikes: 'reine-en reine-milk',
  },
  {
    id: 'guillemot-report',
    same: 'guillemot-aground guillemot-passengers guillemot-salvage guillemot-refloat guillemot-buoy guillemot-returns',
    background: 'ferry-accounts',
    lookAlikes: 'reine-en reine-milk number-nine-cause',
  },
  {
    id: 'reine-en',
    same: 'reine-milk',
    background: 'ferry-accounts',
    lookAlikes:
      'guillemot-aground guillemot-passengers guillemot-salvage guillemot-refloat guillemot-buoy guillemot-returns guillemot-report',
  },
  {
    id: 'reine-milk',
    same: 'reine-en',
    background: 'ferry-accounts',
    lookAlikes:
      'guillemot-aground guillemot-passengers guillemot-salvage guillemot-refloat guillemot-buoy guillemot-returns guillemot-report',
  },
  {
    id: 'culvert-live',
    same: 'culvert-morning culvert-launderette culvert-arrest culvert-charge',
    background: 'two-fires byelection-analysis',
    lookAlikes: 'number-nine-fire number-nine-schools number-nine-cause',
  },
  {
    id: 'culvert-launderette',
    same: 'culvert-live culvert-morning culvert-arrest culvert-charge',
    background: 'byelection-result byelection-candidates byelection-analysis two-fires',
    lookAlikes: 'number-nine-fire number-nine-schools number-nine-cause',
  },
  {
    id: 'culvert-arrest',
    same: 'culvert-live culvert-morning culvert-launderette culvert-charge',
    background: 'two-fires',
    lookAlikes: 'number-nine-fire number-nine-schools number-nine-cause winch-fine',
  },
  {
    id: 'culvert-charge',
    same: 'culvert-live culvert-morning culvert-launderette culvert-arrest',
    background: 'two-fires',
    lookAlikes: 'number-nine-fire number-nine-cause winch-fine',
  },
  {
    id: 'number-nine-fire',
    same: 'number-nine-schools number-nine-landing number-nine-jobs number-nine-cause',
    background: 'two-fires podcast-six market-gallery',
    lookAlikes: 'culvert-live culvert-morning culvert-arrest culvert-charge',
  },
  {
    id: 'number-nine-jobs',
    same: 'number-nine-fire number-nine-schools number-nine-landing number-nine-cause',
    background: 'two-fires market-gallery',
    lookAlikes: 'culvert-live culvert-morning culvert-arrest culvert-charge',
  },
  {
    id: 'number-nine-cause',
    same: 'number-nine-fire number-nine-schools number-nine-landing number-nine-jobs',
    background: 'two-fires podcast-six',
    lookAlikes: 'culvert-live culvert-morning culvert-arrest culvert-charge guillemot-report',
  },
  {
    id: 'infirmary-plan',
    same: 'infirmary-unit infirmary-march infirmary-flats infirmary-vote',
    background: 'hip-waiting',
    lookAlikes: 'withy-bank-damp',
  },
  {
    id: 'infirmary-vote',
    same: 'infirmary-plan infirmary-unit infirmary-march infirmary-flats',
    background: 'hip-waiting',
    lookAlikes: 'tram-vote byelection-result',
  },
  {
    id: 'ysolde-live',
    same: 'ysolde-warning ysolde-gallery ysolde-dune ysolde-evacuees ysolde-money',
    background: 'tide-data number-nine-landing',
    lookAlikes: 'culvert-live',
  },
  {
    id: 'ysolde-dune',
    same: 'ysolde-warning ysolde-live ysolde-gallery ysolde-evacuees ysolde-money',
    background: 'tide-data',
  },
  {
    id: 'ysolde-money',
    same: 'ysolde-warning ysolde-live ysolde-gallery ysolde-dune ysolde-evacuees',
    background: 'tide-data',
    lookAlikes: 'city-budget tram-vote',
  },
  {
    id: 'tram-vote',
    same: 'tram-costs tram-for tram-against tram-shops tram-petition tram-interview',
    background: 'city-budget reader-letters-correction',
    lookAlikes: 'infirmary-vote byelection-result ysolde-money',
  },
  {
    id: 'tram-shops',
    same: 'tram-costs tram-vote tram-for tram-against tram-petition tram-interview',
    background: 'night-market',
  },
  {
    id: 'tram-interview',
    same: 'tram-costs tram-vote tram-for tram-against tram-shops tram-petition',
  },
  {
    id: 'boat-found',
    same: 'boat-rings boat-feature boat-gallery boat-museum',
    background: 'ropewalk-restored',
  },
  {
    id: 'boat-museum',
    same: 'boat-found boat-rings boat-feature boat-gallery',
    background: 'ropewalk-restored',
    lookAlikes: 'tram-costs tram-interview',
  },
  {
    id: 'byelection-result',
    same: 'sallowby-resigns byelection-candidates byelection-analysis',
    background: 'culvert-launderette culvert-morning',
    lookAlikes: 'tram-vote infirmary-vote',
  },
  {
    id: 'byelection-analysis',
    same: 'sallowby-resigns byelection-candidates byelection-result',
    background: 'culvert-launderette culvert-morning',
    lookAlikes: 'tram-vote infirmary-vote',
  },
  {
    id: 'shield-semi',
    same: 'shield-fourth-round shield-quarter',
    background: 'garrowby-interview',
    lookAlikes: 'round-the-mole',
  },
  {
    id: 'salt-wives-review',
    same: 'staithe-reopens corlett-interview staithe-audio stolen-chair',
    lookAlikes: 'staithe-rents soup-review book-review',
  },
  {
    id: 'stolen-chair',
    same: 'salt-wives-review staithe-reopens corlett-interview staithe-audio',
    lookAlikes: 'staithe-rents',
  },
  {
    id: 'crabs-university',
    same: 'crabs-first crabs-tip',
    lookAlikes: 'kittiwake-video soup-review kelp-farm',
  },
  {
    id: 'crabs-tip',
    same: 'crabs-first crabs-university',
    lookAlikes: 'kittiwake-video soup-review lighthouse-keeper',
  },
];
