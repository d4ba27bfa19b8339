/** Offsets at which the entries of a top-level JSON list or object start. The text must already be known to parse. */
export function startsOfEntries(source: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  let inString = false;
  let awaitsEntry = false;
  for (let offset = 0; offset < source.length; offset++) {
    const letter = source[offset] ?? '';
    if (inString) {
      if (letter === '\\') offset++;
      if (letter === '"') inString = false;
      continue;
    }
    if (/\s/.test(letter)) continue;
    if (depth === 1 && awaitsEntry && !']}'.includes(letter)) {
      starts.push(offset);
      awaitsEntry = false;
    }
    if (letter === '"') inString = true;
    if (letter === '[' || letter === '{') depth++;
    if (letter === ']' || letter === '}') depth--;
    if (depth === 1 && ',[{'.includes(letter)) awaitsEntry = true;
  }
  return starts;
}

export function lineOfOffset(source: string, offset: number): number {
  let line = 1;
  for (let index = source.indexOf('\n'); index !== -1 && index < offset; ) {
    line++;
    index = source.indexOf('\n', index + 1);
  }
  return line;
}
