import { type ThemeConfig, theme as antdTheme } from "antd";
import { FONT_UI, SIZES, TOKENS, type ThemeName } from "./theme.ts";

type Algorithm = Exclude<ThemeConfig["algorithm"], readonly unknown[] | undefined>;

/** The theme of antd components: our colours and the compact sizes of the design, 13 px and 26 px controls. */
export function antdThemeConfig(theme: ThemeName): ThemeConfig {
  const t = TOKENS[theme];
  const base = theme === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  // antd derives shades of a colour; ours are chosen for their contrast and stay as they are.
  const exact: Algorithm = (seed, derived) => ({
    ...(derived ?? base(seed)),
    colorPrimary: t.accent,
    colorPrimaryHover: t.accent,
    colorPrimaryActive: t.accent,
    colorPrimaryBg: t.accentWeak,
    colorPrimaryBgHover: t.accentWeak,
    colorError: t.error,
    colorErrorBg: t.errorWeak,
    colorErrorHover: t.error,
    colorWarning: t.warn,
    colorBorder: t.control,
    colorBorderSecondary: t.line,
    colorText: t.text1,
    colorTextSecondary: t.text2,
    colorTextTertiary: t.text3,
    colorTextQuaternary: t.text3,
    colorBgContainer: t.surface,
    colorBgElevated: t.surface,
    colorBgLayout: t.bg,
  });
  return {
    algorithm: [base, exact],
    token: {
      colorPrimary: t.accent,
      colorError: t.error,
      colorWarning: t.warn,
      colorBgBase: t.surface,
      colorTextBase: t.text1,
      colorTextLightSolid: t.onAccent,
      fontFamily: FONT_UI,
      fontSize: SIZES.body,
      controlHeight: SIZES.control,
      borderRadius: 3,
      controlOutlineWidth: 2,
      motion: false,
    },
    components: { Radio: { buttonCheckedBg: t.accentWeak, buttonPaddingInline: 10 } },
  };
}
