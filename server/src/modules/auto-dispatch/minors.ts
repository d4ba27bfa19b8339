/**
 * 涉及未成年人: words that say a child is, or may be, the subject or the requester. Meant to hear too much: a person
 * looks at what was held back in vain, nobody would at what slipped through (个人信息保护法 28–31).
 */
const words =
  /未成年|儿童|少年|孩子|小孩|男孩|女孩|婴儿|婴幼|幼儿|宝宝|女娃|男娃|娃娃|孙子|孙女|学生|同学|小学|初中|高中|中学|中小学|幼儿园|托儿|托育|早教|入学|学籍|校园|校车|学校|班主任|补课|家长|监护人|(?<!\d)(?:1[0-7]|[1-9])(?:周)?岁|(?<!十)[一二三四五六七八九]岁|(?<![二三四五六七八九])十[一二三四五六七]?岁|初[一二三]|高[一二三](?![点些倍])|[一二三四五六]年级/;

/** Matters of schools and of protecting the young, by their names in the tree. */
const matterWords = /教育|未成年|儿童|幼|入学|校/;

export const speaksOfMinors = (text: string): boolean => words.test(text);

export const isMatterOfMinors = (names: readonly string[]): boolean =>
  names.some((name) => matterWords.test(name));

/** 举报或线索 beside the type: somebody tells on somebody. */
export const speaksOfClue = (text: string): boolean => /举报|检举|线索|匿名信|揭发/.test(text);
