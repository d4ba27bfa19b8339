import { z } from 'zod';
import { route } from './route.ts';
import { done, fileView, id, infoRequest, instant, point, supplement } from './shapes.ts';
import { measureKinds } from './words/assignment.ts';
import { removalKinds } from './words/release.ts';

const assignmentParams = z.object({ orderId: id, assignmentId: id });

export const sign = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/sign',
  summary: 'Sign in (签收/接单)',
  params: assignmentParams,
  reply: z.object({ isLate: z.boolean() }),
});

export const contact = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/contact',
  summary:
    'First and later contacts with the requester; the platform places the call, the number stays masked',
  params: assignmentParams,
  body: z.object({ reached: z.boolean(), note: z.string().trim().max(1000).default('') }),
  reply: done,
});

export const arrive = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/arrive',
  summary: 'On the scene (到场), with a photo that carries time and place',
  params: assignmentParams,
  body: z.object({ at: point.optional(), fileIds: z.array(id).max(9).default([]) }),
  reply: done,
});

/** Somebody sees that the danger is gone: stops “acceptance to repaired”. */
export const markFixed = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/fixed',
  summary: 'The danger is removed (已修复)',
  params: assignmentParams,
  body: z.object({ fileIds: z.array(id).max(9).default([]) }),
  reply: z.object({ minutesFromAcceptance: z.number() }),
});

export const writeStageReport = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/stage-report',
  summary:
    'Stage report of a long order (阶段报告): done so far, next, by when; maybe a sentence for the requester',
  params: assignmentParams,
  body: z.object({
    content: z.string().trim().min(4).max(1000),
    /** 告诉诉求人: sent to the requester as it stands; left empty, only unit and centre read the report. */
    forRequester: z.string().trim().max(200).default(''),
  }),
  reply: z.object({ nextDueAt: instant.nullable() }),
});

export const askInfo = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/ask-info',
  summary: 'Ask for missing information (at most twice); the clock pauses',
  params: assignmentParams,
  body: z.object({ question: z.string().trim().min(2).max(1000) }),
  reply: done,
});

export const giveInfo = route({
  method: 'POST',
  path: '/handling/:orderId/give-info',
  summary: 'The centre got the information from the requester',
  params: z.object({ orderId: id }),
  body: z.object({
    content: z.string().trim().min(2).max(3000),
    fileIds: z.array(id).max(9).default([]),
  }),
  reply: done,
});

export const replyForm = z.object({
  isTrue: z.enum(['true', 'partly', 'not-true']),
  isSolved: z.enum(['solved', 'partly', 'not-solved']),
  unsolvedReason: z.string().trim().max(1000).default(''),
  /** 办理情况: inside words for the centre. */
  process: z.string().trim().min(4).max(5000),
  /** 公开答复: what the citizen reads. */
  publicAnswer: z.string().trim().min(4).max(5000),
  basis: z.string().trim().max(1000).default(''),
  measures: z
    .array(z.object({ kind: z.enum(measureKinds), what: z.string().trim().min(2).max(500) }))
    .max(20)
    .default([]),
  assetChanges: z
    .array(
      z.object({
        what: z.string().trim().min(2).max(200),
        count: z.number().int().min(1).max(100000),
        place: z.string().trim().max(200),
        at: point.optional(),
      }),
    )
    .max(20)
    .default([]),
  evidence: z
    .array(z.object({ code: z.string().max(40), fileId: id }))
    .max(30)
    .default([]),
});

export const submit = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/submit',
  summary: 'Hand in the result (提交); serious orders then wait for the leader’s signature',
  params: assignmentParams,
  body: replyForm,
  reply: z.object({ state: z.enum(['to-sign-off', 'submitted', 'done']) }),
});

export const signOff = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/sign-off',
  summary: 'The unit leader signs the result of a serious order, or sends it back',
  params: assignmentParams,
  body: z.object({ agreed: z.boolean(), note: z.string().trim().max(1000).default('') }),
  reply: done,
});

