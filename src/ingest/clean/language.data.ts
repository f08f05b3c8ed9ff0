/** The commonest small words of a language, which every text of some length holds. What two languages share counts for both. */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that on with as it by at from are be this have has had not but his her they which were will said an or its who been their more would about after he she we you',
  de: 'der die das und in den von zu mit ist im für nicht sich des dem ein eine auf auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man',
  fr: 'le la les de des du et en un une que qui dans est pour pas sur plus par au avec ce il ne se sont son sa aux cette ces mais ou été nous elle leur leurs après d l qu n c s était ont',
  es: 'el la los las de del y en un una que por con para no se su al es lo como más pero sus le ha fue este está entre desde sobre también cuando muy años hasta sin ser son dos era han',
  it: 'il lo la i gli le di del della dei delle e in un una che per con non si è da al sono ha nel come più anche alla dal ma dalla nella degli questo suo dell l all un stato hanno essere',
  pt: 'o a os as de do da dos das e em um uma que para com não se por no na ao é mais foi como mas sua seu pela pelo são também nos nas à ou ser quando muito já está entre',
  nl: 'de het een en van in is op dat te met voor zijn niet aan er om ook als maar bij door naar uit heeft dan nog over werd was wordt tot deze hij ze meer die zich hun kan zal hebben worden',
  sv: 'och i att det som en på är av för med den till inte har de ett om han var jag men sig från vi så kan när under också efter hon eller nu än blev skulle vid',
  da: 'og i at det er en til af på for med den de ikke der som har et om han var men sig fra vi så kan også efter hun eller nu blev skulle ved blive være havde fordi mere',
  nb: 'og i at det er en til av på for med den de ikke som har et om han var men seg fra vi så kan også etter hun eller nå ble skulle ved være hadde fordi mer sier',
  fi: 'ja on ei että se oli hän mutta kun ovat myös mukaan joka tai niin kuin vain sen ole hänen jo jos mitä nyt ovat sitä tämä jonka kanssa noin',
  pl: 'i w na z do się nie to że jest o jak po za od przez dla ale co już są tylko oraz tym przy tak ich jego jej było być który która które może także',
  cs: 'a v na se je že s z do o to i za po ve od pro jako ale by jsou byl podle k jeho už která který které také při nebo jen před byla',
  hu: 'a az és hogy nem is egy volt meg de van már csak mint ha még ezt el kell azt vagy után szerint lesz ki között pedig',
  ro: 'de și în a la că cu pe nu o din care pentru este un mai sau fi au sunt a fost ca să se prin după dar lui ale acest această',
  tr: 've bir bu için da de ile olarak daha çok en olan gibi kadar sonra ne ki ama var o ise göre tarafından değil her',
  id: 'yang dan di ini dengan untuk dari dalam tidak pada itu akan adalah ke juga oleh tersebut ada karena mereka telah sebagai bisa lebih sudah',
  ca: 'el la els les de del i en un una que per amb no es a al és com més però seva seu ha han dels als aquest aquesta també ja són on entre fins',
  ru: 'и в не на что с по как его к но из у за то от это о для он же так был были она также до или при мы они бы после который',
  uk: 'і в не на що з та до за як у по від це його про для але він був були вона також або при ми вони після який є ще',
  bg: 'и в на да се не за от с че са по е като му това си ще до той но или при към през който те тя беше след',
  ar: 'في من على إلى أن التي عن مع هذا هذه كان ما الذي لا بعد قد كما بين أو ذلك كانت وقال حيث هو هي',
  fa: 'و در به از که این با را است برای آن یک تا بر شده هم خود اما می شد کرد دارد نیز',
};

/** Letters that only one language of the world's newsrooms is written in. */
export const OWN_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
