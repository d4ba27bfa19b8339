/** 脱敏: numbers that name a person are taken out of text a unit reads when the order is secret (domain D8, 2.11). */
export function withoutPeople(text: string): string {
  return text
    .replaceAll(
      /\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]/g,
      '〔证件号已隐去〕',
    )
    .replaceAll(/(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '〔电话已隐去〕')
    .replaceAll(/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, '〔电话已隐去〕');
}
