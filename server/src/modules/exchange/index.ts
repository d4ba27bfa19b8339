/** 数据对接: messages between this system and others, each once, in order, signed, and seen when they do not get through. */
import './apply-message.ts';
import './deliver.ts';
import './forget-person.ts';
import './hear-order.ts';
import './reconcile-days.ts';
import './webhook-adapter.ts';

export {
  type Adapter,
  type Applied,
  type AtDoor,
  type Incoming,
  nothingOpened,
  type Outbound,
  type Outgoing,
  registerAdapter,
  speaksProtocol,
} from './adapter.ts';
export type { Known } from './admit.ts';
export { askPeer, type Proved, realSeconds } from './ask-peer.ts';
export { isOpenCase } from './case-turn.ts';
export { type Case, casesOfOrder, findCase as caseOf } from './cases.repo.ts';
export { ExchangeFault } from './fault.ts';
export { inNameOf } from './in-name-of.ts';
export { messageOf } from './messages.repo.ts';
export { type Outcome, silence, unsure } from './outcome-of.ts';
export { allPeers, type Peer, peerOf, peersWith } from './peers.repo.ts';
export { registerPeer } from './peers.ts';
export { openCase, queueMessage } from './queue-message.ts';
export { readSaid as saidIn } from './read-envelope.ts';
export { receiveNext, receiveRaw } from './receive-raw.ts';
export { serveSigned } from './serve-signed.ts';
export { requestText, signatureOf } from './signing.ts';
export { transferOf } from './transfer-of.ts';
export {
  addWords,
  answerOf,
  applyAppeal,
  checkTransfer,
  heardBySender,
  openOrder,
  tellOfAppeal,
} from './webhook-adapter.ts';
