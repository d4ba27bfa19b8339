import { type Dice, diceOf } from '../../server/src/demo/chance.ts';
import { inventedPerson, inventedPhoneOf } from '../../server/src/demo/invented.ts';

/** What a generator fills slots with; `#` is a digit, `$` a capital letter, `%` a small one. */
export interface SlotLists {
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  readonly minorityNames: readonly string[];
  readonly companies: readonly string[];
  readonly estates: readonly string[];
  readonly roads: readonly string[];
  readonly villages: readonly string[];
  readonly homePatterns: readonly string[];
  readonly plates: readonly string[];
  readonly phoneShapes: readonly string[];
  readonly landlines: readonly string[];
  readonly banks: readonly string[];
  readonly mails: readonly string[];
  readonly wechats: readonly string[];
}

export interface FilledSlot {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** A text with its slots filled, and where each came to stand. */
export function fillSlots(
  text: string,
  lists: SlotLists,
  seed: string,
): { text: string; slots: FilledSlot[] } {
  const dice = diceOf(seed);
  const slots: FilledSlot[] = [];
  let made = '';
  let at = 0;
  for (const hit of text.matchAll(/\{([a-z]+)\d?\}/g)) {
    made += text.slice(at, hit.index);
    const kind = hit[1] ?? '';
    const filling = fillingOf(kind, lists, dice);
    slots.push({ kind, start: made.length, end: made.length + filling.length });
    made += filling;
    at = hit.index + hit[0].length;
  }
  return { text: made + text.slice(at), slots };
}

function fillingOf(kind: string, lists: SlotLists, dice: Dice): string {
  const pick = (from: readonly string[]): string => from[Math.floor(dice() * from.length)] ?? '';
  const plain = (pattern: string): string =>
    pattern
      .replace(/#/g, () => String(Math.floor(dice() * 10)))
      .replace(/\$/g, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(Math.floor(dice() * 24)))
      .replace(/%/g, () => 'abcdefghijkmnpqrstuvwxyz'.charAt(Math.floor(dice() * 24)));
  switch (kind) {
    case 'name':
      return pick(lists.surnames) + pick(lists.givenNames);
    case 'minority':
      return pick(lists.minorityNames);
    case 'phone':
      return shaped(inventedPhoneOf(String(dice())), pick(lists.phoneShapes));
    case 'id':
      return inventedPerson(String(dice())).identityNumber;
    case 'home':
      return plain(
        pick(lists.homePatterns)
          .replace('{road}', pick(lists.roads))
          .replace('{estate}', pick(lists.estates))
          .replace('{village}', pick(lists.villages)),
      );
    default:
      return plain(pick(namedList(kind, lists)));
  }
}

function namedList(kind: string, lists: SlotLists): readonly string[] {
  switch (kind) {
    case 'landline':
      return lists.landlines;
    case 'plate':
      return lists.plates;
    case 'bank':
      return lists.banks;
    case 'mail':
      return lists.mails;
    case 'wechat':
      return lists.wechats;
    case 'company':
      return lists.companies;
    case 'estate':
      return lists.estates;
    case 'road':
      return lists.roads;
    default:
      throw new Error(`no list fills {${kind}}`);
  }
}

function shaped(phone: string, shape: string): string {
  const parts = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  switch (shape) {
    case 'three-four-four':
      return parts.join(' ');
    case 'dashes':
      return parts.join('-');
    case 'spoken':
      return phone.replace(/\d/g, (digit) => '零幺二三四五六七八九'.charAt(Number(digit)));
    case 'full-width':
      return phone.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case '+86':
      return `+86 ${phone}`;
    default:
      return phone;
  }
}
