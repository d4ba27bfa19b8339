import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import type { Order } from '../orders/index.ts';

/** 重件: as the city's rows say (domain T16). */
export const isSerious = (
  ctx: Context,
  { urgency, type, matter_code: matterCode, secrecy }: Order,
): Promise<boolean> => matters.isSerious(ctx, { urgency, type, matterCode, secrecy });
