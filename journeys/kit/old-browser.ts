/** What browsers learnt after our floors, and with which version of Chrome. */
const learnt: readonly (readonly [owner: string, names: readonly string[], since: number])[] = [
  ['Intl', ['DisplayNames'], 81],
  ['globalThis', ['WeakRef', 'FinalizationRegistry'], 84],
  ['String.prototype', ['replaceAll'], 85],
  ['Promise', ['any'], 85],
  ['globalThis', ['AggregateError'], 85],
  ['Element.prototype', ['replaceChildren'], 86],
  ['Document.prototype', ['replaceChildren'], 86],
  ['DocumentFragment.prototype', ['replaceChildren'], 86],
  ['Intl', ['Segmenter'], 87],
  ['Array.prototype', ['at'], 92],
  ['String.prototype', ['at'], 92],
  ['Crypto.prototype', ['randomUUID'], 92],
  ['Object', ['hasOwn'], 93],
  ['globalThis', ['reportError'], 95],
  ['Array.prototype', ['findLast', 'findLastIndex'], 97],
  ['globalThis', ['structuredClone'], 98],
  ['HTMLElement.prototype', ['inert'], 102],
  ['AbortSignal', ['timeout'], 103],
  ['Response', ['json'], 105],
  ['Array.prototype', ['toSorted', 'toReversed', 'toSpliced', 'with'], 110],
  ['String.prototype', ['isWellFormed', 'toWellFormed'], 111],
  ['Document.prototype', ['startViewTransition'], 111],
  ['HTMLElement.prototype', ['showPopover', 'hidePopover', 'togglePopover'], 114],
  ['AbortSignal', ['any'], 116],
  ['Object', ['groupBy'], 117],
  ['Map', ['groupBy'], 117],
  ['Promise', ['withResolvers'], 119],
  ['URL', ['canParse'], 120],
  ['Array', ['fromAsync'], 121],
  ['Set.prototype', ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf'], 122],
  ['globalThis', ['Iterator'], 122],
  ['Promise', ['try'], 128],
];

/** The oldest browsers we promise: staff desks on Windows 7, and cheap telephones. */
export const floors = { desk: 109, phone: 80 } as const;

/**
 * The build lowers syntax, not functions: a page of this script forgets what Chrome learnt after its floor, so that
 * whoever calls it unguarded fails in the journey and not in a village. What CSS has learnt cannot be forgotten so;
 * `server/test/browser-floor.test.ts` reads the style sheets.
 */
export function forgetting(floor: number): string {
  const later = learnt.filter(([, , since]) => since > floor);
  return later
    .flatMap(([owner, names]) => names.map((name) => `delete ${owner}[${JSON.stringify(name)}];`))
    .join('\n');
}
