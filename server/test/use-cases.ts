/**
 * Use cases a test of another module needs to bring an order somewhere. In the program they are reached through their
 * routes alone, so they stand behind no door.
 */
export { decideDay } from '../src/modules/calendar/decide-day.ts';
export { proposeDay } from '../src/modules/calendar/propose-day.ts';
export { attempt } from '../src/modules/call-back/attempt.ts';
export { close } from '../src/modules/call-back/close.ts';
export { finishFollowUp, listFollowUps } from '../src/modules/call-back/follow-up-desk.ts';
export { rate } from '../src/modules/call-back/rate.ts';
export { readFalse } from '../src/modules/call-back/read-false.ts';
export { redo } from '../src/modules/call-back/redo.ts';
export { newEntry } from '../src/modules/campaigns/change-links.ts';
export { nameEntry } from '../src/modules/campaigns/move-entry.ts';
export { openCampaign } from '../src/modules/campaigns/open-campaign.ts';
export { askExtension, askParking } from '../src/modules/deferrals/ask.ts';
export { decideDeferral } from '../src/modules/deferrals/decide.ts';
export { reviewLedger } from '../src/modules/deferrals/review-ledger.ts';
export { deskOrders } from '../src/modules/desk/desk-orders.ts';
export { erasePerson } from '../src/modules/desk/erase-person.ts';
export { issuePage } from '../src/modules/desk/issue-page.ts';
export { orderPage } from '../src/modules/desk/order-page.ts';
export { proposalsOfOrder, proposalsToIssue } from '../src/modules/desk/proposals.ts';
export { timeline } from '../src/modules/desk/timeline.ts';
export { viewPeople } from '../src/modules/desk/view-people.ts';
export { addUnit } from '../src/modules/dispatch/add-unit.ts';
export { claim } from '../src/modules/dispatch/claim.ts';
export { correctPlace } from '../src/modules/dispatch/correct-place.ts';
export { decideRow, listRowProposals } from '../src/modules/dispatch/decide-row.ts';
export { delegate } from '../src/modules/dispatch/delegate.ts';
export { nameReaders } from '../src/modules/dispatch/name-readers.ts';
export { planFor } from '../src/modules/dispatch/plan.ts';
export { reassign } from '../src/modules/dispatch/reassign.ts';
export { recall } from '../src/modules/dispatch/recall.ts';
export { send } from '../src/modules/dispatch/send.ts';
export { suggestion } from '../src/modules/dispatch/suggestion.ts';
export { undoSend } from '../src/modules/dispatch/undo-send.ts';
export { askReturn } from '../src/modules/disputes/ask-return.ts';
export { ruleOnReturn } from '../src/modules/disputes/rule-on-return.ts';
export { addPeer, changePeer } from '../src/modules/exchange/peers.ts';
export { listMessages } from '../src/modules/exchange/read-messages.ts';
export { reconcileDay } from '../src/modules/exchange/reconcile-days.ts';
export { replayMessage } from '../src/modules/exchange/settle-message.ts';
export { openProactive } from '../src/modules/foresight/open-proactive.ts';
export { contact } from '../src/modules/handling/contact.ts';
export { dutyView } from '../src/modules/handling/duty-view.ts';
export { askInfo, giveInfo } from '../src/modules/handling/info.ts';
export { sendLink } from '../src/modules/handling/links.ts';
export { markFixed } from '../src/modules/handling/mark-fixed.ts';
export { approveReply, rejectReply } from '../src/modules/handling/review.ts';
export { sign } from '../src/modules/handling/sign.ts';
export { submit } from '../src/modules/handling/submit.ts';
export { writeStageReport } from '../src/modules/handling/write-stage-report.ts';
export { changeAccount } from '../src/modules/identity/change-account.ts';
export { closeAccount, lockAccount } from '../src/modules/identity/lock-account.ts';
export { openCell } from '../src/modules/indicators/open-cell.ts';
export { insertRebuild, moveRebuild } from '../src/modules/indicators/rebuilds.repo.ts';
export { acceptByRule } from '../src/modules/intake/accept-by-rule.ts';
export { trackAppeal } from '../src/modules/intake/by-code.ts';
export { createOrder } from '../src/modules/intake/create-order.ts';
export { withdrawFor } from '../src/modules/intake/for-requester.ts';
export { likelyRepeats } from '../src/modules/intake/likely-repeats.ts';
export { putThrough } from '../src/modules/intake/put-through.ts';
export { urge } from '../src/modules/intake/requester-steps.ts';
export {
  endTransfer,
  noteTransferReceipt,
  readTransfer,
  returnTransfer,
} from '../src/modules/intake/transfers.ts';
export { acceptWaiting, checkAccepted, takeWaiting } from '../src/modules/intake/waiting.ts';
export { linkOrder, unlinkOrder } from '../src/modules/issues/link-order.ts';
export { catchUp } from '../src/modules/learning/follow-decisions.ts';
export { signLetter } from '../src/modules/letters/answer-letter.ts';
export { holdMeeting } from '../src/modules/meetings/hold-meeting.ts';
export { sentMessages } from '../src/modules/notices/sent-messages.ts';
export { archive } from '../src/modules/orders/archive.ts';
export { judgeClaim } from '../src/modules/tasks/judge-claim.ts';
export { readTask } from '../src/modules/tasks/read-task.ts';
export { acceptTask, claimDone } from '../src/modules/tasks/work-on-task.ts';
export {
  handCallerOver,
  putThroughAgain,
  sayPutThrough,
  takeCallerBack,
} from '../src/modules/telephony/put-through.ts';
export { startManualCall } from '../src/modules/telephony/start-call.ts';
export { answerCall, listOwnCalls, listRinging } from '../src/modules/telephony/talk.ts';
export { finishVisit } from '../src/modules/visits/finish-visit.ts';
export { addVisitPhoto, beginVisit } from '../src/modules/visits/go-there.ts';
export { listVisits } from '../src/modules/visits/list-visits.ts';
