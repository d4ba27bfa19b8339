import type { ThemeConfig } from 'antd';

/** Calm, readable for a whole shift; every text colour here keeps 4.5 : 1 on its ground. */
export const colours = {
  primary: '#14557f',
  ink: '#1c2733',
  inkSoft: '#4d5b68',
  line: '#d5dce2',
  ground: '#f3f5f7',
  danger: '#b3261e',
  warning: '#8a4b00',
  good: '#1d6b3f',
} as const;

/** The class every part of antd carries. */
export const styleName = 'app';

export const theme: ThemeConfig = {
  // Made when the pages are built (antd-css.ts).
  zeroRuntime: true,
  cssVar: { key: styleName },
  hashed: false,
  token: {
    colorPrimary: colours.primary,
    colorInfo: colours.primary,
    colorLink: colours.primary,
    colorText: colours.ink,
    colorTextSecondary: colours.inkSoft,
    colorTextTertiary: '#5c6a77',
    colorTextDescription: '#5c6a77',
    colorTextPlaceholder: '#6b7885',
    // Also the days of another month in a calendar, which must still be readable.
    colorTextDisabled: '#66727f',
    colorError: colours.danger,
    colorWarning: colours.warning,
    colorSuccess: colours.good,
    colorWarningBg: '#fff4e2',
    colorWarningBorder: '#e0b36a',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#e7a29c',
    colorSuccessBg: '#e7f4ec',
    colorSuccessBorder: '#9bcfb0',
    colorInfoBg: '#e9f1f7',
    colorInfoBorder: '#a9c6da',
    colorBgLayout: colours.ground,
    colorBorder: '#8a97a3',
    colorBorderSecondary: colours.line,
    fontSize: 15,
    borderRadius: 6,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Tabs: { horizontalMargin: '0 0 8px 0' },
    Drawer: { paddingLG: 20 },
  },
};

export const themeWith = (token: { motion: boolean }): ThemeConfig => ({
  ...theme,
  token: { ...theme.token, ...token },
});
