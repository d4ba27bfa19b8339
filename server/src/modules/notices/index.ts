/** 通知: SMS and telephone messages behind one door. */
import './send-message.ts';

export { type Notice, notify } from './notify.ts';
