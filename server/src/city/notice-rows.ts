import {
  noticeAudiences,
  noticeChannels,
  noticeUrgencies,
  noticeWays,
} from '@minsheng/contract/words/notices.ts';
import { roles } from '@minsheng/contract/words/roles.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import type { At } from './source.ts';

const heldUrgencies = noticeUrgencies.filter((one) => one !== 'urgent');

/** 站内消息的读者: who may work in the unit, or a role of it, or a role of the centre. */
export const noticeReaders = ['workers', ...roles, ...roles.map((role) => `centre:${role}`)];

/** 通知规则: whom a message is for, how much it can wait, and by which ways it goes. */
export const noticeRuleRow = z.object({
  message: cell.text,
  audience: z.enum(noticeAudiences),
  urgency: z.enum(heldUrgencies),
  channels: cell.list.pipe(z.array(z.enum(noticeWays)).min(1)),
  readers: cell.list.pipe(z.array(z.enum(noticeReaders))),
});
export type NoticeRuleRow = At<z.infer<typeof noticeRuleRow>>;

/** 免打扰与条数上限, of one way, to one number or address. */
export const noticeHoursRow = z.object({
  channel: z.enum(noticeChannels),
  audience: z.enum(noticeAudiences),
  urgency: z.enum(heldUrgencies),
  quietFrom: cell.clockTime.nullable(),
  quietTo: cell.clockTime.nullable(),
  perHour: cell.wholeNumber.nullable(),
  perDay: cell.wholeNumber.nullable(),
});
export type NoticeHoursRow = At<z.infer<typeof noticeHoursRow>>;
