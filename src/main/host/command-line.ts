import { err, ok, type Result } from "#core/result.ts";

/** The options that both shells understand. */
export interface CommandLine {
  readonly smoke: boolean;
  readonly dataDir: string | null;
  readonly browser: string | null;
  /** Where the smoke run puts its picture; for pictures of other rooms the last four are there too. */
  readonly out: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly theme: "light" | "dark" | null;
  readonly locale: "zh-CN" | "en" | null;
  readonly room: string | null;
}

/** An option that is unknown, lacks its value, or has a value it does not take. */
export interface CommandLineError {
  readonly kind: "bad-option";
  readonly option: string;
}

/** The options that take a value. */
export const VALUE_OPTIONS = [
  "--data-dir",
  "--browser",
  "--out",
  "--size",
  "--theme",
  "--locale",
  "--room",
] as const;

/** Reads the arguments behind the program's name; `--option value` and `--option=value` are the same. */
export function parseCommandLine(words: readonly string[]): Result<CommandLine, CommandLineError> {
  const values = new Map<string, string>();
  let smoke = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [name, attached] = splitOption(word);
    if (name === "--smoke" && attached === undefined) smoke = true;
    else if (isValueOption(name)) {
      const value = attached ?? words[(index += 1)];
      if (value === undefined || value === "") return err({ kind: "bad-option", option: word });
      values.set(name, value);
    } else return err({ kind: "bad-option", option: word });
  }
  return checkedValues(smoke, values);
}

function checkedValues(
  smoke: boolean,
  values: ReadonlyMap<string, string>,
): Result<CommandLine, CommandLineError> {
  const text = (name: (typeof VALUE_OPTIONS)[number]): string | null => values.get(name) ?? null;
  const sizeText = text("--size");
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(sizeText ?? "") ?? [];
  const theme = text("--theme");
  const locale = text("--locale");
  const bad = (option: string) => err({ kind: "bad-option" as const, option });
  if (sizeText !== null && width === undefined) return bad(`--size ${sizeText}`);
  if (theme !== null && theme !== "light" && theme !== "dark") return bad(`--theme ${theme}`);
  if (locale !== null && locale !== "zh-CN" && locale !== "en") return bad(`--locale ${locale}`);
  return ok({
    smoke,
    dataDir: text("--data-dir"),
    browser: text("--browser"),
    out: text("--out"),
    size: sizeText === null ? null : { width: Number(width), height: Number(height) },
    theme,
    locale,
    room: text("--room"),
  });
}

function splitOption(word: string): [string, string | undefined] {
  const equals = word.indexOf("=");
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function isValueOption(name: string): name is (typeof VALUE_OPTIONS)[number] {
  return VALUE_OPTIONS.some((option) => option === name);
}
