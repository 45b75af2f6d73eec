import { ConfigProvider, theme as antdTheme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cspNonce } from "./csp-nonce.ts";
import { antdTokens } from "./theme.ts";
import { useTheme } from "./theme-context.tsx";

/** Dresses antd components in our tokens and language; wrap it around the part of a room that uses them. */
export function AntdTheme({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const { i18n } = useTranslation();
  const base = theme === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  const nonce = cspNonce();
  return (
    <ConfigProvider
      locale={i18n.language === "en" ? enUS : zhCN}
      theme={{ algorithm: [base, antdTheme.compactAlgorithm], token: antdTokens(theme) }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
