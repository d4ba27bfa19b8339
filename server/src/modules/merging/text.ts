export const text = {
  masterGone: '主办工单已由其诉求人撤回,本件单独办理。',
};
