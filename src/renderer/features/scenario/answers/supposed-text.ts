import type { Supposed } from "#core/report/answer.ts";
import { settingNumber } from "#core/scenario/setting-text.ts";
import type { Words } from "../charts/scenario-chart.ts";

/** What is supposed, as part of a sentence; the series itself goes without its name. */
export function supposedText(supposed: Supposed, own: string, t: Words): string {
  const name = supposed.name === own ? t("supposed.own") : supposed.name;
  const { unit, share, parameter, setting } = supposed;
  const value = settingNumber(supposed, setting);
  if (parameter === "delta" && share) return t("supposed.deltaShare", { name, value });
  return t(`supposed.${parameter}`, { name, value, unit });
}
