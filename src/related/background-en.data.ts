/**
 * In how many of 10953 texts each stem is (stop words and numbers left out). Counted from releases of the United
 * States Senate (public domain), HuffPost headlines and summaries (CC BY 4.0, News Category Dataset, R. Misra),
 * English Wikinews (CC BY 2.5) and the 18F blog (CC0). Frequencies are facts; no text is kept.
 * Written by `npm run quality -- background`; not to be edited.
 */
export const ENGLISH = {
  texts: 10953,
  counts: `
4437 sen
4422 senat
3797 today
3491 year
3468 state
2965 work
2848 nation
2708 provid
2631 help
2543 includ
2489 bill
2424 make
2290 presid
2278 feder
2268 support
2258 fund
2238 continu
2162 program
2155 use
2070 time
2068 million
2067 import
2050 servic
2046 contact
2001 committe
1979 secur
1931 american
1926 peopl
1914 member
1891 depart
1875 legisl
1865 act
1824 announc
1818 follow
1782 first
1770 unit
1694 hous
1686 govern
1653 issu
1618 develop
1594 countri
1592 communiti
1585 effort
1576 congress
1564 need protect
1558 increas
1547 receiv
1530 call
1528 improv
1525 take
1523 pass
1518 ensur
1500 public
1498 two
1480 last
1471 addit
1459 report
1436 current
1409 made
1402 way
1391 part
1378 law
1369 day
1368 well
1365 allow
1332 famili
1331 administr
1329 offic
1310 plan
1297 appropri
1287 creat
1282 author
1270 go
1261 project
1248 serv
1241 health
1236 resourc
1234 respons
1230 trump
1224 come
1211 requir
1198 meet
1190 week
1182 long system
1179 assist
1171 right
1168 critic
1162 live
1158 local
1109 america
1107 statement
1102 inform
1101 process
1086 home
1083 high pleas
1078 washington
1071 area
1064 base
1058 grant
1056 job
1049 look
1045 futur
1043 major
1014 approv
1012 address
1010 introduc
1009 leader
1007 agenc
1006 cost
997 know repres
987 give
976 effect
975 chang
974 great month oper
953 want
951 center
945 forward keep
944 good
943 better vote
942 busi
938 world
934 forc
931 benefit
926 opportun step
920 commit
913 direct
906 hope
905 recent
898 end
896 prevent
894 educ
891 offici
888 place
885 next
881 final
878 see
877 bush face number three
876 full
874 move
869 polici
867 chairman
865 back
863 gov
861 build
858 percent
857 access join
854 econom
853 believ
851 releas
850 bring counti
849 care product
848 best
830 concern design
826 level
825 avail
823 relat
821 result
820 manag
818 hear
809 billion
803 set
802 group propos
798 offer
797 find put
793 research
791 clear
790 problem request
789 organ
788 fight initi open
786 show
785 general
784 establish
779 citi
774 emerg strong
764 safeti
762 democrat success
756 action complet
755 reduc
753 train
748 secretari
742 ask
740 technolog
739 militari
737 award
736 school
734 energi
731 women
730 remain
724 signific
714 colleagu
712 life
711 abl children republican
710 activ expect invest
707 person
705 john possibl
699 economi
698 pay
695 decis
689 facil
686 interest
683 amend provis
679 expand
670 intern specif
668 fiscal
665 region
663 lead
662 near
661 sign
659 bipartisan encourag war
658 confer order
656 question share
655 individu
653 natur power
650 mean
648 impact
647 letter
645 past
642 begin
640 budget
639 case start univers
638 money
633 close
628 differ
625 compani
624 becom urg
623 measur record
620 learn
618 alreadi spend togeth
617 challeng
615 implement industri
614 focus
610 qualiti
609 understand
606 five key
604 save
603 former
600 ad
598 news
597 exist term
596 associ consid hard
595 honor
594 defens necessari
590 account http
589 dc
588 congression control
586 grow
585 total
579 subcommitte
577 four
574 role
573 visit
572 senior
571 thank
569 sure
568 enhanc
567 foreign goal
563 recogn
562 found
561 produc
560 white
559 prioriti
558 equip
557 fire
556 involv water
553 leadership second small tax
551 north thing
549 line review
547 human posit
546 cut
541 construct medic
538 discuss top
532 respond
530 homeland
529 safe
527 return
524 dollar
522 privat
520 co resid
518 regard
517 studi think
516 deserv
513 tool
512 howev reach
511 play
510 real
508 vital
507 kill
506 risk student
503 team
500 hold rule
499 advanc
497 fact polit
496 potenti
495 air enforc iraq
494 court least worker
493 limit point
491 post
489 citizen sourc
488 sponsor
487 prepar rural
486 conduct histori men passag
485 investig
484 thousand
483 maintain market
482 rate
481 justic particular press
480 generat promot tri
479 rais
478 exampl institut
477 abil
476 particip reform
474 low
473 attack
471 caus
470 transport
469 free given south standard
464 immedi proud
462 incom land mission
461 less site
460 deliv
459 fail special
458 agricultur contribut larg
455 elect
454 deal environ extend stand
453 director
451 infrastructur stop
450 amount sent
449 solut talk
448 old practic serious strengthen test
444 approach determin
443 mark
442 affect
441 whether
439 www
438 applic
436 appli event progress
435 demonstr seek
434 main present
433 earlier
432 host purchas
431 annual
426 hand often previous recommend
425 achiev experi
423 quick
420 cannot demand
419 border
417 death troop
416 wrote
415 certain never staff
414 far financi
413 comprehens run
410 age competit reason
409 depend
408 note
407 afford entir
406 turn
405 commiss scienc
404 fair origin
402 earli locat name
401 agre
400 essenti
398 express
397 polic similar six
396 due threat
395 environment estim
393 contain
392 non
391 arm floor mexico
390 held
389 field
388 aid terror
385 leav
384 identifi price
383 district
382 consider littl septemb
381 effici late met
380 date robert
379 head valu write
378 dedic matter
377 ever
376 georg growth march
374 send
371 especi restor suppli
369 comment
368 ago mike
367 colleg known
366 armi friend
365 combat
364 strategi
363 instead
362 alway greater
361 commerc data get list rank
359 approxim employ fulli perform
358 user
357 replac
356 global independ md
355 consum
354 jim resolut respect snow
353 big debat donald partner
352 short
351 left third
348 soon
347 claim veteran
346 communic domest oil trade
345 employe led
344 affair social
343 fuel
342 cover situat travel version
341 took
340 agreement later
339 answer die juli
338 innov vehicl
337 almost man
336 integr
335 disast document
334 engin execut
333 form push
332 relief
331 enough harri west
329 higher personnel
328 preserv remov renew
327 june updat
326 hour
325 barbara victim
324 child difficult fall johnson parti
323 food target
322 idea immigr schedul
321 charg cosponsor drug treatment
320 common lot
319 cours simpli
318 applaud danger detail enact happen
317 abus altern pete
315 overal
314 view
312 attorney guard
311 conserv financ lost
310 confirm rise
309 legal nationwid
308 advoc california civil extens read
307 campaign condit decad lower texa
306 away board partnership stori
305 chief olympia rep
303 taken
302 central elig januari select terrorist
301 appreci transit win
300 elimin largest mile
299 period promis text
298 crime gain histor
297 modern night
296 actual coordin
295 hundr languag road young
294 add consist gas ground thursday track
292 attend credit park sens technic
291 capabl half star
290 cooper engag taxpay
289 readi
288 asset carri decid
287 clean
286 behind goe
285 domenici purpos reserv va wednesday
284 collect
283 attent averag coronavirus
282 accept combin file highlight https love river suffer
281 joint loss
280 judg reid
279 com labor
278 duti option qualifi stay
277 came
276 rather singl
275 freedom remark skill threaten
274 popul street
273 aim dakota dead octob tom
272 crisi expert perman realli someth
271 firefight governor
270 class intellig light plant
269 decemb wide
268 despit judiciari like
267 friday indic websit
266 assess parent regul yesterday
265 rang welcom
264 defend urban
263 contract farmer media
262 custom damag
261 attempt enabl michael though tuesday
260 april hospit suggest type
259 everyth farm unfortun
257 delay payment status thought york
256 side
255 hit launch novemb prais
254 chair crimin
253 block nomin watch
252 code council extrem middl properti ten
251 appear lack ongo separ
250 choic distribut everyon
249 break constitut drive intend unanim
247 tradit
246 foundat kind outsid voic
245 confid deploy feel negoti
244 dear enter harm sustain word
243 uniqu
242 connect insur speak
241 began celebr deleg occur virginia
240 basic
239 adopt expens longer util
238 featur model monday union
237 alon maria messag
236 burden front seen
235 awar manufactur oppos
234 collabor east incent jeff profession town
233 adequ black morn
232 chanc reflect
231 biden volunt
230 cultur devast noth suprem
229 august violenc
228 joe materi
227 built imag station
226 accomplish feinstein loan rapid reauthor talent
225 anti fix heard sacrific sever space task tim
224 chuck compet earn mikulski network paid sector
223 buy disabl failur highest
222 behalf diseas treat
221 burn
220 beyond de lose struggl url
219 david link presidenti primari ultim
218 administ alleg corp fill obtain
217 coast page soldier
216 commerci complex guarante hurrican interior trust
215 corpor tremend
214 revenu room submit
213 injur reli section
212 brought examin various wait
211 career subject twitter
210 assur retir warn weapon
209 balanc coleman deliveri easier explor mind miss went
208 equal session
207 check pa seem western
206 avoid capit compon guid seven wast
205 boost latest nuclear oh packag
204 ahead cross expans kid summer
203 ohio spent
202 blog structur truli
201 explain instal proper seri
200 bingaman bureau enjoy heart patient true
199 afghanistan command commend digit simpl
198 peac
197 hire minnesota protest rescu sd
196 method oversight wrong
195 creation excel monitor norm varieti
194 bank basi diann flexibl iraqi rest video
193 centuri dorgan februari
192 accus andrew anyon candid choos fit reduct repeat san southern teacher
191 chris evalu flood fy path piec safer sincer
190 function resolv vice
189 correct crucial easi jame marin onlin owner signatur valuabl
188 bad deni divers fought intent lake softwar
187 bodi illeg reveal sale self
186 evid knowledg tour web
185 ban
184 byron jon
183 fellow montana sound
182 minor season shoot woman
181 battl congressman fisher sexual size
180 china prohibit st violat
179 declar mandat speech treasuri usda
178 appoint conrad paul pilot smith
177 although frist gsa upgrad
176 nativ supplement
175 brave folk hill inc profit restrict
174 compromis indian phase richard wit
173 ga interview numer permit spread written
172 becam counsel favor maryland nd principl rememb
171 craig disappoint panel prior victori
170 divis eight refus
169 acr bob collin drop firm gave multipl publish search solv testifi youth
168 coverag facilit figur gather juliann object prime
167 arrest art capac consequ daili fish georgia listen nomine northern someon
166 antonia excit ferrier grand tech
165 content impos mainten mass realiz whole
164 advantag broad forest lawmak memori procedur succeed transpar
163 internet multi pursu tweet wonder
162 acquir compar expir ill jr medicar relationship societi
161 airport democraci electr larger realiti red saturday storm
160 coalit dodd github graduat melissa portion pressur substanti susan utah valley
159 brief minimum
158 debt draft repair ship surround un
157 acknowledg alaska deepli handl pennsylvania schwartz stabil
156 elizabeth recoveri salazar
155 convers dramat incid mayor moment overwhelm
154 dewin lab proceed reject remind uniform worth
153 background capitol car carolina climat describ fort highway testimoni vulner
152 attract healthi inspir oblig refer
151 email experienc physic
150 ken spring
149 agent cantwel cite hr huge ii minist nine org
148 doubl jurisdict nevada port
147 absolut barri colorado florida outlin scale thoma
146 aircraft al calif weather
145 analysi isakson match prove recov recreat stage strike
144 coupl game prison screen store
143 gop ignor interact katrina troubl
142 exact fundament one outstand penalti
141 clinton detect except fear fulfil
140 injuri mcconnel minut mobil mountain
139 academ anniversari book chambliss kansa manner prepared strateg
138 grassley larri owe sit wall
137 agenda cornyn eastern foster fox hatch hurt johnni judici own rick wish
136 enrol lawyer son workforc
135 bridg dick hutchison joseph regular rehabilit steven tough traffic wildlif william
134 allen comput conclud count gulf opposit pdf round saw scientist suffici
133 defin dozen enorm flight island mueller pose
132 acquisit adult card constitu consult iran korea pull
131 assault charl feedback kay max phone piatt santorum saxbi spoke
130 alloc bailey baucus compens conflict doctor mother otherwis platform scientif
129 deep mistak pandem partisan proven trip
128 deadlin decreas electron item lugar mental race shift sometim suspect transfer unless will
127 endors mo observ prescript prompt reliabl sarah unfair
126 alli anim commission defeat destroy discov id temporari
125 closer core door feingold happi laboratori poor retain transform
124 complianc degre easili edg incorpor legaci visitor wage
123 exchang fee gap green gun king pension roll sell sunday surviv vision
122 champion civilian copi entiti eye healthcar medicin prosper recruit strength stress tabl therefor walk wife
121 asid bar medicaid mitch opinion orrin prosecut sam wa
120 avenu chamber fema greatest invit lincoln obama pledg presenc steve wind
119 ca cell ceremoni emphas export stronger wound
118 barrier deputi ident massiv neighbor predict rout
117 entitl gone idaho navig shot speed stephen ted wake
116 clarifi courag ct factor gallon hall insid meaning specter
115 canada closur debbi expertis hazard michigan net outreach pend teach titl undermin withdraw
114 actor adjust branch distanc dole fine instruct navi nm pentagon stabenow suit
113 father flow glad prosecutor seat
112 agil aviat boxer congratul dayton deficit fli oversea ryan summit
111 attach convict finish grate pat plain popular rancher secret shown tribe voter
110 advis beauti elsewher gasolin heat liberti recipi stakehold truck wors
109 appeal cap confront crop frequent missouri photo pre rebuild smaller survey tomorrow veto
108 arriv consent exercis faith fast outcom tie tx
107 codi compli definit eventu foot heavi hero overse perfect radio recognit sander tn
106 advic afternoon clinic devic em guidelin heritag map mississippi procur quarter resign revers surfac surpris
106 surveil
105 bear boy distinguish iowa neighborhood reimburs
104 aggress anyth chemic church concept daughter ethanol influenc los nurs unaccept usual vast
103 bond feet habitat murder negat notic residenti tribal
102 accur craft crash declin incred lesson movement pick sentenc shut spirit thus wilder
101 behavior bomb daniel fbi fewer fourth inde slow sought trial upcom wertz
100 convent destruct flaw kennedi kept mexican nelson santa scope sex tonight
99 brown captur ceo impress inclus murkowski ocean pro sea southwest topic tragedi
98 biggest caucus channel coal empow exceed ideal lisa mail mechan mitig mont paper regist ron trend virtual zone
97 broken cancer classroom enemi input knew mccain signal statewid techniqu touch treasur urgent vt worst
96 ambassador born certif contractor element emiss formal frank frustrat girl master minim normal pain russ toll
95 adam charact framework kent levin lie nutrit shortag speci violent worri
94 arlen aspect bay dan entri librari movi perhap prefer rich safeguard speaker unabl weekend
93 anticip appar assign cold donat draw instanc iter
92 jpg naval passeng peter plane probabl regulatori
91 acceler casey controversi dhs diplomat dream extra html impeach lieberman mi russia stem
90 academi carl complic confus corridor ethic european even patrol quit remedi ross stabl valid
89 articl conclus deduct desir epa expedit inspector mari northwest pollut privileg root survivor swift thorough
89 twice
88 assum babi campus canadian cancel citizenship covid doubt felt hagel imper jude newli ny patrick rail rough solid
88 tackl
87 abroad counter eas excess fleet marketplac mention probe reconstruct rockefel sanction tragic
86 accid accommod bid bit bottom brenden cloud club coastal indiana intens landmark mccartin modifi omnibus overdu
86 poll reconcil regardless revit timp warm wear
85 argu assembl chosen drink expos fan faster fighter imagin jimmi licens najera notifi sensit
84 activist allianc angel brownback convinc delawar mandatori moral patriot privaci prototyp refin relev shape style
84 teen termin tv
83 airlin alert await circumst inspect label las meant music renov robust suspend territori wing younger
82 discoveri era fraud japan kim lawsuit mid museum streamlin twenti vendor
81 align automat blue broader carper cop guidanc hud louisiana pump tree unpreced wild
80 abandon chines client devot display driver ecosystem grade hail holiday instrument jay mn ne noah ralli schumer
80 tribut usa voinovich
79 admir backlog certifi endang lay leverag scott spur storag terribl
78 adapt berni consensus error exempt martin offset princip rock singer traffick wyom
77 ami ben columbia commemor databas explos forget pattern primarili rare shortfal stake subsequ tester typic warner
77 winter
76 african atmospher clark comfort criteria disrupt drought el fatal format gear jump kevin leahi modif priorit
76 realign
75 audienc basin bolster colbert distinct film gift grown husband interst lift pacif petit statist
74 albuquerqu arizona bennett birth cast consolid dod entrepreneurship flag household municip offend score shelter
74 smart struck surg
73 biolog chapter circuit cycl desper jare kyl lee mailto maximum obvious scene unlik visual worldwid worthi wyden
72 blame carbon connecticut dog equiti fortun giant loophol pace plus pride slam
71 alexand api artist autom casualti catastroph disput feasibl feed hhs hillari ice insist la poverti prayer princ
71 reconcili rice russian shop skyrocket stretch uk whatev
70 bus byrd constant creativ giuliani innoc interpret invas kentucki machin motiv squar stock trail trillion welfar
69 advisori categori earth elder fashion fifth forum honest introduct jennif jeopard refuge remot sad settlement
69 sold truth usabl
68 admit camp cnn companion desk emot endur fals gordon headquart intervent isol obstacl ownership physician sort
68 summari uninsur unnecessari viabl
67 british color conven disturb jackson kerri leagu percentag player react resist revis sarban sheriff slate sole
67 substanc undertak voluntari wise
66 aisl app cia crew cure dispos durbin ex identif korean landscap manipul offens older recess repeal shock shore
66 staf tennesse winner wisconsin
65 beneficiari cfm christoph compris edward heavili helicopt homeless inadequ index india sight spot tireless
65 vermont
64 allevi apolog cargo cash civic creek curb dynam europ femal gold googl guest houston insight interfac lewi load
64 oregon pictur qaeda reward sport
63 amaz assert beach beef benefici borrow context dave divid download driven en enterpris familiar formula graham
63 inquiri outdat perspect prospect southeast stream texan tip tourism yield
62 aaron amazon archiv blast blood consumpt contamin demint difficulti explicit firsthand franc francisco harbor
62 imposs kit legislatur leroy let maker math mortgag nanci png premium proof ride televis unemploy volum vow
61 abort battlefield condemn detent doc extraordinari forth fresh jersey lane lifetim marriag mentor profound rape
61 recal reloc straight tactic vitter yes
60 boat commod cool crack hometown hot jack journalist laid liber matt mt nebraska netflix orient scandal settl
60 timelin underway vari wave
59 alien barrel concentr corrupt countless dilig disciplin discrimin evolv facebook fda gratitud harkin ks mix
59 murray punish ranch saudi theme vega widespread wildfir workshop
58 advers advocaci baghdad boundari carrier chose cohen commonwealth del downtown embrac everyday exclus forev
58 founder fun gao grave hardship ir irrespons merit missil mock nasa reaction repositori satellit src underscor
58 unveil
57 addict atlant barack brac catch christin coach disadvantag disclosur fisheri god hunt invalu jail jefford
57 methamphetamin philadelphia reed regim religi sc simplifi soil taylor trigger watersh waterway wi
56 blow brand complaint corner credibl deliber displac english escal extent implic incur jet kong lobbi london lott
56 manual massachusett monument pretti professor servant specialist thrill upper wv
55 alter analyz broadcast destin dialogu elementari gate government halt harder hong illustr israel judgment kick
55 lend litig livestock lock margin methodolog odp outbreak patti preced receipt reliev reput row span strive virus
55 zero
54 alabama beat bed brain brother classifi concret convert escap exit fe guilti inventori journal lamar mom
54 nonprofit petroleum retail suppos switch translat villag writer
53 alarm architectur biofuel bureaucrat carr caught corn diagnos earmark edit ford globe grower hub ia infect
53 legitim ma mayb migrant miner moder obstruct optim overcom passion pelosi persist pool rip routin rush sacrif
53 scenario statut strip subsidi tear vietnam warren wood
52 alaskan ann begun belief cent counterpart crowd detain disord drill expenditur greenhous harass hate hurdl liabil
52 medal nick pave secondari specifi stimul subsid tag ton willing
51 accord analyt biodiesel box chicago click eager fork gang gen icon journey justifi kelli ladi leas longtim loui
51 magnitud maxim meth nearbi northeast pocket pound rain registr restaur sioux visibl whitley window workplac
50 apart benjamin bless delight disclos drastic furthermor inflat mileston motion mount muslim ok quot ran rebecca
50 reclam redeploy salari snl stamp super therebi trent under warrant
49 actress aerial band bankruptci brian chain cms deterior encount exploit fallen fenc franklin humanitarian joshua
49 mine montanan nw orlean precis refug satisfi screenshot seiz silver stephani strain telecommun tower tuition
49 ukrain weaken weight
48 abund afgp baltimor bi breast breath cleanup conjunct dam ed emphasi exhibit grew hike iii instagram kavanaugh
48 marshal mask mill montgomeri most nj outrag pipelin politician pregnant railroad republ retire rio solar tariff
48 tenur tourist transact unifi weigh wiki
47 backbon biomass birthday burr christma default dictat disproportion eat evacu flat gender harvest illinoi insurg
47 iron jefferson marri meghan moreov premier profil reconsid reiter reopen ri royal rudi seth sewer shutdown spark
47 suicid tank trap verifi visa wastewat wayn
46 alt broke christian commut confere consortium dark etc favorit fed gay iranian lowest maritim meyer print resum
46 sprint telephon tenn theft throw trailer wash wilson
45 accompani alongsid arabia asia asian attribut audit blob calcul chao childhood chip cook dalla diesel dispar doe
45 england equival eric exposur filter gross guy homeown hotel isra japanes liter log meanwhil neglect newspap peer
45 petraeus portland preliminari racist sampl samuel sky solicit stall symbol tortur walter
44 atlanta bench bin brutal cameron cardin chart collaps dividend doj domain domin enrich ethnic exhaust fell
44 forestri fruit juri length lunch medium metropolitan michell momentum motor necess occas oppon passport reinforc
44 steadi stewardship stood theater township traci whenev
43 alex aris arrang assumpt bound camera cathol cloth contrast contributor danc davi dri hide hole lender lgbtq
43 logist mere modular molli mutual nh occup photograph pillar pm radic reintroduc reus scholarship seattl
43 servicemen sue superior tell theori vessel vigil wed
42 alik aliv anchor argument az braveri brazil carter cleaner comedian deriv deter discretionari dump extract
42 forecast geograph laud oklahoma omb pair peak portal predat reagan realist repay rob rose statutori stone
42 suburban suitabl surgeri tap thrive uncertainti vet virginian wrda
41 amnesti belong cattl cio conveni denni digniti disagre elev embassi ensign epidem equit faa famous fastest hispan
41 img inhof jordan kimmel lindsey migrat pollard qualif quantiti queen quo racial rigor rocki runway sick sid simul
41 song spectrum spous sudan sudden templat therapi treati warrior weak wheel
40 advisor africa arab athlet brook captain configur correspond crapo discret dress everywher extremist forefront
40 htm il immun interoper jong mainer milk minneapoli moratorium partial pharmaci precious retent rumsfeld smarter
40 soar thin tight toni tornado toxic van wisdom
39 admiss andrea articul chat constraint custodi desert dismiss eagl endeavor enlist extern frame garner germani
39 groundbreak hilari increment jerri kate laura lean parliament possess prevail prize rapper rita russel sand
39 scheme steward strongest taught thad toler underserv uphold
38 aftermath anderson arkansa armor benchmark blanch bug buse castl cochran congest convey crown dairi descript
38 earthquak editor enzi fake golden hawaii hybrid infant islam jone lautenberg lengthi livelihood membership
38 minnesotan nanni narrow notabl racism reaffirm roadmap sept server shea stormi tangibl trevor understood unexpect
38 veget wheat
37 abid advertis affili anywher appl bird bold character chariti columbus conspiraci debut diminish dire dot festiv
37 filibust forg greg hack hardi heal height henri howard inequ joke juvenil kendra layer male meantim modest notif
37 organiz paso plea plot pop proactiv pueblo radar rocket roger saunder seed strict sub submarin tape tougher tts
37 uncov wackowski
36 analyst barkoff blm bonus cellulos charter climb column compel condoleezza congresswoman discharg discount divert
36 evan ft genet genocid grandchildren hang insuffici interchang lieuten meal megan metric militia mourn neutral
36 pioneer pivot plagu reader redevelop rhetor roof schip shott silenc smoke southeastern split stimulus stride
36 thirti transmiss troll unman usag vigor waiv walker wealth
35 affirm ak alcohol array australia auto bell breach bright consecut conting counselor dad darfur depress diego
35 embodi exemplari fossil freez funer gregg hemispher hi hiv insert interim io juan junior kingdom madison
35 misconduct pack paperwork pari pennsylvanian planet promin pursuant rhode ridg rosenblum salut scot script
35 scrutini shine spill straightforward sununu syria tend vacat vaccin wetland wuebker
34 ambul anthoni austin broker brows cdc ceas census depth diabet dinner donor ecolog editori empti enthusiast estat
34 expediti faculti geolog harvard incept interfer jeopardi kati lieu mackowiak metro newslett nv optimist penal
34 permiss pope putin ramp res resort scenic shame sister slight smuggl submiss sum sunni sweet traumat valencia
34 viral wikipedia wyo youtub
33 alamo artifici ball blaze breakthrough canyon chafe competitor degrad dig drag entrepreneur fallon french gonzal
33 hamilton harvey healthier hoosier hors hostil hunter inconsist ineffici inevit investor jan killer leak
33 lightweight markl midwest montrey newest okla olymp op orang outfit outlet paint rental sharp shoulder sophist
33 suppress sweep tanker temperatur thune whitehous wilmington workflow
32 adjourn alan altogeth apparatus ar bigger bio boon brett broadband bureaucraci cat charit clock dakotan deeper
32 delta dive earl eros fifti foreclosur grass hart holder incumb irrig jeffrey jewish joy loud magic mall noaa
32 northeastern overturn pinegar propon quiet redesign scan shelbi shipment skin slack spoken stun timet wolf
31 alberto anyway ariz ballot bexar boston brigad britain canal chronic cleveland corzin courthous cruce deport
31 dioxid disappear discourag dismantl everybodi extradit fame fcc finest fl forgotten indict inher inouy jen
31 lebanon lessen marion matthew mess miller necessarili ore outdoor overhaul penc pharmaceut phrase reckless
31 represent salt scholar sensibl sheet sixth skeptic spanish spearhead static steal taliban twin
30 absenc anonym automobil blueprint bori cave denver drawn drew empower explan feloni firearm firegrantsupport
30 freeli gray guess hardest hardwork heroism internship landrieu leg leve literaci longest luke nice nightmar
30 pittsburgh pocketbook pray relianc repo ridicul risen roosevelt sat sectarian sensor smooth specul steel
30 substitut timber tire tobacco tune undocu up urgenc utc ux wire zealand
29 airmen antonio arctic baselin cabinet checkbook complain complement concert counterterror curriculum decent
29 dental departur diplomaci diversifi dougla duplic entertain gotten grain guardsmen hair huffpost inappropri
29 inaugur johann laden lung meat misguid mosqu navajo nobel output overview pakistan prolifer raw ray redirect
29 registri ring roundtabl salmon sba scout selfless shelf simultan stack steer stolen teammat teenag thanksgiv
29 thompson tout tropic twelv unconstitut undergo uniti unknown unrel ut viabil
28 adher alexandria anchorag attain audio bare brexit cape chertoff chesapeak clip contend contest contrari cri demo
28 depot disregard echo erad eu excus fault fisa franci garden gateway groceri habit heroic hostag hydrogen iv jacob
28 llc lone magazin mathemat memo metal mich misus nevadan nov oak oliv outpati overrid palestinian perpetr pleasur
28 postal protector readili reap refineri refocus rid segment showcas sooner steadfast su supplier temporarili
28 testament threshold tripl underground voluntarili waiver wealthi whip
27 accuraci afghan ag arbitrari authent beta bicamer breakfast calendar cbp compass concurr creator cultiv detriment
27 diagnosi ellen exclud explod feb fishermen frequenc heather homepag ideolog inabl indefinit injustic intellectu
27 interag jess martinez matur moor narcot nato occupi payrol percept philippin pomeroy portfolio provinc puerto
27 queer radiat ravag regret render rent ruin sailor shed sheldon shield sing slash sovereignti spell sun sussex sw
27 trauma undergradu vacanc venezuela vibrant vocat
26 ana attitud bullet buyer cabl circl circul clariti claus clotur dashboard deem defici documentari duke economist
26 eleven episod fabric fec fiber flip floyd flu foremost fundrais georgian grace heed horror humbl immens insult
26 logic miami micro mismanag modul nbc nra obamawhitehous offshor okay oldest ordinari oust patmintra philosophi
26 placement plead pois postpon protocol raid refund reservoir rico roadway safest seal shadow shoe sketch slide
26 sorri specialti spi spike squad supervis terri tone transcript unlaw unusu
25 aquat aspir bayh bias bind boe breed browser brunswick buri cheney clair classic coastlin colin commonsens con
25 conn cortez dual empir equat essenc fargo fate footag gari genuin geotherm gradual hampshir har herb hidden
25 homeownership intersect jewel jonathan kitchen kohl legend mar merg mirror mislead nicholson nobodi ocasio oct
25 opt oral parad pell pine playbook pregnanc prematur pristin profess proxim recept regrett revolut roswel seventh
25 shooter silent soccer somewher soybean spotlight staffer startup substant sunset surplus tension tier turkey
25 unsaf unwav webb worsen
24 accident adjac aerospac anna blanket blend bloodi bowl brainstorm buck comedi commenc cope credenti culmin cum
24 cuomo dataset defect delet dirti down ear elain embryon encompass envis exacerb excerpt footbal gase grassroot
24 harsh heel hollywood horrif imped ingredi inland inmat instant judd klobuchar loom lt margaret melania mortal
24 nail needi nixon norman onboard overlook pen purpl pursuit quarantin revolv riski rival rodham sadden sanctuari
24 sec stick systemat taunt ticket unlimit utmost versus warfar widen wrap wy
23 airland allard ambiti andi anxieti augusta bag batter besid bet blind bomber butt bypass caution cheat cheer
23 confidenti continent cumberland currenc daunt dean debri deepen deepest depict disgrac dissemin dose drain
23 duchess earliest fantast fertil fifteen grid gut hood imprison improp inact indonesia intimid jumpstart kany ky
23 laugh lawrenc leap legion lemmon likelihood lindsay liquid lockdown ministri nazi nc nih partisanship paus perri
23 plastic portabl propel reassur reinstat religion reno reservist reusabl revisit rewrit scare sergeant snap
23 squadron studio subscrib suspens sworn tailor technologist trash uav undertaken unintend ventur washingtonian
23 weird wholesal wider workabl
22 aboard airplan amtrak anybodi applianc ash assassin bachelor baker bargain barr bend bishop blunt boom bpa brush
22 bulk bust californian carrey clash classif clerk colo comparison compliant compos crow crude deposit disagr
22 dispatch distress dover durat egg embarrass envoy factori federalist flee flint forgiv fragil golf graphic
22 handbook hawk hesit hotlin indianapoli infecti interrupt jason justin landown laser levi liheap menendez
22 microsoft missoula moon morgan mph nichola occasion oscar oxygen parcel pariti peacekeep penn pet plug pryor
22 punch readabl reorgan resili ribbon seamless semi shortcom sierra simpler sleep slip solo spin stuck stuff
22 supervisor todd upheld usfa uss verif weed wireless wiretap wright yard
21 abc afraid alito allot amongst anger architect ariana ave backlash battalion bbc boast bought bryant butler
21 cannon caribbean cbs certainti cheap cheaper clearer coat compound condol contradict cord crippl cruz curious
21 daschl denounc dock epstein epw erod erupt farmington friedrich friendship frontier generous german griev hamper
21 hardwar heighten hunger impair influx interrog invent itali justif keynot kidnap knock lockhe meissner merchant
21 misinform moni moscow msnbc nev notion outer parish pipe plate pleasant polar pornographi potato prescrib proport
21 randi rant renown retroact revel robot rosa saddam shrink singapor sixti smar southwestern soviet stagger surrend
21 syrian tennessean thrown thwart tighten trick tsunami tunnel ukrainian unclear unconscion unfamiliar upward venu
20 absurd accredit acreag afb airfield airspac allegheni baldwin basketbal batteri blockquot boss brightest bruce
20 builder busiest button byrn cambridg carlo carlsbad cemeteri cherish cherri cincinnati cjs clarif coburn conceiv
20 cornerston cowork deck dept disarm disastr egregi fingerprint funniest goug hell helm hook hungri hussein
20 incompet inject intact inter invok issuanc lethal lion loos luna marijuana markup massacr mel missourian mysteri
20 newport novel oath omit osama outlook overtim parkland pilt pitch plenti politic pompeo powel prestigi readm
20 recycl refresh restraint rider satisfact seizur shell shepherd sherrod shuttl sidelin simpson slaughter solemn
20 somehow spoof stark subprim tenth torn tribun tsa unawar uncertain viewer vs wade wto
19 abduct abraham apprehend australian backward bake bestow bottl carol cedar chase compil confin cow crackdown
19 cruis crush dame davidson dealer dec deceas decor defer defi detaine devop digitalgov dirksen discriminatori dodg
19 downturn drainag elliott emit et exam exemplifi experiment farmland float florenc flourish funni groundwat gunman
19 headlin heartfelt helena holi horribl href idl indirect induct infest infus keith kempthorn lag leavitt lucki
19 marvel monetari mouth myer nashvill nobl notr oppress outlaw patent patienc perkin persever persuad poison pork
19 pour prairi preval pure queri radiolog regain rein reluct repli restructur retali reunit revolutionari reynold
19 sandi scari scourg sean sediment seminar servicememb setback shorelin sixteen slope somewhat spare spokesperson
19 stockpil subpoena superintend symptom tab terrifi throne tide transmit tributari unauthor undercut unilater utter
19 vacant volatil watchdog weld wherev youngblood
18 adjut afg alzheim analys ancient angri anthem anymor asylum attende awesom backyard bail ballist baseurl bee beto
18 billionair broaden bull bulli burdensom burma cafe catalyst cdbg centric chairmen charli chill chunk clandestin
18 clovi composit confess congressmen convoy crazi critiqu cubic cup deadliest descend detroit disapprov disburs
18 ditch doi doug downward eighth embryo endless eve fairbank fellowship fla forthcom forti fourteen fraction
18 generic grab hangar heartbreak hinder illicit improvis inch infantri intercept ireland json karen kathleen layout
18 leonard lifestyl lobbyist mac mainstream manhattan meter millionair minot mvp narrat needless newborn off palm
18 parkinson parliamentari penni perceiv perpetu phenomenon pierc policymak poorest predatori prone rampant rebat
18 rebel rescuer retreat reviv rey riley roadblock robin rourk roy rubi sandia scrap semit sewag shortchang shred
18 soft spinal stanc string stringent tea thailand trainer udal undoubt unfold unnecessarili usg vest wartim
18 waterfront weinstein
17 adversari airstrik akaka ampl anxious artifact ato automot aw basebal bash bath bidder bilater bloom bolton
17 breakdown briefli broadway cadet calm cc charleston clay coffe compliment congreg conscious courtney cyber deer
17 edu egypt encroach enron essay fascin fedramp figcapt finger fold fraudul frontlin frozen gaza gdp gene gi gif
17 glass glenn grief grumman guardian hagovski hallmark hammer harmon hat hay historian holocaust homicid horizon
17 hulu impli incomplet induc ineffect influenti instabl instil ivanka jean kristin latino layoff logan logo
17 longstand median midst midterm milit mode moham munit murphi nfl nicknam noon northrop notch nsa nsf oakland odd
17 outsourc overst pathway pedestrian penetr peninsula penobscot pertain pest pharmacist porter poster potter
17 precipit predecessor preston princess proposit python rage rational recap reconven referr reign renaiss replic
17 revok rod rogu ronald royalti scarc seeker shipyard shorter smile soleimani somebodi soul spreadsheet sr statu
17 stewart strategist surgeon synthes taxat tempera textil th timefram trustworthi twist tyranni underfund
17 undersecretari unpaid unreason unus usd valor warrantless whistleblow worthwhil
16 accumul afflict ambit ambush apach arena arsenal atom augment automak balloon baptist barley barrack beij
16 bioterror bipartisanship bite bodman bois bolsonaro bone boot bozeman br brilliant brownfield budgetari bundi
16 buttigieg campbel caregiv carson cathedr centerpiec championship chrissi clearanc codebas codifi coloni connor
16 constrain conway crise crocker dealt debilit deed dem distort distract dna drove duncan easement elggren elk
16 embark endow enthusiasm entrust eri evil ferc ferri flame flown ftc fuseact gala gallup georgetown gina glimps
16 heartland hutchinson inaccur inexcus inflict info inherit inquir intuit isl julia khartoum kiss kleeschult
16 kushner laptop lifelin lip luxuri manafort maneuv manifest manpow mediat merger mesa newark obes outag over
16 parenthood pdfs pediatr perish pesticid peterson plaintiff portray postur prey pronounc randolph ration recip
16 reconnaiss redund retrain rifl roadsid roast sacr safetea sandra scam sentiment settler shirt silo sloan spencer
16 spiral spokesman squeez suspici suspicion suv swear sweden sympathi teigen thereaft truste tucker turner tutor
16 uncheck undu unfund unjust unregul upset usf utahn wherea wikinew withdrew worn
15 aberdeen absorb adjud ador aggreg airway appal astound banner bett bever biometr bitter bizarr boulder bradi
15 brandon brien bronz bse bundl cardiac carlson cascad centenni centr charlott checklist childcar coauthor cruel
15 crystal cuba curv deaf decri degener demolish depreci destabil diet divorc downstream ea eddi elector evangel
15 faulti fax feedstock flex footprint fsa gambl garrett gem goodby grante greet grim guild hacker harrison haunt
15 hello henderson hint hugh hypothes immin impass incarcer inexpens inhibit instructor interven invad javascript
15 jessica jew js kansan kardashian keen kobe laps laurel lesli libya lifelong likewis lodg loop louisvill lu
15 luncheon luther marker mercuri minn misplac mississippian multilater narrowli nba neb neo norton nowher omar
15 optic paramount paulson paycheck persian pif poland presum priest programm prolong psycholog ralph random reclaim
15 reelect repercuss rescind rethink retriev retrofit retrospect riot riverfront rubber rumor runaway ruth saddl
15 samantha schiff sir slap somerset sore spain stir sudanes supremacist swim thai thumb tini toy trace transgend
15 tricar trout turbin underestim usher ward waterfal wealthiest wichita widow wikileak willi
14 airborn alamogordo album aluminum amt antiqu ap appalachian ark artwork avian avion awkward backdrop bahama belov
14 biotechnolog blackout blank bloomberg boycott breadth bun burmes cach calib carpet casual caudel choke christi
14 clanahan closest comic compassion contenti contin corden corpus cotton courtesi crawford csv curricular curtail
14 dare deplet depriv derail deton devin dirt disciplinari distributor dorian drama dub duck duluth efficaci emir
14 epic escort evolut fare flew fluid forens fred frederick freight frivol gail generos gimmick grandfath grip hama
14 hancock haspel haul hopkin huron imparti impend inconveni incorrect intel invalid iã jane jeremi josh kickoff km
14 knee knife landfal languish laureat lewiston lou luck lui mad madrid memphi migratori mileag mistaken mukasey
14 muscl musician nafta netanyahu nevertheless newer node ogden opec opera outright overnight owen parallel payer
14 perdu ph phelan pike portman portrait poultri predomin problemat processor pruitt punit quest ratio reactor
14 referenc referendum refrain refuel reinvest relentless renam richardson rotat rulemak runner sacramento scalabl
14 scath scratch seaport seller shi shipbuild shout silverman skip slogan smithsonian snack sober solidar steadili
14 steam sticki strap stricken stuart sugar suscept swamp sweeney swing synagogu tail taxiway tehran telemedicin
14 terrain theodor thirteen thread threw tidal tissu tweak unparallel unstabl unsur unwarr upload variabl vocal
14 walsh whitney witch withhold yellowston
13 abat aclu adventur ambigu ammunit analog anita annapoli appointe atroc auction autonomi avert bark beetl belt
13 bethesda bigotri bike blake blasey blatant blown bracket bradley brake brick buffalo bunch bunker byproduct cann
13 captiv chad chancellor characterist charlottesvill checkpoint circumv cluster cognit colombia colonel communist
13 conservationist contempl cumul cynthia dap decenc denial des desalin devil dian dirk disney dispers doctrin drown
13 dunn eda embed empathi entrepreneuri est expend fha flash fled font fragment gaug genom gentleman glover gore
13 greta griffin grill gutierrez halloween handicap hanniti havoc headwat hearten helmet herald hezbollah hidalgo
13 hijack hose idahoan immeasur inadvert inducte insecur intensifi jair jake jerusalem junta kellyann knox kramer
13 lifesav lord lynn mammogram marathon mason melodi memorandum myriad naacp nathan nationã ninth nuanc nutrient nyc
13 orchard otero oval overhead overrun pakistani paralyz peru phillip plight polish porn postsecondari practition
13 premis pugh purdu puzzl quota rachel rainbow ramif refurbish relax relay reliant remembr reson reuter richmond
13 rnc sake salem salvador sanitari savannah scrambl searchabl semest sgt shake shelv slaveri slowli spawn speedi
13 spokan standpoint staunch stricter stroke successor surgic swedish swept technician templ thermal thiev toughen
13 toughest traynham uber unsustain unwant uranium vancouv vincent vladimir void voucher withdrawn yellow yemen
13 yorker youngest
12 absent abstract acut airlift albert alec ali alpha amanda amber artesia astonish athen beneath bernalillo bernard
12 betti billi bioenergi blackhawk blight bombshel bor bow boxerã brazilian brewer brooklyn bucket burial burk
12 bushel capita caption carrol carv catherin chairwoman chemistri chippewa christchurch clearinghous cockpit coin
12 cole concess concur confeder conform conscienc correl counterfeit covert cox crunch damn decept deepwat deliver
12 demograph dens diamond dignifi dime disgust dissent dissolv dont dredg durabl dust eisenhow eli emb enrolle
12 entranc er exec exponenti extraordinarili facet farther freshman fsc furnish furnitur galleri geneva gestur git
12 glacier goodwil grandpar graph greek groundwork grove happier harden harmoni hast hayden hbo herd holland hollow
12 horrifi humil hypothesi ie im impedi insan insect intak interdict iowan irregular isi itâ ivan jami khan kristen
12 landfil landslid larson latin latter lea leavenworth legendari liaison mammal marc mead metaphor micropurchas
12 midnight mini mitchel monopoli morri motto mous neglig nerv nonpartisan nordstrom northwestern norway nps nurtur
12 obey outcri outspoken overseen oyster pad pal parkway parodi pastor pathogen patterson phenomen phil philip pierr
12 potabl preview proprietari proxi ptsd purs qassem qualit railway raleigh rap ratepay ratifi realm rebuilt
12 reproduct revamp roman saint sanit scrutin sheila simplest sink smallest smear somalia squander stab stipul
12 stranger summar superb suu sync tale taxabl telecom tempt theresa tick toolkit toxin tract trademark trio tthud
12 turmoil tyler ugli ui uncommon undervalu unidentifi unreli unscrupul vacuum vagu valiant verbal verdict warehous
12 whti winston wipe woe wore wwii ymca zip
11 abram abu acquaint acquit aeronaut afterward ail ala allison anytim arsenic asp aung autonom bankrupt barg beg
11 berlin bermuda bezo bicentenni biomed bliss bobbi bore bosnia botan boulevard brad brehm brighter buffer bump
11 burlington cafta cake cartel categor ceil chelsea cheyenn collector coloradan compact concis consular
11 contemporari contempt costa crossroad curat custer dana dawn decim delinqu detector development dial dilemma
11 discard divin doom durham elit embargo embolden emili emin engulf ensu eras eti exert faction fade fairer felon
11 fiction fierc foia fond forese friction frighten furious gag garklav gonzalez grasp greec grossli guatemala hank
11 hatr header heinous hoc homebuy hourahan huckabe imbal imposit incub indigen infam infiltr inhuman inner insul
11 interdisciplinari intrus ira ix jam jd jenner joaquin jose julian kyi lanka lebanes libbi linda login lopez loser
11 lumber magnific mainland mccarthi mccaskil mcclellan mcdonald measl mold motorist msu multipurpos nanotechnolog
11 nclb ndsu neil nicol nonetheless obsess oceanograph ohioan otter oxford pac pact palac panhandl panic pantri
11 patch paulison pavement perimet phoenix pic pile pin podcast presqu probat proclaim prop prostat prudent psi puls
11 pyongyang radioact rainfal ranger realloc rectifi redoubl refriger reinvigor remaind reshap restroom resumpt
11 resurfac rever rfp ritual riversid rollout rotari sail savag schneiderman schwarzenegg sear sequestr serena
11 serial setup shopper shower sidewalk simon ski smuggler solicitor solvenc sonni sovereign spiritu sportsmen sri
11 stalwart starter strand strife substandard subtl subway sunshin surpass taa teeth telehealth teresa therapeut
11 thunberg trader tran triumph turkish turtl uc und unequivoc unjustifi unload unpredict unprepar unrest unsuccess
11 unwil unwilling usaid variat wallet walmart westmoreland wet wreck yale
10 aarp acf acid adrian aggrav agribusi ailment amen angl anwr apron arc argentina arguabl arlington armstrong aros
10 arthur ashley aug bacteria bathroom beacon bean beaver beirut bia bicycl bismarck blair blasio bounti brace bryan
10 businessman buzz caller can candidaci caravan carolinian cartoon cass castro cd cement cervic ch chairmanship
10 chees cheroke chester cliff cocain collater collis comey commentari conceal conced connector contigu cooki cori
10 cornel coup courtroom crab creditor css cuban curri cyclon daniell deadpool deborah decontamin despic deterr
10 dickinson dismal div easiest easter elabor elijah etern evacue evad exterior exxon fanni feud filer fog foreclos
10 forfeit freed gale gasif gavin genius geographi ginsburg girlfriend giveaway grammi grandmoth gratifi gregori
10 gulfport hampton harriet hartford hassan hey highland hospic humor humve hw hydropow immor imperi implant
10 impoverish indispens inelig influenza infring ingenu inpati intermod interviewe intoler ironi jacksonvill jag
10 jamal janet jekyl jerom junction kan khashoggi kurd ladder le legitimaci lifecycl liken loyalti lump lynch mae
10 magnet makeup mansion manuel margarita mckinley melt memoir merci milwauke misconcept mixtur mk moin monro moran
10 mp mud mystic myth nas neat nebraskan neediest newsroom nikki nineti nod nois nonprolifer norfolk nune nurseri
10 oner overflow pant parol passiv password pearc persona pl poignant posthum potomac pragmat preclud profici
10 prosthet psa quak quicker ram raptor ratif rebuk reestablish rehoboth reinvent resembl residu revert rfs richest
10 riparian robberi rodriguez roller roth rug ruidoso sandwich scorecard scotland segreg sequenc seventeen sheer
10 shorten simmon simplic snake solidifi sorrow spectacular sponsorship stadium stanley stealth steep stern stomach
10 strang subcontractor sullivan sunlight supermajor swap swell tamper tast thick tiger timothi tina topeka toppl
10 travers travi tricki trim triniti tucson turnaround unaccount undeni undercov undergon unleash unlock unmet
10 upfront upstream usc usp valdez vall vanish vermillion vertic vista wahpeton walnut wari waterg watson waver
10 wheeler wic width wildland windfal windsor wmd workload wreak wrench yell yucca
9 abrupt acclaim accru adolesc albani allergi alma annan apollo appel aquif arbitrarili arnold artilleri asbesto
9 asham aspx assang authoritarian autism auxiliari backup bader bailout baird bangor basement bashir bat becki
9 bennettã beverag blankenship blvd bog bonker borough botch bread briberi bud burgeon buyout calc candi
9 cardiovascular cbo ceasefir cgi chapel chavez chinook churchil cigarett clinician clone coalfield coher cohes
9 cohort coincid col columnist comptrol comrad consul contextu contractu copper copyright corker cosbi cove cowboy
9 cream cue cumbersom cutter dd delauro delawareâ diagram discontinu discrep disenfranchis disguis dishonest dismay
9 distant doha dol downplay drone dubai dubious earnest eavesdrop eerc eighteen elon emmi encrypt energ entail
9 entireti erin erron esa eugen excis extol falcon falter flagrant floodwat flower footstep foundri fratern frost
9 fruition fulton further gaga gainesvill galaxi garag geren glori grappl greenvill gsablog hackathon hartley heroin
9 herseth hing hitler holist hondura hone horn hubert hudson hug huntington hydrolog hypocrisi ignit ilhan illus
9 imageri impract indoor infin intellect interconnect intercontinent intergovernment italian itã jamestown jargon
9 jill judgement judgeship juneau kaepernick kanban katherin kc kenai kidney kindergarten knight lackawanna lago
9 lanc lang lanier lash lemon les liabl liar lighter limb linkag lori loyal luzern lyon macon malfunct malmstrom
9 marsh maya mend menu meridian methan michaud midland mil mild mindset mint miracl mire miscommun misdemeanor mob
9 morrison mortar mpg multipli mushroom musk nationâ necessit neck negropont neurolog newcom newsom newton nigeria
9 nocooki nose noteworthi obscur obsolet omin ontario opioid oprah orphan ovarian par parachut paragraph paramet
9 pardon pascagoula patchwork paula pbs peril pg philosoph php pier pink pitfal planner platt plaza pot potent
9 pretend propan provok puppi quarterback rack rake readjust reboot reciproc recount recoup relinquish repress
9 restart retract revolution rex rfq rig rigid roanok rochest roe romanc rosebud runoff saniti sara scar scba
9 schultz sclerosi se seventi shark sharpli shay shellfish sidney siren sisseton skewer slain smash snapshot
9 spacecraft spontan spray stamford starv statehood stifl stint stipend stonewal straw streetscap stubborn stunt
9 sulfur syndrom taiwan takedown takeov tapia tara teas tendenc tender tenet tentat therapist toddler toilet tokyo
9 tommi tractor trait transplant triangl trooper tutori uh unfett unfinish unimagin unintent uninterrupt ventil
9 vernon veterinari vi vicin virtu volcan waldo wale warfight welch whale wholeheart widget wine wis wisconsinit
9 withheld woolsey wuhan yankton
8 aesthet algal angela anthrax antitrust apd apparel archbishop aroostook ashcroft assad astronaut attest avenatti
8 awe backend badg barn barrasso barrett baylor bedrock bernank bernardino betsi beyoncé billboard biloxi blackfac
8 bleak bleed bluff blunder bono booker booth bother bottleneck bounc boyfriend bridgeport brigham brink burkowsk
8 bystand byway canton caseload cater cattlemen cellular chant chicken chrome citat clara cleanest cleans cleric
8 closet collid coloss compat compress conan condon congo cooler corros cot counterproduct cr crest cruelti crumbl
8 cybersecur danforth dartmouth dawson dea defraud delib denali deplor derbi desktop deviat dine dingel dip
8 directori disband disconnect discredit dish dishearten disingenu diver diverg dni donã dormitori drunk dune edi
8 eighti eiti eleph elli endpoint expel facto fallout fat fbo feminist fervent fetal fetus fever fey flock flyer fns
8 folder fool foolish forbid formul fowler fran franchis freddi freeway fs fullest galvan gardner gerald gillem
8 graze greenspan grenad gridlock groom guantanamo haiti hale haley hamdan handout heartbeat heaven helen hernandez
8 hierarchi hobb hover hrsa hush ian idol ih impati implor indebt inexplic inn intermedi intermediari intim intra
8 intrigu inund irv jasper jenkin jenna juic junctur kalispel kamala kane karl kentuckian kenya keyston kilomet
8 kimber knoxvill kofi kosovo kurdish kyle lafayett lam lao lava lax leah learner leather lectur len limbaugh liver
8 lng ltr luca luckili lyndon macron maduro magistr maher malaysia maliki malpractic markdown matern maura meddl
8 metadata methodist mida middletown mier mlb mma monica msha multidisciplinari multimedia natali nea nearest
8 nervous nielsen nist nitrogen nmsu nonexist northam northampton norwalk obscen obstetr occurr oglala openfec orbit
8 out outgo outpac overpass oversaw oxid panelist panther paralysi pars patricia patton pearl perchlor phelp pit
8 plata plung poem pole polk polym pond poplar pr prank pratt prep princeton proclam propuls protein pseudoephedrin
8 puget purg purif purport quadrupl quantit radius reckon recuper reemploy reexamin refut regiment reimport rejoin
8 relic renter retro roar rope roseann roseau rosenstein rove sa saga sage sago sanjay sass scarborough seafood
8 secreci seismic selfi sh shaken shannon sharon shave shepard shiit shortsight sibl sicken sleev slice slump
8 someday southsid spokeswoman sprawl ssa stalk startl statesman steelhead stole stymi subset succumb sugarbeet
8 sumner supercut superfund supermarket supremaci swallow takeaway talwani tapper taxi tenant tenni that thud tiktok
8 toledo toronto tradeoff transcend treacher treason trello trench trenton tube tuberculosi turnout umbrella unansw
8 unborn uncl uncomfort underinsur understaf undo unearth unforeseen unoffici unresolv unthink usci useiti uswd
8 vandal verg vers versatil victor vitro vocabulari volcano von wallac warwick watertown waysid weber whatsoev
8 whoever wholli wicker wield wont wooden woodrow workout wow wrongdo wyatt wynn xi zoo zuckerberg
7 aaa abdul abli academia acosta ada admin afterthought ai airwav aka alamosa algorithm allegi alley amateur
7 analytica anbar aniston apprais aquacultur arbitr ardern arid armori arrog ashton asleep ass asynchron auburn axe
7 axi bang banquet barb barbar barney be beaten bedroom behav bent benton berk berri betafec beth birthplac blakey
7 blister bloomfield blur bolten bot bourbon bradford brendan brunt bulb bureaus butch cage caldera californiaã
7 calvert camino cant carnag catalog censor cesar cf char chef chest chime chop christina cindi circular climber
7 clog collar colombian columbin complac complicit comprehend computer concord conduc confluenc conquer continuum
7 converg conyer cosmet costum cramp crane crawl crockett curricula cute cyrus czar czech da darkest declassifi
7 defam defianc delawarean delin deme demolit demradio denis densiti descent designsystem dhhs differenti diffus
7 dillon dimens disincent disloc disqualifi disservic distrust dj django dobb dolphin donna downright dread drift
7 dropout dwight dysfunct ebola edison eleventh ellsworth eloqu emanuel embattl emerson emmett emoji encapsul espa
7 eventbrit everett exorbit expeditionari expressway ext extinguish eyewit facial fanci ferrel finalist firework
7 fischer flathead floridian fmla foam forgiven forgot frontal furi garfield gds gifford gilbert glanc glen gloria
7 glossari goss gpo grader grievous grind grope gse gubernatori gym halfway hammond hanson hardwood harrisburg harti
7 hastert havr headach hemorrhag hennepin hip ho hoax hogan holli homemad honore hop hoyer humboldt humphrey ig
7 illumin inaccess incit indiffer indiscrimin indonesian inflex ingest inhabit innovationfellow insle inventor iom
7 ip iphon islamist jacinda janjawe jekyllrb jesus jihadist joann jurist kathi kazakhstan kenni kilowatt kremlin
7 lamb lambast lanto lap laredo lauren leaf lego lesser lid linger liquefi lit livestream lloyd logjam loi lubbock
7 lucrat lunar lure madam maga mahmoud mammographi manchest mansfield marti mate mckinnon mcpherson mdash mega meme
7 millennium miniatur mistreat misunderstand mogul monolith monster moodi mormon multifacet multin mural nautic nci
7 nest netherland nicaragua nickel nicola nie notwithstand npr nun nut oig ombudsman orchestra ostens outset
7 outweigh ovat overdos overload overreach pan parker peddl persuas pertin pharma phd pickup piecem piraci
7 playground polari pombo porous portsmouth powder precaut preempt preemption preschool pressreleas prestig
7 programmat prong propaganda protestor provinci provision provo provoc psychologist pulitz qatar quantifi racetrack
7 rahal rand randal rear rebound reconnect recur redact reded redeem redistribut reevalu refactor regent rehab
7 reimagin remak renegoti renounc repaid requisit resettl resound respiratori rev rework riddl rihanna rim ripley
7 roam robinson rockland roug rurdev sabotag salina salli samhsa sandov sang sar sbir schuylkil seaford selma
7 sequest sesam shale sharehold shawn sheep shia shipper shrug sigh silicon singular skate slay slur smack sneak
7 sniper snippet solac songwrit sos speakerdeck spite springfield sq stacey stafford stain standoff stapl starvat
7 steni stereotyp sterl sticker stiff submerg subsidiari superhero supplementari surcharg swath sydney symphoni
7 syntax synthesi synthet taho tammi tarrant tattoo teamwork tenac thunder thurlwel tighter todayã torch tort toss
7 touchpoint tournament tow townsend transpond trek troy truman tumor tva uae ultra unbeliev unc uncondit unfit
7 unhappi unm unmatch unqualifi unrealist unrestrict untest vain vanc vanessa vawa veloc veneman venezuelan verd
7 verizon vicent vicious villa virgin visionari vivid volodymyr wallop webster wesley weve wheelchair whim williston
7 winona woefulli woodi woodland woodley worship youtu yuma zachari zarqawi zelenski zoom
6 aa abizaid abolish ac acronym adm afl aip alfr allan alpin ambulatori amidst amus andr anecdot anemia annuiti
6 anomali apalachicola appeas ardent arduous arriba arson arundel ashland atf au auditorium audrey augustin aunt
6 austria aviva awaken awarde baca bae baffl balkan balter bandwidth bannon barrow baseless baxter beast becker
6 benari benson bernstein bethel betray bigot blackwat bland blocker blossom boil bonner bonnevill booklet boomer
6 bootcamp bootstrap botswana bovin bragg breaux brennan bret broadest broadwat bulletin buoy burger burst burton
6 buzzfe cabin cadenc cal caldwel calhoun callahan camden cameo campground canon carolin casino cautious cavalri
6 ceram cfius cfpb cftc chan chaotic charm chattahooche checker cheerlead childish cibola cl clarion clarkson
6 classmat clemson cling clue clyde cobb cobbl coder coke cola collus comb comiti compatriot conejo conferenc config
6 conner conni conscienti conspir consumerfin contagi coor coosa coretta corey countermeasur countervail cousin
6 coyot cpd croni cult customiz cutback cynic dauphin dealership debunk dee defenc defray delhi delici delv
6 denuclear deregul derek derisk desecr designstandard desist despot destini dev devlin devo dialysi diana digest
6 dilut dim dioces diploma disrespect distil dixi dixon dm dolor downgrad downsiz drum dug dull dutch dutert dvd
6 dylan ego egyptian emeritus emmanuel encephalopathi enclos enshrin entic envi environmentalist erect erica
6 eschenbach estuari ethan eureka evidenc exot expedi expo expressli extinct factual fairfax fairfield fallujah faq
6 farewel fascist federalfrontdoor ffd fieri filmmak finder fisma flavor fletc foe foil forag forego forgo forrest
6 forsyth foss fourteenth fr fractur fremont fresno fuller fundamentalist fur gabriel gabriell galveston garbag
6 garth garvan gaylord geek gentlemen ghost girardeau glare goat gospel grandson gratuiti gravel gravest greenland
6 greenwich grey gripe grizzli guaranti gymnast habea hallow han handi hannah hardcod harper hashtag hassl hasten
6 hawaiian heath heavyweight heã hmong hockey hoist holloman holt homegrown honey honeywel honorari hsts humili hung
6 hyde hygien hypothet ibm icbm ida immers imperil impetus in inbox inconceiv indec inflow infograph ingraham
6 injunct inlet insidi insolv interceptor interf intric intro irish irreplac jab jacki jada janic jar jo kara
6 kashmir kenneth kerr ketchikan keyword khloe killdeer kingston kirstjen kneel knit kroger kyli laguna lando lanl
6 lassen latrin laughter launder laundri lavish lawn ledger lehigh lent lester leukemia lev librarian lifeblood
6 lightn limbo literatur litmus litter livingston llp loc longev luci lynchburg lyric machineri mack magnifi
6 magnuson mankind manor marci mario mat matrix mayo mccoy mchenri meatpack mediterranean megawatt megyn memoranda
6 methyl mia mickey microsit mighti militarili ministeri misl misstat mockup modularcontract molest montanaã
6 moorhead moultri muddi mudslid mull muster mute myanmar ncaa nelsonã neurosci nez nich nile nimbl noncompli
6 norwegian notebook notori noxious nrc nsfw nutriti obstruction odessa ola olivia onrr onset onstag onus ordeal
6 ordnanc orlando orthodox oskow outburst outnumb overarch overcrowd overdepend overwork paa pablo packer packet
6 paig painstak painter palmer panama para paraphras parna patholog paulitz paw payoff payout peach peck peg
6 pennington perc perjuri permeat piedmont pill pinkett pinpoint pizza plugin pneumonia po pocatello poet populist
6 portag postmast precursor preemin prerequisit prerog presidentialinnovationfellow presumpt priceless principi
6 printer prod projectil prom prosecutori prostitut psychiatr pub pullout pumper qa qasp quintessenti quotat rabbit
6 rafael rahm rangeland ransom rapist rashida rat raymond rdbms rebuf recaptur recidiv reconfigur recover reenter
6 reev regina rejoic replica restitut restrain resurrect retard retweet rfi rfid ridership ridgway ripe robbin
6 rollback rollov rome rooney rotc rouhani rude saharan sakakawea salisburi salman salvat samaritan sandbox
6 satisfactorili satur scaap scanner scarlett scatter schafer schema schwab scorch scranton screener screw seep
6 senatori senseless sequel sham shatter shaw shelley sherman shirley signifi sin singh skillset slave slowdown
6 slower smartphon smog smoki snag snyder soak soap socialist softwood solitari sox soy spear spectat spider
6 spongiform spr sql stagnant stalem standup starbuck stat steril stitch strait stray strictest stripe stumbl stupid
6 sturgeon suck sway sweater switzerland synonym syracus tabloid taint takeoff tallgrass tampa tar tate teaser tens
6 tent terminolog tesla theorist tillerson tlaib tock token torrenti tr tracker traine trophi trudeau turbul turf
6 tweeter typographi uganda um unaccompani unavail unchang unconsci uncontrol underag undertook underwat undevelop
6 unduli uneven unhealthi unmanag unravel unsolv unsuspect untap unten untold unwit uproar uproot usdoj ustr usu
6 utahã vatican veil vfw vibrat videotap vienna viewpoint vii volumin voyag waffl wagner warhead washburn watt wean
6 weaponri webhook wellb westminst what whereabout whistl whiteboard wick winfrey wirefram worcest workday wp yeah
6 yearbook yearã yml youngster zach zimbabw zimmerman zink zuni
5 abbrevi abet abq abstin accolad addison adulthood affection affin affluent affront afloat ahm ahmadinejad airbnb
5 airfram alexi alison allegani allig altitud alumni ame americaã amplifi anatomi android angler antarctica antidump
5 appalachia applaus apprehens archi ascend ascertain assail astro async ataa attn auspic austrian authorit aveng
5 azur ba bacteri bait bald banker barbour barreto bartlett barton bashar batch battleground beam bearer beaumont
5 beck behar behest belarus belat beni berat berkeley berkley bethlehem bibl biennial biographi biologist biopic
5 bioscienc bison biw blockbust boehner bosqu boyl brag brainer breckenridg brethauer brig browni buchanan buddhist
5 burnett butterfli bylin byu calam calrissian canopi caribou carolyn carp carpent carperâ carryback casework
5 catalogu catfish cathi cboc cdsoa cecil cellphon censur cereal cessna cg champlain chappell charliz charset chave
5 checkout chew choir cholesterol chopra chore chronicl churn ci claimant clarenc claud claw clement clever clifford
5 clint cloudfoundri cm coachella coerc coercion combust comeback commensur commissari compressor conceptu conduit
5 congrat conjur consequenti contra coron councilman cpb cradl crave creepi crook crossfir crp csi cst cto cub
5 culver curti cushion cyclic dalai dale damascus danvill deactiv debrief deceiv decommiss defenseless defibril
5 delic dell demilitar demystifi denmark denomin dent dentist denton desanti desegreg detach detrick devis dietari
5 ding disallow disavow disinfect disneyland dispens disposit divest diy dominican dona donnelli dorothi dosag
5 downpay downtim doyl drake dreyfus driest drupal dummi dunkman dwell dwindl dye eapd eastland ecuador eddington
5 edgar eeoc ei eject elasticsearch electromagnet ellington emerald emitt endem energet enlarg entrench epicent
5 erdogan eregul erni espionag esta esteem etch ethiopia euro evok exil extraterritori ez fa falsifi famin fauci
5 fbopen fedex feeder fenton ffvs filestor fireboat firefox fisherman fist fitzsimon flake fledg fletcher flour
5 fluctuat foment forb forcibl foresight forfeitur forthright fortifi fountain freak frontman fugit furlough gage
5 gambino garrison gazett geospati gerhardt geriatr gerrymand gettysburg ghostwrit gibbon gibson glasgow glitch
5 glove gnaw goldberg gonna gowen granit grassland grayson greensburg greenway gregoir grous gui gunmen gunn gunshot
5 gynecolog gynecologist ha halliburton hamil hanger hangout harbour harford harmless havana haven headway
5 healthiest heartwarm heater heck hector hedg hefti hepat herman hershey hewitt hib hiccup hid hidta higgin hilton
5 hitch hobbi hobson hoeflich hoffman hog hogg homag honda honeymoon hornet horseback houthi howel hsas hu hubbard
5 hugo hull humid huntsman hurl hustler hydroelectr hyperson i iceberg igor imit immort imperfect impuls impun
5 incendiari incentiv incurs indemn inequit inferior infrequ ingal innat instantan instig insurmount interv intranet
5 invis iren irrepar irrit issa issuer iâ jacinto jacket jackman jakarta janel jessi jinp joyc judi juror jussi
5 kaiser kaitlin kale keebl kelley khalid kickstart kingsport kingsvill kirk kirsten kitteri kkob klamath koizumi
5 ksfr kunm kuwait lac lagoon lahren laker lama lambert lament lancast lans larim latina lauderdal legibl lehtinen
5 lengthen lenienc leo leon lever lexington lighten lima liner listserv literari littor livermor liz lofti lombok
5 loughlin louis maim majest majesti malta manchin mapl marco marina martha martinsvill masculin masonri masterpiec
5 mater maxwel mcguir meltdown membran mendocino merchandis messi meteorolog michel micromanag middleton milc
5 miscellan miser misinterpret misjudg misstep mitt mittal mm moistur molecular monarch monologu montag monticello
5 mood mora mose moss motorcycl mound mtbe multitud myusa nano nascent natchitoch needl nepal nephew nginx nhtsa
5 nicolá nightclub nike nineteen niro nome nonbind nondiscrimin novelist nrcs ntsb nullifi nunn oasi obamacar
5 oberstar obstructionist oceanographi ocio olson olympian onion onsit organis orono outmod overburden overextend
5 overlap overpay overrul overstay oxycontin ozon pageant palett pam parliamentarian parson particl passamaquoddi
5 pasta pastur patron patux payload pbgc peanut pearson pedophil pedro pee persecut perus pervas petersburg phoni
5 physiolog pi picnic pii piss pitt pittsburg plateau plumb plummet pluripot pntr
`,
} as const;
