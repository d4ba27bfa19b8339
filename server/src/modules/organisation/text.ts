/** Words every page of a citizen shows before it asks for anything. */
export const organisationText = {
  privacyNotice: (hotlineName: string) =>
    `${hotlineName}收集您填写的内容、联系电话和位置,只用于受理、办理、回访您的诉求。` +
    '电话和姓名加密保存,承办人员查看须说明用途并留有记录。' +
    '您可以不留姓名,也可以要求保密;不留电话也能提交,凭单号和查询码查看进度。' +
    '您可以随时要求查询、更正或删除个人信息。',
} as const;
