/** 时区: all of China keeps one official time, whatever hours its offices keep. */
export const officialZone = 'Asia/Shanghai';
