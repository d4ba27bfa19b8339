/** Second factor, sessions, rules of sign-in. */
export const signInFieldLabel = {
  factorRoles: '须二次验证的岗位',
  confirmsGrants: '授权是否复核',
  idleMinutes: '闲置多久退出',
  sessionHours: '最长登录多久',
  sessionId: '登录的地方',
  fromOn: '起始日期',
  refusedOnly: '只看被拒绝的',
  word: '动作',
  object: '对象',
} as const;
