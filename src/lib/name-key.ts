/** NFKD, marks stripped, lower case: equal for "Élodie" and "elodie". Compared bytewise, so no collation is needed anywhere. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
