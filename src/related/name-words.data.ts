/**
 * Words by which names are read and reasons are told, by primary language subtag. Lower case, separated by spaces. Written down for this project by hand.
 * They decide nothing of what is related.
 */

/** Small words that stand within a name ("Isle of Skerrow", "Reine d’Ormelle"); an article may follow them. */
export const PARTICLES: Readonly<Record<string, string>> = {
  en: 'of de la van von del di al bin ibn',
  fr: 'de du des d',
  es: 'de del',
  it: 'di del della dello dei degli delle d',
  nl: 'van de den der ter ten',
  pt: 'de da do dos das',
  ca: 'de del dels d',
  ro: 'de',
  sv: 'af av von',
  da: 'af von',
  no: 'av von',
};
export const PARTICLE_ARTICLES = 'the la le les l los las der den de';

/** Titles, offices and legal forms, which name nobody by themselves. */
export const TITLES: Readonly<Record<string, string>> = {
  en: `president minister prime chancellor secretary senator governor mayor councillor captain judge justice king queen prince princess pope bishop
    archbishop cardinal sir lord lady dame professor dr doctor general colonel major lieutenant sergeant inspector superintendent constable chief director
    chair chairman chairwoman coach sheriff commissioner ambassador representative congressman congresswoman attorney officer leader sen rep gov gen col lt
    sgt capt prof rev st mr mrs ms co inc corp ltd plc llc`,
  de: `präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin richter richterin könig königin
    papst professor general oberst chef chefin direktor direktorin trainer trainerin gmbh ag`,
  fr: `président présidente ministre premier première chancelier maire sénateur sénatrice député députée juge roi reine prince princesse pape évêque général
    colonel capitaine commandant professeur docteur directeur directrice procureur procureure préfet préfète monsieur madame me m mme sa sarl`,
  es: `presidente presidenta ministro ministra canciller alcalde alcaldesa senador senadora diputado diputada juez jueza rey reina príncipe princesa papa
    obispo general coronel capitán comandante profesor profesora doctor doctora director directora fiscal don doña señor señora sr sra d sa sl`,
  it: `presidente ministro ministra premier cancelliere sindaco sindaca senatore senatrice deputato deputata giudice re regina principe principessa papa
    vescovo generale colonnello capitano comandante professore professoressa dottore dottoressa direttore direttrice procuratore onorevole signor signora spa srl`,
  nl: `president minister premier kanselier burgemeester senator rechter koning koningin prins prinses paus bisschop generaal kolonel kapitein professor
    dokter directeur hoofdcommissaris meneer mevrouw nv bv`,
  pt: `presidente ministro ministra primeiro chanceler prefeito prefeita senador senadora deputado deputada juiz juíza rei rainha príncipe princesa papa bispo
    general coronel capitão comandante professor professora doutor doutora diretor diretora senhor senhora dom dona sa ltda`,
  sv: 'president minister statsminister kansler borgmästare senator domare kung drottning prins prinsessa påve biskop general överste kapten professor doktor direktör',
  da: 'præsident minister statsminister kansler borgmester senator dommer konge dronning prins prinsesse pave biskop general oberst kaptajn professor doktor direktør',
  no: 'president minister statsminister kansler ordfører senator dommer konge dronning prins prinsesse pave biskop general oberst kaptein professor doktor direktør',
  fi: 'presidentti ministeri pääministeri kansleri pormestari senaattori tuomari kuningas kuningatar prinssi prinsessa paavi piispa kenraali eversti kapteeni professori tohtori johtaja',
  ru: 'президент министр премьер канцлер мэр губернатор сенатор депутат судья король королева принц принцесса папа епископ генерал полковник капитан профессор доктор директор',
  pl: 'prezydent minister premier kanclerz burmistrz senator poseł sędzia król królowa książę papież biskup generał pułkownik kapitan profesor doktor dyrektor pan pani',
  cs: 'prezident prezidentka ministr ministryně premiér kancléř starosta primátor senátor poslanec soudce král královna princ papež biskup generál plukovník kapitán profesor doktor ředitel pan paní',
  tr: 'cumhurbaşkanı başkan başbakan bakan şansölye vali senatör milletvekili hakim kral kraliçe prens prenses papa general albay yüzbaşı profesör doktor müdür bay bayan',
};

