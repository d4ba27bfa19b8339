/** 苏峰山、苏峰山景区: parted by any mark people part words by. */
export const wordsIn = (typed: string | undefined): string[] => [
  ...new Set(
    (typed ?? '')
      .split(/[、,,;;\s]+/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
