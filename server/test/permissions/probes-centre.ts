import { units } from './people.ts';
import { dutyOf, namesOrder, nothing, onOrder, type Probe, type Probes } from './probe.ts';

const words = '小区业委会任期已满,希望指导换届选举。';
const matterCode = '020103';
const areaCode = '350626100000';
const reason = '权限测试';
const figuresOf = { from: '2026-03-01', to: '2026-03-31' };
const draftId = '019cabcd-0000-7000-8000-000000000001';

const appeal = {
  content: words,
  type: 'QZ',
  matterCode,
  areaCode,
  fields: { committee_stage: 'none' },
  requester: { name: '测试诉求人' },
  anonymous: true,
  result: 'dispatch',
};
const acceptance = {
  type: 'QZ',
  matterCode,
  areaCode,
  fields: { committee_stage: 'none' },
  result: 'dispatch',
};
const answers = {
  contacted: true,
  solved: 'solved',
  processRating: 'satisfied',
  resultRating: 'satisfied',
  reason: '',
  reasonClass: null,
};

const onWarning = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { warningId: fixtures.warning }, body }),
});

const onRelease = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { releaseId: fixtures.release, no: '1' }, body }),
});

const onAgentsCall: Probe = {
  request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall } }),
};

/** Intake, dispatch, review and call-back: what the centre does. */
export const centreProbes: Probes = {
  'GET /telephony/ringing': nothing,
  'POST /telephony/demo-call': { request: () => ({ body: {} }) },
  'POST /telephony/manual-call': {
    request: ({ order }) => ({ body: { number: order.phone } }),
  },
  'POST /telephony/calls/:callId/answer': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.ringingCall } }),
  },
  'POST /telephony/calls/:callId/end': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall } }),
  },
  'GET /telephony/calls/:callId/caller': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall } }),
  },
  'GET /telephony/own-calls': nothing,
  'GET /telephony/missed': nothing,
  'POST /telephony/missed/:callId/ring-back': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.missedCall }, body: {} }),
  },
  'POST /telephony/missed/:callId/leave': {
    request: ({ fixtures }) => ({
      params: { callId: fixtures.missedCall },
      body: { how: 'otherwise' },
    }),
  },
  'POST /telephony/calls/:callId/outcome': {
    request: ({ fixtures }) => ({
      params: { callId: fixtures.agentsRing },
      body: { outcome: 'busy' },
    }),
  },
  'POST /telephony/calls/:callId/put-through/outcome': {
    request: ({ fixtures }) => ({
      params: { callId: fixtures.agentsCall },
      body: { outcome: 'busy' },
    }),
  },
  'POST /telephony/calls/:callId/put-through/again': onAgentsCall,
  'POST /telephony/calls/:callId/put-through/take-back': onAgentsCall,
  'POST /telephony/calls/:callId/put-through/hand-over': onAgentsCall,
  'POST /intake/put-through': {
    request: ({ fixtures }) => ({ body: { callId: fixtures.agentsCall, content: words } }),
  },
  'POST /intake/orders': { request: () => ({ body: appeal }) },
  'POST /intake/appeals': { request: () => ({ body: { content: words, externalId: 'P-1' } }) },
  'POST /intake/assess': { request: () => ({ body: { content: words } }) },
  'POST /intake/suggest': { request: () => ({ body: { content: words } }) },
  'POST /intake/likely-repeats': {
    stage: 'working',
    request: ({ order }) => ({ body: { phone: order.phone, matterCode, areaCode } }),
    shows: namesOrder,
  },
  'GET /intake/drafts': nothing,
  'PUT /intake/drafts/:draftId': {
    request: () => ({ params: { draftId }, body: { label: reason, form: {} } }),
  },
  'DELETE /intake/drafts/:draftId': { request: () => ({ params: { draftId } }) },
  'POST /intake/:orderId/take': onOrder('waiting'),
  'POST /intake/:orderId/accept': onOrder('waiting', acceptance),
  'POST /intake/:orderId/check': onOrder('to-check', { isRight: true }),
  'GET /intake/:orderId/transfer': onOrder('in-transfer'),
  'POST /intake/:orderId/transfer/receipt': onOrder('in-transfer', { theirNo: 'A-1' }),
  'POST /intake/:orderId/transfer/end': onOrder('in-transfer', { feedback: reason }),
  'POST /intake/:orderId/transfer/return': onOrder('in-transfer', { reason }),
  'POST /intake/:orderId/supplement': onOrder('working', { content: '补充一句话。' }),
  'POST /intake/:orderId/urge': onOrder('working', {}),
  'POST /intake/:orderId/correct-number': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { orderId: order.orderId },
      body: { phone: fixtures.companion.phone },
    }),
  },
  'POST /intake/:orderId/withdraw': onOrder('working', {}),
  'POST /intake/:orderId/urgency': onOrder('to-dispatch', { urgency: 'U2', reason }),
  'GET /intake/:orderId/progress': onOrder('working'),

  'GET /dispatch/:orderId/suggestion': onOrder('to-dispatch'),
  'POST /dispatch/:orderId/claim': onOrder('to-dispatch'),
  'POST /dispatch/:orderId/place': onOrder('to-dispatch', { areaCode: '350603000000' }),
  'POST /dispatch/:orderId/release': onOrder('to-dispatch'),
  'POST /dispatch/:orderId/send': onOrder('to-dispatch', { lead: units.bureau }),
  'POST /dispatch/send-alike': {
    stage: 'to-dispatch',
    request: ({ order, fixtures }) => ({
      body: { lead: units.bureau, orderIds: [order.orderId, fixtures.companion.orderId] },
    }),
  },
  'POST /dispatch/:orderId/undo': onOrder('sent'),
  'POST /dispatch/:orderId/add': onOrder('working', {
    unitCode: '350600.cgj',
    role: 'assist',
    reason,
  }),
  'POST /dispatch/:orderId/reassign': onOrder('working', { lead: '350600.cgj', reason }),
  'POST /dispatch/:orderId/recall': onOrder('working', { reason }),
  'GET /dispatch/row-proposals': nothing,
  'POST /dispatch/row-proposals/:proposalId/decide': {
    request: ({ fixtures }) => ({
      params: { proposalId: fixtures.rowProposal },
      body: { accepted: false, why: reason },
    }),
  },
  'GET /deferrals/requests': {
    stage: 'deferral-asked',
    request: () => ({}),
    shows: namesOrder,
  },
  'GET /deferrals/:orderId': onOrder('deferral-asked'),
  'POST /deferrals/:orderId/decide': onOrder('deferral-asked', { granted: true }),
  'GET /disputes/:orderId': onOrder('in-dispute'),
  'GET /disputes/repeats': {
    request: () => ({ query: { from: '2026-03-01', to: '2026-03-31' } }),
  },
  'POST /disputes/:orderId/conference': onOrder('in-dispute', {
    place: '权限测试',
    startsAt: '2099-01-05T01:00:00.000Z',
  }),
  'POST /disputes/:orderId/rule': onOrder('in-dispute', {
    upheld: false,
    basis: reason.repeat(2),
    facts: '小区自治事项,由哪个单位指导有争议。',
    ruling: reason.repeat(2),
  }),
  'POST /handling/:orderId/give-info': onOrder('need-info', { content: '在东门小区。' }),

  'POST /review/:orderId/approve': onOrder('review', {}),
  'POST /review/:orderId/check-answer': onOrder('review', { publicAnswer: reason }),
  'POST /review/:orderId/reject': onOrder('review', { reason: 'template', note: reason }),
  'GET /call-back/:orderId': onOrder('call-back'),
  'POST /call-back/:orderId/attempt': onOrder('call-back', { reached: true, answers }),
  'POST /call-back/:orderId/close': onOrder('asked', { as: 'solved' }),
  'POST /call-back/close-many': {
    stage: 'asked',
    request: ({ order }) => ({ body: { orderIds: [order.orderId] } }),
  },
  'POST /call-back/:orderId/redo': onOrder('asked', { reason }),
  'GET /call-back/false-completions': {
    stage: 'false-found',
    request: () => ({}),
    shows: namesOrder,
  },
  'GET /call-back/false-completions/by-unit': nothing,
  'GET /call-back/:orderId/false-completion': onOrder('false-found'),
  'POST /call-back/:orderId/false-completion': onOrder('asked', {
    foundHow: 'call-back',
    found: reason,
  }),
  'POST /call-back/:orderId/false-completion/statement': onOrder('false-found', { words: reason }),
  'POST /call-back/:orderId/false-completion/rule': onOrder('false-found', {
    confirmed: false,
    words: reason,
  }),
  'GET /call-back/contests': { request: () => ({ query: { level: 'county' } }) },
  'POST /call-back/exclusions/export': {
    request: () => ({ body: { month: '2026-03', purpose: '权限测试' } }),
  },
  'GET /call-back/exclusions': { request: () => ({ query: { month: '2026-03' } }) },
  'GET /call-back/:orderId/contest': onOrder('asked'),
  'POST /call-back/:orderId/contest': {
    stage: 'asked',
    request: ({ order }) => ({
      params: { orderId: order.orderId },
      body: { code: 'X3', words: reason, fileIds: [order.fileId] },
    }),
  },
  'POST /call-back/:orderId/contest/further': onOrder('asked'),
  'POST /call-back/:orderId/contest/rule': onOrder('asked', { upheld: true, words: reason }),
  'GET /call-back/follow-ups': nothing,
  'POST /call-back/follow-ups/:followUpId': {
    request: ({ fixtures }) => ({
      params: { followUpId: fixtures.followUp },
      body: { stillSolved: true },
    }),
  },
  'GET /auto-dispatch': nothing,
  'GET /auto-dispatch/today': nothing,
  'POST /auto-dispatch/switch': { request: () => ({ body: { isOn: true, reason } }) },
  'POST /auto-dispatch/bar': {
    request: () => ({ body: { barPermille: 990, surePermille: 990, reason } }),
  },
  'POST /auto-dispatch/matters/:matter': {
    request: () => ({
      params: { matter: matterCode },
      body: { isOff: true, barPermille: null, reason },
    }),
  },
  'POST /releases': {
    request: () => ({ body: { filters: {}, purpose: reason, recipient: reason } }),
  },
  'GET /releases': nothing,
  'GET /releases/:releaseId': onRelease(undefined),
  'GET /releases/:releaseId/next': onRelease(undefined),
  'POST /releases/:releaseId/texts/:no/check': onRelease({ removals: [] }),
  'POST /releases/:releaseId/withdraw': onRelease({ reason }),
  'GET /releases/:releaseId/file': {
    request: ({ fixtures }) => ({
      params: { releaseId: fixtures.release },
      query: { as: 'xlsx' },
    }),
  },
  'GET /learning/models': nothing,
  'GET /learning/models/:kind/figures': {
    request: () => ({ params: { kind: 'type' } }),
  },
  'POST /learning/models/:kind/retrain': {
    request: () => ({ params: { kind: 'type' } }),
  },
  'POST /learning/versions/:versionId/put-in-use': {
    request: ({ fixtures }) => ({ params: { versionId: fixtures.version }, body: { reason } }),
  },
  'GET /warnings': nothing,
  'GET /warnings/forecast': nothing,
  'GET /warnings/:warningId': onWarning(undefined),
  'POST /warnings/:warningId/look': onWarning({}),
  'POST /warnings/:warningId/dismiss': onWarning({ dismissedAs: 'known', note: '' }),
  'POST /warnings/:warningId/act': onWarning({ note: reason }),
  'POST /issues/:issueId/link': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { issueId: fixtures.companion.issueId },
      body: { orderId: order.orderId, reason },
    }),
  },
  'GET /issues/proposals/:orderId': {
    stage: 'working',
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
  'GET /issues/:issueId/proposals': {
    stage: 'working',
    request: ({ order }) => ({ params: { issueId: order.issueId } }),
  },
  'POST /issues/:issueId/confirm': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { issueId: fixtures.companion.issueId },
      body: { orderIds: [order.orderId] },
    }),
  },
  'POST /issues/:issueId/reject': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { issueId: fixtures.companion.issueId },
      body: { orderId: order.orderId, why: 'other-place' },
    }),
  },
  'POST /issues/:issueId/reopen': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { issueId: fixtures.companion.issueId },
      body: { orderId: order.orderId },
    }),
  },
  'POST /issues/:issueId/split': {
    stage: 'working',
    request: ({ order }) => ({
      params: { issueId: order.issueId },
      body: { orderIds: [order.orderId], reason },
    }),
  },
  'POST /issues/:issueId/undo': {
    stage: 'working',
    request: ({ order, fixtures }) => ({
      params: { issueId: order.issueId },
      body: { orderId: order.orderId, backTo: fixtures.companion.issueId },
    }),
  },
  'POST /issues/:issueId/unlink': {
    stage: 'working',
    request: ({ order }) => ({
      params: { issueId: order.issueId },
      body: { orderId: order.orderId, reason },
    }),
  },
  'GET /insight/today': nothing,
  'GET /indicators': nothing,
  'GET /indicators/figures': { request: () => ({ query: figuresOf }) },
  'GET /indicators/groups': {
    request: () => ({ query: { ...figuresOf, figure: 'K32', by: 'unit' } }),
  },
  'GET /indicators/cell': {
    request: () => ({ query: { ...figuresOf, figure: 'K32', part: 'denominator' } }),
  },
  'POST /indicators/rebuild': nothing,
  'GET /twins/messages': nothing,
  'POST /twins/messages/:messageId/answer': {
    request: ({ fixtures }) => ({
      params: { messageId: fixtures.messageToRequester },
      body: { text: '1 2 3' },
    }),
  },
  'POST /dispatch/:orderId/assignments/:assignmentId/recall': {
    stage: 'working',
    request: (about) => ({
      params: { orderId: about.order.orderId, assignmentId: childOf(about) },
      body: { reason },
    }),
  },
};

/** What the person's unit passed down; where it passed nothing, what somebody else did. */
function childOf(about: Parameters<typeof dutyOf>[0]): string {
  const own = dutyOf(about);
  const { duties } = about.order;
  const child = duties.find(({ parent_id }) => parent_id === own.id);
  return (child ?? duties.find(({ parent_id }) => parent_id !== null) ?? own).id;
}
