/** Words that stand before the name of a photographer or agency at the end of a caption, lower case. */
export const CREDIT_LABELS: readonly string[] = [
  // en
  'photo',
  'photos',
  'photo by',
  'photos by',
  'photograph',
  'photograph by',
  'picture',
  'pictures',
  'picture by',
  'credit',
  'photo credit',
  'image credit',
  'image',
  'file photo',
  'courtesy of',
  'illustration',
  'video',
  'video by',
  'graphic',
  'source',
  'illustration by',
  // de
  'foto',
  'fotos',
  'foto von',
  'bild',
  'bilder',
  'bildquelle',
  'bildnachweis',
  'archivbild',
  'archivfoto',
  'symbolbild',
  'grafik',
  'quelle',
  // fr
  'crédit photo',
  'crédit',
  'vidéo',
  'crédits',
  'photo d’archives',
  'photo de',
  // es, pt, it
  'fotografía',
  'foto de',
  'crédito',
  'crédito da foto',
  'imagen',
  'imagem',
  'foto di',
  'archivo',
  'vídeo',
  'fuente',
  'fonte',
  // nl
  'foto van',
  'beeld',
  'bron',
  // sv
  'foto av',
  'bild av',
  'källa',
];

/** Those of them that need no colon or slash after them. */
export const CREDIT_LABELS_BY: readonly string[] = [
  'photo by',
  'photos by',
  'photograph by',
  'picture by',
  'video by',
  'courtesy of',
  'illustration by',
  'foto von',
  'foto di',
  'foto van',
  'foto av',
];

/** Those of them that say what a picture is: without them a drawing would pass for a photograph, an old picture for today's. */
export const TELLING_LABELS: readonly string[] = [
  'file photo',
  'graphic',
  'illustration',
  'illustration by',
  'archivbild',
  'archivfoto',
  'symbolbild',
  'grafik',
  'photo d’archives',
  'archivo',
];

/** Words in lower case that stand in such names: particles, what joins two of them, agencies that write themselves so, addresses. */
export const CREDIT_SMALL_WORDS: readonly string[] =
  `of the for via and at on by de del della di da do dos das du la le van von der den ter ten und et y e en och bin al el zu für pour para courtesy
  dpa epa afp imago picture alliance pa apa anp ansa efe lusa ritzau tt getty stock adobe x d l v c/o`.split(/\s+/);
