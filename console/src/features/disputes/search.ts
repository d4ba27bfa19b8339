import { z } from 'zod';
import { chosenOrder, said } from '../../ui/search-part.ts';

export const disputeTabs = ['in-dispute', 'rows'] as const;
export type DisputeTab = (typeof disputeTabs)[number];

export const disputesSearch = z.object({ tab: said(z.enum(disputeTabs)), order: chosenOrder });
