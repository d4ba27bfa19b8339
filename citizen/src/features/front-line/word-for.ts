/** The label of a word from the contract's lists; an unknown word stands for itself rather than for nothing. */
export function wordFor(labels: Readonly<Record<string, string>>, word: string): string {
  return labels[word] ?? word;
}

/** Where it is; people often write the area into the address themselves, and then once is enough. */
export function placeWords(areaName: string, address: string): string {
  return address.startsWith(areaName) ? address : `${areaName} ${address}`.trim();
}
