import "i18next";
import type { FirstLanguage } from "./resources.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: FirstLanguage;
    returnNull: false;
  }
}
