/** The label of a word from the contract's lists; an unknown word stands for itself rather than for nothing. */
export function wordFor(labels: Readonly<Record<string, string>>, word: string): string {
  return labels[word] ?? word;
}
