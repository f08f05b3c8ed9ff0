/** Fields of news with the nouns that stories about them use. All are everyday words; names are made in names.ts. */
export const THEMES: readonly (readonly string[])[] = [
  'harbour quay ferry tide pilot dredger mooring cargo customs freighter lighthouse breakwater trawler anchorage lock tugboat manifest berth',
  'court verdict appeal witness hearing judge barrister testimony plea custody sentence prosecutor jury affidavit bail tribunal summons ruling',
  'school pupil teacher classroom curriculum exam headteacher lesson timetable tuition playground scholarship governor homework lecturer campus bursary degree',
  'match striker keeper penalty league fixture stadium coach transfer referee derby midfielder substitute promotion relegation supporter trophy header',
  'hospital ward nurse surgeon clinic patient vaccine ambulance diagnosis therapy midwife waiting-list outbreak prescription theatre recovery symptom consultant',
  'turbine grid pylon battery reactor voltage tariff meter substation cable outage generator solar hydrogen pipeline boiler insulation heat-pump',
  'railway tram timetable platform signal carriage conductor depot level-crossing season-ticket sleeper locomotive junction viaduct passenger delay franchise overhead-line',
  'council budget mayor ballot motion chamber levy committee by-election councillor ordinance petition quorum coalition amendment whip manifesto turnout',
  'bank loan mortgage deposit interest shareholder auditor bond dividend insolvency merger ledger inflation pension broker takeover index currency',
  'farm harvest barley tractor herd dairy drought orchard fertiliser subsidy silo wool slaughterhouse hedgerow seedling combine granary beekeeper',
  'flood storm gale rainfall sandbag levee evacuation forecast dune surge culvert landslide thermometer heatwave wildfire hailstone barometer frost',
  'museum exhibit curator painting sculpture gallery archive restoration canvas fresco loan catalogue ceramics tapestry etching mosaic relic antiquary',
  'orchestra violin choir soloist rehearsal symphony conductor premiere libretto chorus organ recital brass percussion encore quartet overture tenor',
  'novel author publisher chapter manuscript prize bookshop translator poetry memoir reader library shortlist anthology typewriter critic printing-press edition',
  'film director screenplay studio premiere actor trailer documentary cinema projector script festival sequel stunt costume editor reel scene',
  'software server algorithm chip network password startup encryption browser satellite sensor robot keyboard database update outage prototype patent',
  'police detective arrest burglary patrol suspect forensics constable fingerprint ransom fraud smuggler alibi curfew informant handcuffs inquiry cordon',
  'fire firefighter blaze ladder hydrant smoke alarm arson rescue evacuation ember warehouse sprinkler roof stairwell brigade hose helmet',
  'housing tenant landlord rent eviction estate scaffold bricklayer architect planning cladding basement crane foundation mortar permit kitchen courtyard',
  'market stall trader grocer bakery export warehouse shipment retailer voucher till wholesale spice fishmonger import tariff shopkeeper receipt',
  'river salmon wetland otter kingfisher ranger reserve habitat nest eel poacher osprey woodland beaver heron marsh estuary badger',
  'strike union picket wage shift overtime redundancy contract foreman arbitration apprentice payroll bargaining walkout factory assembly-line employer safety',
  'parliament minister cabinet speaker treaty embassy envoy sanction summit border visa consul decree referendum coalition senator delegation protocol',
  'cyclist marathon sprint medal relay swimmer rower regatta gymnast referee hurdle velodrome javelin oarsman finish-line stopwatch heat podium',
].map((line) => line.split(' '));

export const ADJECTIVES: readonly string[] =
  'narrow sudden costly quiet disputed temporary joint northern southern ageing rural urgent unlikely modest record shared public private early late bitter careful broken empty crowded independent overdue partial permanent remote rising falling secret steady stubborn uneven vacant weekly winter summer'.split(
    ' ',
  );
