/** What one duty may allow, as the server names it; the buttons are exactly these. */
const dutyAbilities = [
  'sign',
  'contact',
  'arrive',
  'fixed',
  'ask-info',
  'delegate',
  'link',
  'stage-report',
  'submit',
  'sign-off',
  'extend',
  'suspend',
  'park',
  'ask-return',
  'sign-return',
  'withdraw-return',
] as const;
export type DutyAbility = (typeof dutyAbilities)[number];
