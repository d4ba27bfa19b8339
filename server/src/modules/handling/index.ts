/** 办理: what a unit does with its duty, from sign-in to a reviewed answer. */
import './stage-report-wait.ts';

export { arrive } from './arrive.ts';
export { checkSubmit } from './check-submit.ts';
export { contact } from './contact.ts';
export { dutyAbilities, type Times } from './duty-abilities.ts';
export { dutyView } from './duty-view.ts';
export { type Reply, repliesOf } from './handling.repo.ts';
export { askInfo, hearInfo, type Info } from './info.ts';
export { type InfoRequests, infoRequestsOf } from './info-requests.ts';
export { mayGiveInfo, mayReview } from './policy.ts';
export { sign } from './sign.ts';
export { submit } from './submit.ts';
export { saidInStageReport, writeStageReport } from './write-stage-report.ts';
