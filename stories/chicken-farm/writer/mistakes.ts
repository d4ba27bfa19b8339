import type { Random } from './farms.ts';

/** 错别字: what a hurried thumb or a speech-to-text keyboard makes of it. */
const slips: readonly (readonly [string, string])[] = [
  ['场', '厂'],
  ['污水', '无水'],
  ['排', '牌'],
  ['养鸡', '养机'],
  ['鸡场', '机场'],
  ['粪', '份'],
  ['直接', '直结'],
  ['臭', '嗅'],
  ['水', '氺'],
  ['的', '得'],
  ['溪', '西'],
  ['已经', '己经'],
  ['反映', '反应'],
  ['处理', '出理'],
  ['鸡屎', '鸡使'],
  ['没有', '木有'],
];

/** One or two slips in some appeals, marks of speech left out in others. */
export function mistaken(random: Random, text: string): string {
  let said = text;
  for (let left = random() < 0.14 ? 1 + Math.floor(random() * 2) : 0; left > 0; left -= 1) {
    const fitting = slips.filter(([right]) => said.includes(right));
    const slip = fitting[Math.floor(random() * fitting.length)];
    if (slip) said = said.replace(slip[0], slip[1]);
  }
  if (random() < 0.08) said = said.replaceAll(',', ' ').replaceAll('。', '');
  if (random() < 0.05) said = doubled(said, random);
  return said;
}

function doubled(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  return `${text.slice(0, at)}${text.charAt(at)}${text.slice(at)}`;
}
