import type { Locale } from 'antd/es/locale';
import zhCN from 'antd/es/locale/zh_CN';

const calendar = zhCN.DatePicker;

/**
 * antd in Chinese. Its calendar names the year and month buttons apart from what stands on them, which a person who
 * speaks to the computer cannot say: here the words on the button are its name.
 */
export const locale: Locale = {
  ...zhCN,
  ...(calendar === undefined
    ? {}
    : { DatePicker: { ...calendar, lang: { ...calendar.lang, yearSelect: '', monthSelect: '' } } }),
};
