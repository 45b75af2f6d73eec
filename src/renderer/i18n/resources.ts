import { assumption as assumptionEn } from "./en/assumption.ts";
import { answers as answersEn } from "./en/answers.ts";
import { beside as besideEn } from "./en/beside.ts";
import { charts as chartsEn } from "./en/charts.ts";
import { compare as compareEn } from "./en/compare.ts";
import { drafting as draftingEn } from "./en/drafting.ts";
import { errors as errorsEn } from "./en/errors.ts";
import { examples as examplesEn } from "./en/examples.ts";
import { gallery as galleryEn } from "./en/gallery.ts";
import { grid as gridEn } from "./en/grid.ts";
import { history as historyEn } from "./en/history.ts";
import { library as libraryEn } from "./en/library.ts";
import { report as reportEn } from "./en/report.ts";
import { safety as safetyEn } from "./en/safety.ts";
import { scenario as scenarioEn } from "./en/scenario.ts";
import { settings as settingsEn } from "./en/settings.ts";
import { shell as shellEn } from "./en/shell.ts";
import { source as sourceEn } from "./en/source.ts";
import { studio as studioEn } from "./en/studio.ts";
import { assumption } from "./zh-CN/assumption.ts";
import { answers } from "./zh-CN/answers.ts";
import { beside } from "./zh-CN/beside.ts";
import { charts } from "./zh-CN/charts.ts";
import { compare } from "./zh-CN/compare.ts";
import { drafting } from "./zh-CN/drafting.ts";
import { errors } from "./zh-CN/errors.ts";
import { examples } from "./zh-CN/examples.ts";
import { gallery } from "./zh-CN/gallery.ts";
import { grid } from "./zh-CN/grid.ts";
import { history } from "./zh-CN/history.ts";
import { library } from "./zh-CN/library.ts";
import { report } from "./zh-CN/report.ts";
import { safety } from "./zh-CN/safety.ts";
import { scenario } from "./zh-CN/scenario.ts";
import { settings } from "./zh-CN/settings.ts";
import { shell } from "./zh-CN/shell.ts";
import { source } from "./zh-CN/source.ts";
import { studio } from "./zh-CN/studio.ts";

const zhCN = {
  shell,
  library,
  drafting,
  grid,
  compare,
  beside,
  charts,
  gallery,
  answers,
  examples,
  scenario,
  assumption,
  report,
  history,
  settings,
  source,
  studio,
  safety,
  errors,
};
const en = {
  shell: shellEn,
  library: libraryEn,
  drafting: draftingEn,
  grid: gridEn,
  compare: compareEn,
  beside: besideEn,
  charts: chartsEn,
  gallery: galleryEn,
  answers: answersEn,
  examples: examplesEn,
  scenario: scenarioEn,
  assumption: assumptionEn,
  report: reportEn,
  history: historyEn,
  settings: settingsEn,
  source: sourceEn,
  studio: studioEn,
  safety: safetyEn,
  errors: errorsEn,
};

/** All strings that a reader can see, by language and room. */
export const resources = { "zh-CN": zhCN, en } as const;

/** The first language, whose keys the compiler holds the others and every call to. */
export type FirstLanguage = typeof zhCN;

/** A language of the interface. */
export type Locale = keyof typeof resources;
