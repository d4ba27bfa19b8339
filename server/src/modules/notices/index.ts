/** 通知: SMS and telephone messages behind one door. */
import './send-message.ts';

export { eraseMessages } from './erase-messages.ts';
export { type Notice, notify } from './notify.ts';
