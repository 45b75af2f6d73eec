import fc from "fast-check";
import type { BridgeMethod } from "#bridge/desktop-bridge.ts";

/** A valid argument of a method and values that it must refuse; all of them can cross every shell's channel. */
export interface ArgumentCase {
  readonly valid: unknown;
  readonly wrong: fc.Arbitrary<unknown>;
}

const png = { kind: "png", suggestedName: "图", bytes: Uint8Array.of(1, 2, 3) };
const entry = { store: "main", sequence: 1, json: "{}" };

const json = fc.jsonValue({ maxDepth: 2 });
/** Anything that is no record at all. */
const noRecord = json.filter((value) => typeof value !== "object" || value === null || Array.isArray(value));
const something = json.map((value) => value ?? 0);
const withNul = fc.constantFrom("\0", "with \0 in it");

/** A record in which one field is missing, one is too much, or one has a value that it cannot have. */
function broken(
  valid: Readonly<Record<string, unknown>>,
  wrongFields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<unknown> {
  const names = Object.keys(valid);
  return fc.oneof(
    noRecord,
    fc
      .constantFrom(...names)
      .map((gone) => Object.fromEntries(Object.entries(valid).filter(([name]) => name !== gone))),
    fc
      .tuple(fc.string({ minLength: 1 }), json)
      .map(([name, value]) => ({ ...valid, [`extra ${name}`]: value })),
    ...Object.entries(wrongFields).map(([name, arbitrary]) =>
      arbitrary.map((value) => ({ ...valid, [name]: value })),
    ),
  );
}

const notIn = (...allowed: readonly unknown[]) => json.filter((value) => !allowed.includes(value));
const noText = json.filter((value) => typeof value !== "string");
const noBytes = json.filter((value) => !(value instanceof Uint8Array));
const noNumber = fc.oneof(
  fc.constantFrom<unknown>(0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "1", null),
  json.filter((value) => typeof value !== "number"),
);
const noStore = fc.constantFrom<unknown>(
  "",
  "../main",
  "a/b",
  "a\\b",
  ".hidden",
  "A",
  "主",
  "con",
  "nul",
  "a".repeat(65),
  1,
);

/** The cases of every method. */
export const ARGUMENT_CASES: Readonly<Record<BridgeMethod, ArgumentCase>> = {
  capabilities: { valid: undefined, wrong: something },
  readSettings: { valid: undefined, wrong: something },
  changeSettings: {
    valid: { theme: "dark" },
    wrong: fc.oneof(
      noRecord,
      notIn("zh-CN", "en").map((locale) => ({ locale })),
      notIn("system", "light", "dark").map((theme) => ({ theme })),
      fc
        .oneof(
          noText.filter((value) => value !== null),
          withNul,
          fc.constant(""),
        )
        .map((exportFolder) => ({ exportFolder })),
      notIn(true, false).map((tourDismissed) => ({ tourDismissed })),
      fc.tuple(fc.string({ minLength: 1 }), json).map(([name, value]) => ({ [`extra ${name}`]: value })),
      fc.constantFrom("relative/folder", ".", "..").map((exportFolder) => ({ exportFolder })),
    ),
  },
  chooseExportFolder: { valid: undefined, wrong: something },
  saveFile: {
    valid: png,
    wrong: broken(png, {
      kind: notIn("png", "svg"),
      suggestedName: fc.oneof(noText, withNul, fc.constant("长".repeat(501))),
      bytes: noBytes,
    }),
  },
  openFiles: {
    valid: ["text"],
    wrong: fc.oneof(
      json.filter((value) => !Array.isArray(value)),
      fc.constantFrom<unknown>([], ["text", "text"], [null], [["text"]], { 0: "text", length: 1 }),
      fc.array(notIn("text"), { minLength: 1 }),
      notIn("text").map((kind) => ["text", kind]),
    ),
  },
  revealFile: {
    valid: "00000000-0000-0000-0000-000000000000",
    wrong: fc.oneof(
      noText,
      fc.string().filter((text) => !/^[0-9a-f-]{8,64}$/.test(text)),
      fc.constant("/etc/passwd"),
    ),
  },
  appendJournal: {
    valid: entry,
    wrong: broken(entry, {
      store: noStore,
      sequence: noNumber,
      json: fc.oneof(noText, withNul, fc.constant("")),
    }),
  },
  subsetFont: {
    valid: { text: "恩平", weight: 400 },
    wrong: broken(
      { text: "恩平", weight: 400 },
      { text: fc.oneof(noText, withNul, fc.constant("长".repeat(20_001))), weight: notIn(400, 600) },
    ),
  },
  openWindow: { valid: undefined, wrong: something },
  log: {
    valid: { level: "info", message: "一行" },
    wrong: broken(
      { level: "info", message: "一行" },
      { level: notIn("info", "warn", "error"), message: fc.oneof(noText, fc.constant("长".repeat(10_001))) },
    ),
  },
};
