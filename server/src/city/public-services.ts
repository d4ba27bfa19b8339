import { serviceTypes } from '@minsheng/contract/words/open311.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import type { At } from './source.ts';

/** 公开服务: a matter that outside programs may report and whose orders they may read of (Open311). */
export const publicServiceRow = z.object({
  matter: cell.matterCode,
  type: z.enum(serviceTypes),
  keywords: cell.list,
});
export type PublicServiceRow = At<z.infer<typeof publicServiceRow>>;
