/**
 * Words that say nothing of what a text is about, by primary language subtag: articles, pronouns, prepositions, conjunctions, auxiliaries and the
 * commonest adverbs, plus the verbs of saying that every news text has. Lower case, separated by spaces; parts that an apostrophe cuts off included
 * ("don't" = don, t). Single letters of alphabets are left out everywhere and need no entry. Written down for this project by hand.
 */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: `the an and or but nor so yet if then else than that this these those there here of in on at by for with without within from to into onto upon
    over under above below between among against about across after before during until till while since through throughout toward towards off out
    up down again further once only own same such very too also just even still not no none any some each every all both either neither few many
    much more most other others another several is am are was were be been being have has had having do does did doing done will would shall should
    can could may might must ought need he she it we you they him her his hers its our ours your yours their theirs me my mine us them myself himself
    herself itself ourselves themselves yourself who whom whose which what when where why how because as like per via amid along around near don didn
    doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ll ve re said say says saying told tell tells according mr mrs ms dr one get
    got gets let now new amp`,
  de: `der die das den dem des ein eine einer eines einem einen kein keine keiner keines keinem keinen und oder aber denn doch sondern wenn dann als wie
    dass daß ob weil damit obwohl bevor nachdem während bis seit in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter zwischen durch
    für gegen ohne um trotz wegen innerhalb außerhalb entlang neben hinter ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen ihre
    ihrer ihres ihrem ihren sein seine seiner seines seinem seinen mein dein unser unsere unserer euer dieser diese dieses diesem diesen jener jene jenes
    welcher welche welches wer was wo wann warum wohin woher ist sind war waren bin bist wird werden wurde wurden worden würde würden hat haben hatte
    hatten habe hätte hätten kann können konnte konnten könnte könnten muss müssen musste mussten soll sollen sollte sollten will wollen wollte wollten
    darf dürfen durfte mag möchte nicht nichts nie noch nur schon auch sehr so mehr viel viele wenig alle alles allen aller jeder jede jedes man hier
    da dort nun jetzt immer wieder etwa rund laut zwar dabei dazu daran darauf darüber davon dafür sagte sagt sagten gesagt erklärte teilte mitteilte
    einmal selbst andere anderen anderer bereits sowie zudem jedoch`,
  fr: `le la les un une des du de au aux et ou mais donc or ni car que qui quoi dont où quand comme si lorsque puisque parce afin dans en sur sous par
    pour avec sans vers chez entre contre depuis pendant avant après dès jusque jusqu malgré selon lors ce cet cette ces cela ça ceci celui celle ceux
    celles je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos eux soi moi toi est sont
    était étaient être été suis es sommes êtes sera seront serait soit fut furent ai as a avons avez ont avait avaient avoir eu aura auront aurait
    fait faire font peut peuvent pouvait pourrait doit doivent devait ne pas plus moins rien jamais aussi très trop bien même mêmes tout toute tous
    toutes autre autres quel quelle quels quelles quelque quelques chaque plusieurs aucun aucune déjà encore ici là alors ainsi puis ensuite y dit
    déclaré affirmé indiqué annoncé qu lorsqu puisqu quelqu aujourd hui cependant alors notamment`,
  es: `el la los las un una unos unas lo al del de y e o u pero sino mas ni que quien quienes cual cuales cuyo cuya cuando donde como si porque pues
    aunque mientras en a ante bajo con contra desde durante entre hacia hasta mediante para por según sin sobre tras este esta esto estos estas ese esa
    eso esos esas aquel aquella aquello aquellos aquellas yo tú él ella ello nosotros vosotros ellos ellas usted ustedes me te se nos os le les mi mis
    tu tus su sus nuestro nuestra nuestros nuestras vuestro es son era eran ser sido siendo soy eres somos fue fueron será serán sería sea está están
    estaba estaban estar estado ha han había habían haber hay he hemos haya tiene tienen tenía tener puede pueden podría debe deben hace hacer hizo no
    sí ya muy más menos mucho mucha muchos muchas poco pocos todo toda todos todas otro otra otros otras mismo misma cada algún alguna algunos algunas
    ningún ninguna nada nunca siempre también tampoco solo sólo así aquí allí ahora entonces luego después antes dijo dice afirmó señaló explicó
    aseguró qué quién cuál cómo cuándo dónde además`,
  it: `il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli
    nelle sul sullo sulla sui sugli sulle col coi di a da in con su per tra fra e ed o oppure ma però se che chi cui quale quali quando dove come perché
    mentre poiché anche non né più meno molto molta molti molte poco tutto tutta tutti tutte altro altra altri altre stesso stessa ogni qualche alcuni
    alcune nessuno niente mai sempre già ancora solo così qui qua lì là ora poi dopo prima durante contro senza verso presso secondo fino questo questa
    questi queste quello quella quelli quelle ciò io tu egli lui lei noi voi loro esso essa essi mi ti si ci vi ne me te sé mio mia miei mie tuo tua
    suo sua suoi sue nostro nostra nostri vostro è sono era erano essere stato stata stati state sarà saranno sarebbe sia fu furono ho hai ha abbiamo
    avete hanno aveva avevano avere avuto può possono poteva potrebbe deve devono fa fare fatto ha detto dichiarato un' dell all dall nell sull quest
    quell c' l' d' inoltre tuttavia`,
  nl: `de het een der den des en of maar want dus als dan dat die dit deze wie wat waar wanneer waarom hoe omdat hoewel terwijl indien toen zodat in op
    aan bij met naar van voor door over onder tussen tegen zonder om uit tot te ten ter na sinds tijdens volgens binnen buiten langs rond vanaf via ik jij
    je u hij zij ze wij we jullie mij me jou hem haar ons hen hun mijn jouw zijn onze uw zich zelf is was waren ben bent wordt worden werd werden geworden
    heeft hebben had hadden heb gehad kan kunnen kon konden zal zullen zou zouden moet moeten moest mag mogen wil willen wilde niet niets geen nooit nog
    al reeds ook zeer heel meer minder veel weinig alle alles andere ander ieder elke elk iets iemand men er hier daar nu weer altijd echter zei zegt
    aldus verklaarde gezegd daarom daarbij ervan hierbij`,
  pt: `o a os as um uma uns umas ao aos à às do da dos das no na nos nas pelo pela pelos pelas num numa dum duma de em por para com sem sob sobre entre
    contra desde durante até após ante perante segundo e ou mas nem que se porque pois como quando onde quem qual quais cujo cuja embora enquanto eu tu
    ele ela nós vós eles elas você vocês me te lhe lhes nos vos meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos este esta isto estes
    estas esse essa isso esses essas aquele aquela aquilo aqueles aquelas é são era eram ser sido sendo sou somos foi foram será serão seria seja está
    estão estava estavam estar há havia tem têm tinha tinham ter tendo houve pode podem poderia deve devem faz fazer fez não sim já muito muita muitos
    muitas mais menos pouco todo toda todos todas tudo outro outra outros outras mesmo mesma cada algum alguma alguns algumas nenhum nenhuma nada nunca
    sempre também só assim aqui ali lá agora então depois antes ainda disse diz afirmou`,
  sv: `en ett den det de dem och eller men utan om att som när då där hur vad vem vilken vilket vilka varför eftersom medan innan sedan i på av för till
    från med vid under över mellan mot genom efter före bland hos inom utanför kring enligt jag du han hon vi ni man mig dig honom henne oss er sig min
    mitt mina din ditt dina hans hennes sin sitt sina vår vårt våra ert deras denna detta dessa är var vara varit blir bli blev blivit har hade ha haft
    kan kunde ska skall skulle måste vill ville får fick inte ej aldrig inget ingen inga något någon några alla allt all varje andra annan annat mycket
    många mer mest mindre så också även bara redan ännu nu här dit hit sade säger sa sagt samt upp ut in ner`,
  da: `en et den det de dem og eller men om at som når da hvor hvordan hvad hvem hvilken hvilket hvilke hvorfor fordi mens inden siden i på af for til fra
    med ved under over mellem mod gennem efter før blandt hos inden uden omkring ifølge jeg du han hun vi man mig dig ham hende os jer sig min mit mine
    din dit dine hans hendes sin sit sine vores jeres deres denne dette disse er var være været bliver blive blev blevet har havde have haft kan kunne
    skal skulle må måtte vil ville får fik ikke aldrig intet ingen noget nogen nogle alle alt al hver andre anden andet meget mange mere mest mindre så
    også kun bare allerede endnu nu her der siger sagde sagt samt op ud ind ned`,
  no: `en ei et den det de dem og eller men om at som når da hvor hvordan hva hvem hvilken hvilket hvilke hvorfor fordi mens før siden i på av for til fra
    med ved under over mellom mot gjennom etter blant hos innen uten rundt ifølge jeg du han hun vi dere man meg deg ham henne oss seg min mitt mine din
    ditt dine hans hennes sin sitt sine vår vårt våre deres denne dette disse er var være vært blir bli ble blitt har hadde ha hatt kan kunne skal skulle
    må måtte vil ville får fikk ikke aldri intet ingen noe noen alle alt all hver andre annen annet mye mange mer mest mindre så også kun bare allerede
    ennå nå her der sier sa sagt samt opp ut inn ned ikkje eit ein eg dei ikkje frå vere vore blei kva kven korleis`,
  fi: `ja tai mutta vaan sekä että jos kun koska kuin niin siis vaikka jotta eli joka jotka jonka jota jossa josta johon joiden joita mikä mitä mistä missä
    mihin kuka ketä kenen milloin miten miksi minä sinä hän me te he minun sinun hänen meidän teidän heidän minua sinua häntä meitä heitä se ne sen sitä
    siitä siinä siihen niiden niitä tämä tätä tämän tässä tästä nämä näiden näitä tuo tuon nuo on ovat oli olivat ole olla ollut olleet olisi olisivat olen
    olet olemme ei en et emme ette eivät eikä voi voivat voisi pitää täytyy saa saada kaikki kaikkien moni monet muu muut muiden toinen itse oma myös
    vain vielä jo nyt sitten aina hyvin erittäin enemmän vähemmän noin yli alle ennen jälkeen aikana mukaan kanssa ilman kautta vastaan välillä sanoi sanoo
    kertoi kertoo`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о об из ему теперь
    когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы
    тебя их чем была сам чтоб чтобы без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой
    тем нее сейчас были куда зачем всех никогда можно при наконец два другой хоть после над больше тот через эти нас про всего них какая много разве три
    эту моя впрочем свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между также который которая которое которые которого
    которой которых которому это это сообщил сообщила сказал сказала заявил заявила отметил однако`,
  pl: `i oraz lub albo ale lecz więc że żeby aby jeśli jeżeli gdy kiedy gdzie jak co kto który która które którzy którego której których którym ponieważ bo
    choć w we na do z ze od po o u za przy przez dla pod nad przed między bez wobec wśród podczas według ja ty on ona ono my wy oni one mnie mi ciebie ci
    cię jego go jemu mu jej ją nas nam was wam ich im się siebie sobie mój moja moje twój swój swoje swoją swego swojej nasz nasza nasze wasz ten ta to
    ci te tego tej tych tym tymi tę tą tam tu jest są był była było byli były być będzie będą został została zostało zostały ma mają miał miała mieć może
    mogą mógł można trzeba nie tak już jeszcze tylko także też bardzo więcej mniej wszystko wszyscy wszystkie wszystkich każdy każda inny inne innych sam
    sama nic nigdy zawsze teraz potem obecnie powiedział powiedziała mówi dodał`,
  cs: `a i nebo ale že aby když jestliže pokud protože který která které kteří kterého kterou kterých kde kdy jak co kdo proč v ve na do z ze od po o u za
    při přes pro pod nad před mezi bez podle během kolem proti k ke s se si já ty on ona ono my vy oni mě mně mi tě ti ho jeho mu jemu jí ji její nás nám
    vás vám jich jejich jim svůj svá své svého svou můj náš naše váš ten ta to ti ty toho té tom tím těch těm tento tato toto tuto je jsou byl byla bylo
    byli byly být bude budou jsem jsi jsme jste má mají měl měla mít může mohou mohl lze musí ne ano už ještě jen pouze také též velmi více méně všechno
    všichni všechny všech každý jiný jiné jiných sám nic nikdy vždy teď nyní pak potom řekl řekla uvedl uvedla dodal`,
  tr: `ve veya ya da de ile ama fakat ancak çünkü eğer ki gibi için kadar göre karşı doğru sonra önce üzere rağmen dolayı beri bu şu o bunlar şunlar onlar
    bunu bunun buna bunda bundan onu onun ona onda ondan ben sen biz siz beni bana benim seni sana senin bizi bize bizim sizi size sizin kendi kendisi
    ne neden niçin nasıl nerede kim hangi kaç bir her hiç bazı bütün tüm çok az daha en diğer başka aynı böyle şöyle öyle değil var yok olan olarak oldu
    olduğu olduğunu olur olmak olması etti eden eder etmek edildi edilen ise idi mi mı mu mü dedi söyledi belirtti şimdi hep yine artık sadece yalnızca
    bile hem göre arasında üzerinde altında içinde`,
  hu: `a az egy és vagy de hanem hogy ha mert mint amikor ahol ami aki amely amelyek akik amit akit melyet bár míg mivel is nem ne se sem csak már még most
    majd akkor itt ott így úgy ez azt ezt ezek azok ennek annak ebben abban erre arra ezzel azzal én te ő mi ti ők engem téged őt minket titeket őket
    nekem neki nekünk nekik saját volt voltak van vannak lesz lesznek lett lenni lehet lehetett volna kell kellett tud tudja fog fogja minden mindenki
    semmi senki más mások másik sok több kevés nagyon után előtt alatt között mellett szerint miatt ellen nélkül által felé közben során pedig azonban
    tehát ki be fel le el meg össze mondta közölte elmondta`,
  ro: `un o unei unui unor al a ai ale și sau dar însă iar că să dacă când unde cum ce cine care căruia cărei cărora deoarece pentru în din la de pe cu fără
    prin spre către între sub peste după înainte până asupra împotriva conform potrivit eu tu el ea noi voi ei ele mă te îl îi o ne vă le se și își mine
    tine lui său sa săi sale meu mea mei mele nostru noastră lor acest această acești aceste acesta aceasta acel acea acei acele este sunt era erau fi fost
    sunt ești suntem va vor ar ai am au avea având are avem poate pot trebuie face nu da mai foarte mult multă mulți multe puțin tot toată toți toate alt
    altă alți alte fiecare niciun nimic niciodată mereu deja încă doar numai aici acolo acum atunci apoi astfel spus declarat precizat s-a`,
  ca: `el la els les un una uns unes lo al als del dels pel pels de en a amb per sense sota sobre entre contra des durant fins segons i o però sinó ni que
    qui què qual quals quan on com si perquè doncs encara mentre aquest aquesta això aquests aquestes aquell aquella allò jo tu ell ella nosaltres
    vosaltres ells elles vostè em et es ens us li els hi ho me te se meu meva seu seva seus seves nostre nostra és són era eren ser estat sent sóc som va
    van serà seran seria sigui està estan estava ha han havia havien haver hi té tenen tenia tenir pot poden podria ha fa fer no sí ja molt molta molts
    moltes més menys poc tot tota tots totes altre altra altres mateix mateixa cada algun alguna alguns res mai sempre també només així aquí allà ara
    llavors després abans dit afirmat explicat`,
  ar: `في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون هو هي هم أن إن أو و ثم لكن بل لا لم لن ما ليس قد كما كل بعض غير بين بعد قبل
    عند عندما حيث حتى إذا أي أيضا قال قالت وقال وقالت وأضاف فيه فيها منه منها عليه عليها له لها به بها لهم كانوا منذ خلال حول ضد أمام تحت فوق دون`,
};
