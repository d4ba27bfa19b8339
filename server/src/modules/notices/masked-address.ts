import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import { maskedPhone } from '../../platform/phone.ts';

/** Enough to recognise. A group is a unit's own, and its unit stands beside it. */
export function maskedAddress(to: string, channel: NoticeChannel): string {
  if (channel === 'sms' || channel === 'call') return maskedPhone(to);
  if (channel === 'robot') return '';
  const [name = '', host = ''] = to.split('@');
  return host === '' ? '' : `${name.slice(0, 2)}***@${host}`;
}