export const VERBS: readonly string[] =
  'backed delayed questioned welcomed rejected reopened inspected postponed defended measured funded repaired criticised approved reviewed suspended extended closed studied praised cancelled examined promised sold'.split(
    ' ',
  );
export const ROLES: readonly string[] =
  'spokeswoman spokesman director engineer chair resident organiser inspector secretary adviser chief deputy manager volunteer analyst historian'.split(
    ' ',
  );
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/**
 * Sentences. P a person, L the last name of one, O an organisation, T a place, R a role, E a word of the event, N a noun of any kind,
 * A an adjective, V a verb in the past, W a weekday, D a number.
 */
export const SENTENCES: readonly string[] = [
  'The {E} near {T} was {V} on {W} after weeks of talks about the {E} and the {N}.',
  '{O} {V} the {A} {E}, saying that the {E} could not wait for another {N}.',
  '{P}, a {R} of {O}, said the {E} had been {V} twice since {W}.',
  'About {D} people came to {T} to see the {E}, and many stayed until the {E} was {V}.',
  'Nobody in {T} expected the {E} to follow the {E} so soon.',
  'According to {O}, the {E} costs {D} crowns a day, more than the {A} {N} it replaced.',
  '“We have {V} the {E}, and we will look at the {E} next,” {L} said.',
  'The report lists {D} faults in the {E}, among them a {A} {E} that was never {V}.',
  'For years the {E} had been a matter for {O} alone.',
  '{L} {V} the plan for the {E} and asked for a {A} {N} instead.',
  'In {T}, the {A} {E} has changed how people speak about the {E}.',
  'Two of the {D} offers named the {E}; the others left it out.',
  'By {W} evening the {E} was {V}, and {O} put out a short note on the {E}.',
  'A {R} from {T} called the {E} “a {A} answer to a {A} question”.',
  'The {N} stands beside the {E}, where {P} first {V} it.',
  'It is the third {E} this year that {O} has {V}.',
  '{P} and {P} disagree about the {E}, but both want the {E} to be {V} before {W}.',
  'Without the {E} there would be no {E}, said {L}, who has worked in {T} for {D} years.',
  'The {A} {E} drew letters from {D} readers, most of them from {T}.',
  'What happens to the {E} will be decided on {W}, when {O} meets in {T}.',
  'Earlier plans for a {A} {N} at {T} were {V} when the {E} failed.',
  'The {E} was measured again on {W}, and the figure for the {E} had grown by {D} per cent.',
  'At first light the {E} was still there, as was the {A} {N} behind the {E}.',
  'Those who know the {E} say that the {E} is only a part of it.',
  'A vote on the {E} ended {D} to {D}, with {L} against.',
  '{O} has until {W} to answer the {D} questions on the {E}.',
  'The road to {T} stayed shut while the {E} was {V}.',
  'Records kept by {O} show the {E} {V} as long as {D} years ago.',
  'Much depends on the {E}: if it is {V}, the {E} can begin before the winter.',
  '“The {E} is not the point,” said {P}. “The point is the {E}.”',
  'Prices for the {N} rose after the {E}, and the {A} {E} did little to calm them.',
  'In the end it was a {R} who found the {A} {E} and {V} it.',
];

/** Headlines, and what may follow them to make them longer. */
export const HEADLINES: readonly string[] = [
  '{O} {V} {E} plan as {E} row grows',
  '{T} waits for the {E} after {A} {E}',
  '{A} {E} at {T}: {D} questions for {O}',
  '{L} calls {T} {E} “a {A} step”',
  'How the {E} came to {T}, and what the {E} will cost',
  '{E} and {E}: {T} looks for a way out',
  '{O} to decide on {E} by {W}',
  'Why {P} {V} the {A} {E}',
];
export const HEADLINE_TAILS: readonly string[] = [
  ', says {O}',
  ' as {T} talks go on',
  ' despite {A} {E}',
  ' for {D} residents',
  ' after {W} {E}',
  ', {L} warns',
];
