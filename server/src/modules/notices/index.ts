/** 通知: SMS and telephone messages behind one door. */
import './post.ts';
import './send-message.ts';

export { eraseEveryMessage, eraseMessages, eraseMessagesById } from './erase-messages.ts';
export { readBefore } from './inbox.repo.ts';
export { hasHeardToday, keepIncoming, unclearAnswers } from './incoming.repo.ts';
export { lastOrderTold, sentToRequester } from './messages.repo.ts';
export type { Notice, People, Recipient } from './notice.ts';
export { notify, notifyOnce } from './notify.ts';
export { noticesOf } from './of-order.ts';
