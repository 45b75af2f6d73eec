import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { antdThemeConfig } from "./antd-tokens.ts";
import { cspNonce } from "./csp-nonce.ts";
import { useTheme } from "./theme-context.tsx";

/** Dresses antd components in our tokens and language; wrap it around the part of a room that uses them. */
export function AntdTheme({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const { i18n } = useTranslation();
  const config = useMemo(() => antdThemeConfig(theme), [theme]);
  const nonce = cspNonce();
  return (
    <ConfigProvider
      locale={i18n.language === "en" ? enUS : zhCN}
      theme={config}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
