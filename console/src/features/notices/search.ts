import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const noticesTabs = ['troubled', 'held', 'tally', 'rules'] as const;
export const noticesSearch = z.object({ tab: said(z.enum(noticesTabs)) });

export const inboxTabs = ['unread', 'all'] as const;
export const inboxSearch = z.object({ tab: said(z.enum(inboxTabs)) });
