import { z } from 'zod';
import { said } from '../../ui/search-part.ts';

export const nodeTabs = ['compare', 'objects', 'watches', 'board', 'quiet', 'review'] as const;
export type NodeTab = (typeof nodeTabs)[number];

export const nodesSearch = z.object({
  year: said(z.number().int()),
  node: said(z.uuid()),
  tab: said(z.enum(nodeTabs)),
  object: said(z.uuid()),
  watch: said(z.uuid()),
});
export type NodesSearch = z.output<typeof nodesSearch>;
