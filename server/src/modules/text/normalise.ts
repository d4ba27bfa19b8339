/** Letters, their marks and digits of any script: what a search can be about. */
const searchable = /[\p{L}\p{M}\p{N}]+/gu;
const invisible = /(?:(?!\s)[\p{Cc}\p{Cf}])+/gu;
const spaces = /\s+/gu;
const spaceBesideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** 归一: full width to half width, small letters, single spaces, nothing invisible. */
export function normalise(text: string): string {
  const visible = text.normalize('NFKC').toLowerCase().replace(invisible, '');
  // Small letters, and neighbours that something invisible parted, can be composed once more.
  return visible.normalize('NFKC').replace(spaces, ' ').trim();
}

/** Text of a document: forms and machines scatter spaces through Chinese that nobody means. */
export function normaliseDocument(text: string): string {
  return normalise(text).replace(spaceBesideHan, '');
}

/** The runs of letters and digits between punctuation, in normalised text. */
export function runsOf(normalised: string): string[] {
  return normalised.match(searchable) ?? [];
}

/** 半角: full width to half width, every character at its own place, so that what is found can be pointed at. */
export function halfWidth(text: string): string {
  return text.replace(/[^ -~\u4e00-\u9fff]/gu, (character) => {
    const plain = character.normalize('NFKC');
    return plain.length === character.length ? plain : character;
  });
}
