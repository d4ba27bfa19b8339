const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every id that is named anywhere in it. */
export const idsIn = (said: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(said)?.match(uuid) ?? []);

/** The same about objects that do not exist: every id is one that nobody has, the same for the same. */
export const aboutNothing = <T>(said: T): T =>
  said === undefined ? said : JSON.parse(JSON.stringify(said).replace(uuid, unknownFor));

/** As old as the one it stands for, or another month would answer otherwise. */
const unknownFor = (id: string): string =>
  `${id.slice(0, 24)}${[...id.slice(24)].map(turned).join('')}`;

const turned = (digit: string): string => (15 - Number.parseInt(digit, 16)).toString(16);
