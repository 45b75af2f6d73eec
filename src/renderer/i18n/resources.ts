import { errors as errorsEn } from "./en/errors.ts";
import { grid as gridEn } from "./en/grid.ts";
import { library as libraryEn } from "./en/library.ts";
import { scenario as scenarioEn } from "./en/scenario.ts";
import { settings as settingsEn } from "./en/settings.ts";
import { shell as shellEn } from "./en/shell.ts";
import { errors } from "./zh-CN/errors.ts";
import { grid } from "./zh-CN/grid.ts";
import { library } from "./zh-CN/library.ts";
import { scenario } from "./zh-CN/scenario.ts";
import { settings } from "./zh-CN/settings.ts";
import { shell } from "./zh-CN/shell.ts";

const zhCN = { shell, library, grid, scenario, settings, errors };
const en = {
  shell: shellEn,
  library: libraryEn,
  grid: gridEn,
  scenario: scenarioEn,
  settings: settingsEn,
  errors: errorsEn,
};

/** All strings that a reader can see, by language and room. */
export const resources = { "zh-CN": zhCN, en } as const;

/** The first language, whose keys the compiler holds the others and every call to. */
export type FirstLanguage = typeof zhCN;

/** A language of the interface. */
export type Locale = keyof typeof resources;
