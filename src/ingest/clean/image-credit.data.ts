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
  // fr
  'crédit photo',
  'crédit',
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
  // nl
  'foto van',
  'beeld',
];

/** Those of them that need no colon or slash after them. */
export const CREDIT_LABELS_BY: readonly string[] = [
  'photo by',
  'photos by',
  'photograph by',
  'picture by',
  'courtesy of',
  'illustration by',
  'foto von',
  'foto di',
  'foto van',
];
