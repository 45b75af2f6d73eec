import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type FirstLanguage, type Locale, resources } from "./resources.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: FirstLanguage;
    returnNull: false;
  }
}

/** Makes the strings of one page; switching later is `changeLanguage`, without a restart. */
export function createI18n(locale: Locale): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: "zh-CN",
    supportedLngs: Object.keys(resources),
    resources,
    ns: Object.keys(resources["zh-CN"]),
    defaultNS: "shell",
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
