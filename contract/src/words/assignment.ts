/**
 * 承办任务状态. `to-sign-off`: the answer of a serious order waits for the unit leader's signature; `return-to-sign`: so
 * does a request to return it. `return-asked`: the request is signed and waits for the ruling; the unit still answers.
 */
export const assignmentStates = [
  'sent',
  'signed',
  'contacted',
  'delegated',
  'to-sign-off',
  'return-to-sign',
  'return-asked',
  'parked',
  'submitted',
  'done',
  'revoked',
  'returned',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];
export const assignmentStateLabel: Record<AssignmentState, string> = {
  sent: '待签收',
  signed: '已签收',
  contacted: '已联系',
  delegated: '已下派',
  'to-sign-off': '待签批',
  'return-to-sign': '退单待签',
  'return-asked': '退单待裁定',
  parked: '挂账中',
  submitted: '已提交',
  done: '已办结',
  revoked: '已收回',
  returned: '已退单',
};

/** Still somebody's duty, whether worked at or done: neither taken back nor returned. */
export const isStanding = (state: AssignmentState): boolean =>
  state !== 'revoked' && state !== 'returned';

/** 承办角色. A delegate acts for its parent assignment; the parent stays responsible. */
export const assignmentRoles = ['lead', 'assist', 'linkage', 'copy', 'delegate'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];
export const assignmentRoleLabel: Record<AssignmentRole, string> = {
  lead: '主办',
  assist: '协办',
  linkage: '联动',
  copy: '抄送',
  delegate: '下派',
};

/** 措施类型: the four kinds of measure a reply names (domain HC1). */
export const measureKinds = ['people', 'things', 'technology', 'rules'] as const;
export type MeasureKind = (typeof measureKinds)[number];
export const measureKindLabel: Record<MeasureKind, string> = {
  people: '人防',
  things: '物防',
  technology: '技防',
  rules: '制度',
};

export const unitKinds = [
  'city',
  'centre',
  'department',
  'enterprise',
  'police',
  'county',
  'county-department',
  'township',
  'village',
  'team',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** 附件用途. */
export const filePurposes = ['appeal', 'arrival', 'before', 'after', 'evidence'] as const;
export type FilePurpose = (typeof filePurposes)[number];
export const filePurposeLabel: Record<FilePurpose, string> = {
  appeal: '诉求附件',
  arrival: '到场照片',
  before: '整改前',
  after: '整改后',
  evidence: '办理证据',
};

/** What an item of a matter's evidence list is a picture of: the code says it. */
export function evidencePurpose(code: string): FilePurpose {
  if (/before/.test(code)) return 'before';
  return /after/.test(code) ? 'after' : 'evidence';
}

/** A picture every browser of ours can show; HEIC is not one. */
export const showsInPage = (mime: string): boolean => /^image\/(jpeg|png|webp)$/.test(mime);