const orderParams = z.object({ orderId: id });
export const approveReply = route({
  method: 'POST',
  path: '/review/:orderId/approve',
  summary: 'The reply answers the point and has its evidence: on to the call-back',
  params: orderParams,
  body: z.object({
    publicAnswer: z.string().trim().max(5000).optional(),
  }),
  reply: done,
});
export const checkAnswer = route({
  method: 'POST',
  path: '/review/:orderId/check-answer',
  summary: 'What in a public answer names a person or leads to one, the requester apart',
  params: orderParams,
  body: z.object({ publicAnswer: z.string().max(5000) }),
  reply: z.object({
    found: z.array(z.object({ kind: z.enum(removalKinds), words: z.string() })),
  }),
});
export const rejectReply = route({
  method: 'POST',
  path: '/review/:orderId/reject',
  summary: 'Back to the unit: template answer, point not answered, evidence missing',
  params: orderParams,
  body: z.object({
    reason: z.enum(['template', 'not-to-the-point', 'evidence-missing', 'wrong-fact', 'other']),
    note: z.string().trim().min(2).max(1000),
  }),
  reply: done,
});

/** One-time link of a front-line worker: token from the SMS, code read from the same SMS. */
export const openLink = route({
  method: 'POST',
  path: '/front-line/open',
  summary: 'Open a one-time link; the answer is a short session for this one duty',
  body: z.object({ token: z.string().min(20).max(300), code: z.string().regex(/^\d{6}$/) }),
  reply: z.object({ token: z.string(), orderId: id, assignmentId: id, expiresAt: instant }),
});
export const sendLink = route({
  method: 'POST',
  path: '/handling/:orderId/assignments/:assignmentId/link',
  summary: 'Send the duty phone a one-time link for this duty',
  params: assignmentParams,
  reply: done,
});

/** What a handler sees of one duty: no requester, text for units. */
export const dutyView = route({
  method: 'GET',
  path: '/handling/:orderId/assignments/:assignmentId',
  summary: 'One duty, ready for the phone page and the unit desk',
  params: assignmentParams,
  reply: z.object({
    orderId: id,
    assignmentId: id,
    orderNo: z.string(),
    state: z.string(),
    role: z.string(),
    urgency: z.string(),
    title: z.string(),
    content: z.string(),
    note: z.string(),
    matterName: z.string(),
    areaName: z.string(),
    address: z.string(),
    point: point.nullable(),
    unitName: z.string(),
    sentAt: instant,
    signDueAt: instant.nullable(),
    contactDueAt: instant.nullable(),
    dueAt: instant.nullable(),
    /** 阶段报告: when the next one is due; null where the class of limits asks for none. */
    stageReportDueAt: instant.nullable(),
    arrivedAt: instant.nullable(),
    fixedAt: instant.nullable(),
    evidence: z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() })),
    asksMeasures: z.boolean(),
    asksAssetChanges: z.boolean(),
    mustContact: z.boolean(),
    needsSignOff: z.boolean(),
    /** 专人专办: only those named for it read this duty. */
    isEntrusted: z.boolean(),
    abilities: z.array(z.string()),
    others: z.array(
      z.object({
        unitName: z.string(),
        role: z.string(),
        state: z.string(),
        arrivedAt: instant.nullable(),
        firstPhotoId: id.nullable(),
      }),
    ),
    infoRequests: z.array(infoRequest),
    supplements: z.array(supplement),
    replies: z.array(
      z.object({
        at: instant,
        unitName: z.string(),
        isSolved: z.string(),
        publicAnswer: z.string(),
        process: z.string(),
      }),
    ),
    files: z.array(fileView),
  }),
});

export const handlingRefusals = {
  'handling.evidence-missing': [422, '请先上传“{label}”再提交。'],
  'handling.same-picture': [
    422,
    '“整改前”和“整改后”用了同一张照片,请换成整改之后重新拍的照片再提交。',
  ],
  'handling.measures-missing': [422, '请至少填写一项措施(人防/物防/技防/制度)。'],
  'handling.reason-missing': [422, '未解决的请说明原因。'],
  'handling.no-stage-report': [409, '这件工单的时限类别不用写阶段报告,请办结后直接提交答复。'],
  'handling.stage-report-names-person': [
    422,
    '告诉诉求人的话会用短信发出,请去掉其中的个人信息:{found}。',
  ],
  'handling.info-twice': [409, '补充信息最多两次,已经用完。'],
  'handling.children-open': [409, '下级“{unit}”还没有提交,请先等其办结或收回。'],
  'handling.not-yours': [403, '这项任务不在您的单位。'],
  'handling.contact-first': [409, '请先联系诉求人再提交。'],
  'handling.link-secret': [409, '专人专办的工单不能用一次性链接办理,请由被指定的办理人登录办理。'],
  'handling.link-invalid': [410, '链接无效或已使用,请向派单单位重新索取。'],
  'handling.link-expired': [410, '链接已过期,请向派单单位重新索取。'],
  'handling.link-code': [403, '验证码不正确,还可以试 {left} 次。'],
} as const;
