import { branches as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { addOwnRow, endOwnRow } from './own-rows.ts';
import { addOwnUnit, closeOwnUnit } from './own-units.ts';
import { listBranches, readBranch } from './read-branch.ts';

const keep = 'branches.keep';
const look = ['branches.keep', 'dispatch.govern'] as const;

export function branchRoutes(app: App): void {
  mount(app, contract.listBranches, { may: look, audit: 'counties listed' }, listBranches);
  mount(app, contract.branch, { may: look, audit: 'county read' }, readBranch);
  mount(app, contract.addOwnUnit, { may: keep, audit: 'own unit added' }, addOwnUnit);
  mount(app, contract.closeOwnUnit, { may: keep, audit: 'own unit closed' }, closeOwnUnit);
  mount(app, contract.addOwnRow, { may: keep, audit: 'own row added' }, addOwnRow);
  mount(app, contract.endOwnRow, { may: look, audit: 'own row ended' }, endOwnRow);
}
