/** Second factor, sessions, rules of sign-in. */
export const signInFieldLabel = {
  factorRoles: '须二次验证的岗位',
  confirmsGrants: '授权是否复核',
  idleMinutes: '闲置多久退出',
  sessionHours: '最长登录多久',
  askId: '待复核的授权',
  waits: '只看授权待复核的',
  sessionId: '登录的地方',
  fromOn: '起始日期',
  changesOnly: '只看办理',
  refusedOnly: '只看被拒绝的',
  word: '动作',
  object: '对象',
} as const;