/** What is often said and tells little of what two stories share: numbers in words, times, anybody. A name may hold them ("Number Nine Shed"). */
export const UNTOLD: Readonly<Record<string, string>> = {
  en: `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion dozen half first second third last next once twice day days week weeks month months year years hour
    hours minute minutes time times today yesterday tomorrow tonight morning afternoon evening night nobody somebody everybody anybody someone everyone anyone
    something nothing everything anything people man men woman women thing things way never always often ever back went go goes come comes came take takes
    took make makes made put long little old good great big small percent per cent sept pm am utc gmt`,
  de: `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million
    millionen milliarde milliarden erste ersten zweite zweiten dritte dritten letzte letzten nächste nächsten tag tage tagen woche wochen monat monate monaten
    jahr jahre jahren stunde stunden minute minuten uhr mal zeit heute gestern morgen abend nacht niemand jemand etwas leute menschen mann frau männer frauen
    ende anfang mitte prozent euro dollar ganz gut groß große großen neue neuen herr`,
  fr: `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille million
    millions milliard milliards premier première deuxième troisième dernier dernière prochain prochaine jour jours semaine semaines mois an ans année années
    heure heures minute minutes fois temps hier demain matin soir nuit personne quelqu gens homme femme hommes femmes chose choses part petit petite grand
    grande vu va vont faut faute sait devrait devraient ajouté précisé précise affirmant raconte seulement euros`,
  es: `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
    ciento mil millón millones primer primero primera segundo segunda tercer tercera último última próximo próxima día días semana semanas mes meses año años
    hora horas minuto minutos vez veces tiempo hoy ayer mañana tarde noche nadie alguien algo gente persona personas hombre mujer cosa cosas gran grande euros`,
  it: `due tre quattro cinque sei sette otto nove dieci undici dodici tredici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila
    milione milioni miliardo miliardi primo prima secondo seconda terzo terza ultimo ultima prossimo prossima giorno giorni settimana settimane mese mesi anno
    anni ora ore minuto minuti volta volte tempo oggi ieri domani mattina sera notte qualcuno qualcosa gente persona persone uomo donna cosa cose grande euro`,
  nl: `twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard
    eerste tweede derde laatste volgende dag dagen week weken maand maanden jaar jaren uur minuut minuten keer tijd vandaag gisteren morgen avond nacht niemand
    mensen man vrouw mannen vrouwen ding dingen procent euro goed groot grote`,
  pt: `dois duas três quatro cinco seis sete oito nove dez onze doze treze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil milhão
    milhões bilhão bilhões primeiro primeira segundo segunda terceiro terceira último última próximo próxima dia dias semana semanas mês meses ano anos hora
    horas minuto minutos vez vezes tempo hoje ontem amanhã manhã tarde noite ninguém alguém algo gente pessoa pessoas homem mulher coisa coisas grande euros`,
  sv: `två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen miljon miljoner miljard miljarder
    första andra tredje sista nästa dag dagar vecka veckor månad månader år timme timmar minut minuter gång gånger tid idag igår imorgon kväll natt ingen någon
    något folk människor man kvinna män kvinnor procent kronor`,
  da: `to tre fire fem seks syv otte ni ti elleve tolv tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede tusind million millioner milliard
    milliarder første anden tredje sidste næste dag dage uge uger måned måneder år time timer minut minutter gang gange tid aften nat ingen nogen noget folk
    mennesker mand kvinde mænd kvinder procent kroner`,
  no: `to tre fire fem seks sju åtte ni ti elleve tolv tjue tretti førti femti seksti sytti åtti nitti hundre tusen million millioner milliard milliarder første
    andre tredje siste neste dag dager uke uker måned måneder år time timer minutt minutter gang ganger tid kveld natt ingen noen noe folk mennesker mann kvinne
    menn kvinner prosent kroner`,
  fi: `kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat miljoona miljoonaa miljardi ensimmäinen toinen kolmas viimeinen seuraava
    päivä päivää viikko viikkoa kuukausi vuosi vuotta tunti tuntia minuutti minuuttia kerran aika tänään eilen huomenna illalla yöllä kukaan joku jotain ihmiset
    mies nainen prosenttia euroa`,
  ru: `два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто тысяч тысячи миллион миллионов миллиард миллиардов первый
    первая второй третий последний следующий день дней дня неделя недели месяц месяца месяцев год года лет час часа часов минут раз раза время сегодня вчера
    завтра утром вечером ночью никто кто-то люди людей человек мужчина женщина процентов рублей`,
  pl: `dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści sto tysiąc tysięcy milion milionów miliard miliardów pierwszy
    pierwsza drugi druga trzeci ostatni następny dzień dni tydzień tygodnie miesiąc miesięcy rok roku lat godzina godzin minut raz razy czas dziś wczoraj jutro
    wieczorem nikt ktoś coś ludzie ludzi mężczyzna kobieta procent złotych`,
  cs: `dva dvě tři čtyři pět šest sedm osm devět deset dvacet třicet sto tisíc milion milionů miliarda miliard první druhý druhá třetí poslední příští den dní
    týden týdny měsíc měsíců rok roku let hodina hodin minut krát čas dnes včera zítra večer nikdo někdo něco lidé lidí muž žena procent korun`,
  tr: `iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli yüz bin milyon milyar ilk birinci ikinci üçüncü son gelecek gün hafta ay yıl saat dakika kez
    zaman bugün dün yarın sabah akşam gece kimse biri şey insan insanlar adam kadın lira`,
};
