import { testPassword, units } from './people.ts';
import { namesOrder, nothing, onOrder, type Probe, type Probes } from './probe.ts';
import { sheetNames } from './sheet-names.ts';

const matter = '020103';
const byCode = ({ order }: { order: { orderNo: string; queryCode: string } }) => ({
  orderNo: order.orderNo,
  code: order.queryCode,
});

const onAccount = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { accountId: fixtures.someAccount }, body }),
});

const onAsk = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({
    params: { accountId: fixtures.someAccount, askId: fixtures.someAccount },
    body,
  }),
});

const asJson: Probe = { request: () => ({ params: { format: 'json' } }) };

/** Reading, searching, the city's data, accounts, and what needs no account. */
export const openProbes: Probes = {
  'GET /orders/:orderId': onOrder('working'),
  'GET /orders/:orderId/timeline': onOrder('working'),
  'GET /orders/:orderId/notices': onOrder('working'),
  'GET /orders/:orderId/clocks': onOrder('working'),
  'POST /orders/:orderId/people': onOrder('working', { purpose: 'contact' }),
  'POST /orders/:orderId/notes': onOrder('working', { content: '内部备注。' }),
  'POST /orders/:orderId/erase-person': onOrder('working', { reason: '依本人申请删除' }),
  'GET /orders': {
    stage: 'working',
    request: ({ order }) => ({ query: { q: order.orderNo } }),
    shows: namesOrder,
  },
  'POST /orders/export': {
    stage: 'working',
    request: ({ order }) => ({ body: { filters: { q: order.orderNo }, purpose: '权限测试' } }),
    shows: (bytes, { order }) => sheetNames(bytes, order.orderNo),
  },
  'GET /issues/:issueId': {
    stage: 'working',
    request: ({ order }) => ({ params: { issueId: order.issueId } }),
    shows: namesOrder,
  },
  'GET /files/:fileId': {
    stage: 'working',
    request: ({ order }) => ({ params: { fileId: order.fileId } }),
  },
  'POST /files': { request: () => ({ upload: true }) },
  'POST /public/files': { request: () => ({ upload: true }) },
  'GET /linkage/figures': {
    request: () => ({ query: { from: '2026-05-01', until: '2026-05-31' } }),
  },
  'GET /linkage/orders/:orderId': onOrder('working'),
  'POST /linkage/orders/:orderId/clue': onOrder('working', {
    words: '有人扬言聚集。',
    risk: 'high',
  }),
  'GET /linkage/consultations/proposals': { request: () => ({}) },
  'GET /linkage/consultations': { request: () => ({}) },
  'POST /linkage/consultations': {
    stage: 'working',
    request: ({ order }) => ({
      body: {
        startsAt: '2099-01-05T01:00:00.000Z',
        place: '权限测试',
        units: [units.bureau],
        orderIds: [order.orderId],
      },
    }),
  },
  'POST /linkage/orders/:orderId/mediations': onOrder('working', {
    place: '权限测试',
    parties: [{ role: 'requester', count: 1 }],
    ours: '权限测试',
    theirs: '权限测试',
    result: 'agreed',
    words: '权限测试',
  }),
  'POST /linkage/rows': { request: () => ({ body: { list: 'to-110' } }) },
  'GET /desk/counters': nothing,
  'GET /desk/orders': {
    stage: 'working',
    request: () => ({ query: { desk: 'in-progress' } }),
    shows: namesOrder,
  },

  'POST /sign-in': { request: ({ fixtures }) => ({ body: fixtures.password }) },
  'POST /sign-out': { request: () => ({ body: {} }) },
  'GET /me': nothing,
  'GET /accounts': nothing,
  'POST /accounts': {
    request: () => ({
      body: {
        login: 'permissions-new',
        name: '权限测试',
        unit: '350600.zx',
        roles: ['reviewer'],
        narrowedTo: null,
        outsourced: false,
        phone: null,
      },
    }),
  },
  'PATCH /accounts/:accountId': onAccount({ roles: ['reviewer'] }),
  'POST /accounts/:accountId/lock': onAccount({}),
  'POST /accounts/:accountId/unlock': onAccount({}),
  'POST /accounts/:accountId/close': onAccount({}),
  'POST /accounts/:accountId/reset-password': onAccount({}),
  'GET /accounts/:accountId/keys': onAccount({}),
  'POST /accounts/:accountId/rights/:askId/confirm': onAsk({}),
  'POST /accounts/:accountId/rights/:askId/refuse': onAsk({ reason: '权限测试' }),
  'POST /own-second-factor': { request: () => ({ body: { code: '123456' } }) },
  'GET /own-second-factor': nothing,
  'POST /own-second-factor/begin': { request: () => ({ body: {} }) },
  'POST /own-second-factor/bind': { request: () => ({ body: { code: '123456' } }) },
  'POST /own-second-factor/unbind': { request: () => ({ body: { code: '123456' } }) },
  'POST /accounts/:accountId/reset-second-factor': onAccount({ reason: '手机遗失' }),
  'GET /own-sessions': nothing,
  'POST /own-sessions/:sessionId/end': {
    request: ({ fixtures }) => ({ params: { sessionId: fixtures.someAccount }, body: {} }),
  },
  'POST /own-sessions/end-others': { request: () => ({ body: {} }) },
  'GET /accounts/:accountId/sessions': onAccount({}),
  'POST /accounts/:accountId/sessions/end': onAccount({}),
  'GET /sign-in-rules': nothing,
  'PUT /sign-in-rules': {
    request: () => ({
      body: { factorRoles: [], confirmsGrants: false, idleMinutes: 60, sessionHours: 12 },
    }),
  },
  'GET /upkeep/troubles': nothing,
  'POST /upkeep/troubles/:troubleId/settle': {
    request: () => ({
      params: { troubleId: '019cac0f-2680-7042-b039-4ca1c9c9341a' },
      body: { how: 'again', words: '权限测试' },
    }),
  },
  'GET /audit/lines': {
    request: () => ({ query: { fromOn: '2026-03-02', untilOn: '2026-03-02' } }),
  },
  'GET /accounts/api-use': { request: () => ({ query: { month: '2026-03' } }) },
  'POST /accounts/api-use/export': {
    request: () => ({ body: { month: '2026-03', purpose: '权限测试' } }),
  },
  'POST /accounts/:accountId/keys': onAccount({
    name: '示例程序',
    scopes: ['open311:file'],
    perMinute: 60,
    perDay: 1000,
    lastOn: null,
  }),
  'POST /accounts/:accountId/keys/:keyId/end': {
    request: ({ fixtures }) => ({
      params: { accountId: fixtures.someAccount, keyId: fixtures.someAccount },
      body: {},
    }),
  },
  'GET /directory/ways': nothing,
  'GET /directory/oidc/start': nothing,
  'GET /directory/oidc/back': nothing,
  'POST /directory/sign-in': { request: ({ fixtures }) => ({ body: fixtures.password }) },
  'GET /directory/people': nothing,
  'POST /directory/people': {
    request: ({ fixtures }) => ({
      body: { accountId: fixtures.someAccount, source: 'ldap', directoryLogin: 'example' },
    }),
  },
  'POST /directory/people/:personId/end': {
    request: ({ fixtures }) => ({ params: { personId: fixtures.someAccount }, body: {} }),
  },
  'GET /directory/comparisons': nothing,
  'POST /directory/comparisons': { request: () => ({ body: {} }) },
  'POST /own-password': {
    request: () => ({ body: { current: testPassword, next: 'another one of ten letters 1' } }),
  },
  'GET /health': nothing,
  'GET /city': nothing,
  'GET /areas': nothing,
  'GET /matters': { request: () => ({ query: { q: '业委会' } }) },
  'GET /matters/:code': { request: () => ({ params: { code: matter } }) },
  'PUT /matters/:matter/fields': {
    request: () => ({
      params: { matter },
      body: {
        code: 'permissions_test',
        label: '权限测试',
        kind: 'text',
        choices: [],
        required: 'never',
        seenBy: 'all',
        help: '',
      },
    }),
  },
  'GET /dispositions': nothing,
  'GET /units': { request: () => ({ query: { q: '住建' } }) },
  'GET /lines': nothing,
  'GET /calendar': { request: () => ({ query: { year: '2026' } }) },
  'POST /calendar/corrections': {
    request: () => ({
      body: { on: '2026-03-04', kind: 'off', dayName: '台风停工', notice: '停工通告(示例)' },
    }),
  },
  'POST /calendar/corrections/:correctionId/decide': {
    request: ({ fixtures }) => ({
      params: { correctionId: fixtures.correction },
      body: { confirmed: false },
    }),
  },
  'GET /catalogue': { request: () => ({ query: { matter } }) },
  'GET /knowledge': { request: () => ({ query: { q: '社保' } }) },
  'POST /knowledge/:code/read': {
    request: ({ fixtures }) => ({ params: { code: fixtures.entry }, body: {} }),
  },

  'POST /public/appeals': {
    request: () => ({ body: { content: '示例小区门口路灯不亮。', noticeRead: true } }),
  },
  'POST /public/track': { stage: 'working', request: (about) => ({ body: byCode(about) }) },
  'POST /public/add': {
    stage: 'working',
    request: (about) => ({ body: { ...byCode(about), content: '补充一句话。' } }),
  },
  'POST /public/urge': { stage: 'working', request: (about) => ({ body: byCode(about) }) },
  'POST /public/withdraw': { stage: 'working', request: (about) => ({ body: byCode(about) }) },
  'GET /public/ledger': { request: () => ({}) },
  'GET /open311/v2/discovery.:format': asJson,
  'GET /open311/v2/services.:format': asJson,
  'GET /open311/v2/services/:document': {
    request: () => ({ params: { document: '010105.json' } }),
  },
  'GET /open311/v2/requests.:format': asJson,
  'GET /open311/v2/requests/:document': {
    request: () => ({ params: { document: '350600-20200101-000001.json' } }),
  },
  'GET /open311/v2/tokens/:document': { request: () => ({ params: { document: 'none.json' } }) },
  'POST /open311/v2/requests.:format': asJson,
  'POST /exchange/v1/messages': { request: () => ({ body: {} }) },
  'GET /exchange/v1/days/:day': { request: () => ({ params: { day: '2026-03-02' } }) },
  'GET /exchange/v1/health': { request: () => ({}) },
  'POST /exchange/v1/shares': { request: () => ({ body: {} }) },
  'GET /exchange/v1/shares/:ref/rows': { request: () => ({ params: { ref: 'none' } }) },
  'PUT /exchange/v1/files/:sha256': { request: () => ({ params: { sha256: 'none' }, body: {} }) },
  'POST /public/review': {
    stage: 'guided',
    request: (about) => ({ body: { ...byCode(about), reason: '补充一句话。' } }),
  },
  'POST /public/rate': {
    stage: 'call-back',
    request: (about) => ({
      body: {
        ...byCode(about),
        solved: 'solved',
        processRating: 'satisfied',
        resultRating: 'satisfied',
      },
    }),
  },
  'POST /front-line/open': { request: ({ fixtures }) => ({ body: fixtures.link }) },
};
