import { noticeWays } from '@minsheng/contract';
import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const twinsTabs = ['all', ...noticeWays] as const;
export const twinsSearch = z.object({ way: said(z.enum(noticeWays)) });
