const lengths = [12, 9, 6] as const;

/** 共同区域 of several: the smallest area in which all of them lie; otherwise the whole city. Twelve digits each. */
export function commonArea(areas: readonly string[], cityCode: string): string {
  const [first = ''] = areas;
  const shared = lengths.find((length) => {
    const front = first.slice(0, length);
    return isWhole(first, length) && areas.every((code) => code.startsWith(front));
  });
  return (shared === undefined ? cityCode : first.slice(0, shared)).padEnd(12, '0');
}

/** A township's code filled up with zeros names no village. */
const isWhole = (code: string, length: number): boolean =>
  length === 6 || !code.slice(length - 3, length).endsWith('000');
