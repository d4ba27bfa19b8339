import { issues as contract } from '@minsheng/contract';
import { type App, mount } from '../../platform/http.ts';
import { confirmProposals } from './confirm-proposals.ts';
import { linkOrder, unlinkOrder } from './link-order.ts';
import { rejectProposal, reopenProposal } from './reject-proposal.ts';
import { splitIssue } from './split-issue.ts';
import { undoMove } from './undo-move.ts';

const may = 'issues.link';

export function issueRoutes(app: App): void {
  mount(app, contract.linkIssue, { may, audit: 'order linked to issue' }, linkOrder);
  mount(app, contract.unlinkIssue, { may, audit: 'order unlinked from issue' }, unlinkOrder);
  mount(app, contract.confirmProposals, { may, audit: 'same thing confirmed' }, confirmProposals);
  mount(app, contract.rejectProposal, { may, audit: 'same thing rejected' }, rejectProposal);
  mount(app, contract.reopenProposal, { may, audit: 'rejection taken back' }, reopenProposal);
  mount(app, contract.splitIssue, { may, audit: 'issue split' }, splitIssue);
  mount(app, contract.undoMove, { may, audit: 'issue move undone' }, undoMove);
}
