import { randomUUID } from 'node:crypto';
import { dayOf, storyTime } from '../clock.ts';
import { type Case, caseOf, insertCase, moveCase } from '../store/cases.repo.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { receivedOfCase } from '../store/received.repo.ts';
import { dismissSent, insertSent, nextSeq, sentById } from '../store/sent.repo.ts';
import { nextNumber } from '../store/settings.repo.ts';
import { refusals } from '../text.ts';
import { type BodyOf, type Message, readEnvelope } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { sha256 } from '../wire/signature.ts';
import { isStep, mayTake, steps } from './steps.ts';

/** 警情移送: a police order of our own, handed to 12345 in the same transaction; `via` is what it passed before it came to us. */
export function handOver(
  store: Store,
  ownCode: string,
  { transfer, via }: { transfer: BodyOf<'transfer'>; via: readonly string[] },
): Case {
  const { appeal, place } = transfer;
  return inTransaction(store, () => {
    const at = storyTime(store);
    const item: Case = {
      number: nextNumber(store, dayOf(at)),
      direction: 'out',
      kind: 'transfer',
      peer_number: null,
      state: 'waiting',
      content: {
        title: appeal.title,
        words: appeal.words,
        place: place.text,
        transfer,
        risk: null,
      },
      opened_at: at,
      changed_at: at,
    };
    insertCase(store, item);
    const message: Message = { kind: 'transfer', body: transfer };
    toOutbox(store, item, { message, seq: 1, via: [...via, ownCode] });
    return item;
  });
}

/** 转送: what came to us goes on to 12345 as it came, with every system it has passed. */
export function passOn(store: Store, ownCode: string, number: string): Case {
  const came = receivedOfCase(store, number).map(({ raw }) => readEnvelope(raw));
  const first = came.find((said) => said.kind === 'transfer');
  if (first?.kind !== 'transfer') throw new Refused(409, 'not-now', refusals.notReceived);
  return handOver(store, ownCode, { transfer: first.body, via: first.via });
}

/** One step of ours on a case: it moves, and the other side is told, or neither. */
export function write(store: Store, ownCode: string, number: string, message: Message): Case {
  return inTransaction(store, () => {
    const item = caseOf(store, number);
    if (item === null) throw new Refused(404, 'unknown-case', refusals.unknownCase);
    if (!isStep(message.kind)) throw new Refused(422, 'kind', refusals.notOurs);
    if (!mayTake(item, message.kind, 'us'))
      throw new Refused(409, 'not-now', refusals.notNow(item.state));
    const { to } = steps[message.kind];
    if (to !== null) moveCase(store, number, to, storyTime(store));
    toOutbox(store, item, { message, seq: nextSeq(store, number), via: [ownCode] });
    return caseOf(store, number) ?? item;
  });
}

/** 放弃一条发不出的报文: a void takes its place, so that those behind it are not held for ever. */
export function giveUp(store: Store, ownCode: string, id: string): void {
  inTransaction(store, () => {
    const message = sentById(store, id);
    const item = message === null ? null : caseOf(store, message.number);
    if (message?.state !== 'dead' || item === null)
      throw new Refused(409, 'not-now', refusals.notDead);
    dismissSent(store, id);
    const instead: Message = { kind: 'void', body: { replaces: id } };
    toOutbox(store, item, { message: instead, seq: message.seq, via: [ownCode] });
  });
}

/** The bytes are made once: a repeat sends the very same ones. */
function toOutbox(
  store: Store,
  item: Case,
  { message, seq, via }: { message: Message; seq: number; via: readonly string[] },
): void {
  const at = storyTime(store);
  const envelope = {
    version: '1',
    id: randomUUID(),
    kind: message.kind,
    seq,
    at,
    case: { sender: item.number, receiver: item.peer_number },
    via,
    body: message.body,
    attachments: [],
  };
  const raw = JSON.stringify(envelope);
  insertSent(store, {
    id: envelope.id,
    digest: sha256(Buffer.from(raw)),
    raw,
    day: dayOf(at),
    kind: message.kind,
    seq,
    number: item.number,
  });
}
