import { dayOf, storyTime } from '../clock.ts';
import {
  type Case,
  caseOf,
  caseOfPeer,
  insertCase,
  moveCase,
  nameForPeer,
} from '../store/cases.repo.ts';
import type { Store } from '../store/database.ts';
import type { Received } from '../store/received.repo.ts';
import { nextNumber } from '../store/settings.repo.ts';
import { refusals } from '../text.ts';
import type { Envelope } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { isStep, mayTake, steps } from './steps.ts';

type Settled = Pick<Received, 'state' | 'number' | 'reason'>;

/** A message about a case nobody here knows is refused while its sender can still read the refusal. */
export function checkCase(store: Store, said: Envelope): void {
  if (said.kind === 'transfer' || said.kind === 'clue' || said.kind === 'void') return;
  if (caseMeant(store, said) !== null) return;
  throw new Refused(422, 'unknown-case', refusals.unknownCase, {
    field: 'case.receiver',
    more: { value: said.case.receiver },
  });
}

/** One message in its turn. */
export function apply(store: Store, said: Envelope): Settled {
  if (said.kind === 'void') return { state: 'applied', number: null, reason: null };
  if (said.kind === 'transfer' || said.kind === 'clue') return openCase(store, said);
  const item = caseMeant(store, said);
  if (item === null) return { state: 'dead', number: null, reason: refusals.unknownCase };
  nameForPeer(store, item.number, said.case.sender);
  if (!isStep(said.kind) || !mayTake(item, said.kind, 'them'))
    return { state: 'dead', number: item.number, reason: refusals.notNow(item.state) };
  const { to } = steps[said.kind];
  if (to !== null) moveCase(store, item.number, to, storyTime(store));
  return { state: 'applied', number: item.number, reason: null };
}

/** 接警: a case of our own for what they handed over. A clue about a case we have stays with that. */
function openCase(store: Store, said: Envelope): Settled {
  const known = caseMeant(store, said);
  if (known !== null && said.kind === 'clue')
    return { state: 'applied', number: known.number, reason: null };
  if (known !== null && (known.state === 'waiting' || known.state === 'accepted'))
    return { state: 'dead', number: known.number, reason: refusals.notNow(known.state) };
  const at = storyTime(store);
  const number = nextNumber(store, dayOf(at));
  insertCase(store, {
    number,
    direction: 'in',
    kind: said.kind === 'clue' ? 'clue' : 'transfer',
    peer_number: said.case.sender,
    state: 'waiting',
    content: contentOf(said),
    opened_at: at,
    changed_at: at,
  });
  return { state: 'applied', number, reason: null };
}

function contentOf(said: Envelope): Case['content'] {
  if (said.kind === 'transfer') {
    const { appeal, place } = said.body;
    return {
      title: appeal.title,
      words: appeal.words,
      place: place.text,
      transfer: said.body,
      risk: null,
    };
  }
  if (said.kind !== 'clue') throw new Error(`${said.kind} opens no case.`);
  const { words, place, risk } = said.body;
  return { title: '涉稳线索', words, place: place?.text ?? '', transfer: null, risk };
}

function caseMeant(store: Store, { case: { sender, receiver } }: Envelope): Case | null {
  if (receiver !== null) return caseOf(store, receiver);
  return caseOfPeer(store, sender);
}
