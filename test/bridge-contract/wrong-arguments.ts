import fc from "fast-check";
import { BACKUP_REASONS } from "#bridge/argument-guards.ts";
import type { BridgeMethod } from "#bridge/desktop-bridge.ts";
import { MAX_ENTRY_LENGTH } from "#bridge/journal.ts";

/** A valid argument of a method and values that it must refuse; all of them can cross every shell's channel. */
export interface ArgumentCase {
  readonly valid: unknown;
  readonly wrong: fc.Arbitrary<unknown>;
}

const png = { kind: "png", suggestedName: "图", bytes: Uint8Array.of(1, 2, 3) };
const entry = { store: "main", sequence: 1, after: null, json: "{}", offset: 0, more: false };
const place = { store: "main", after: 0, offset: 0 };
const backup = { store: "main", sequence: 1, reason: "manual", plans: 1, bytes: Uint8Array.of(1) };
const backupId = `20261129T055149123Z.manual.1.1.main.${"0".repeat(32)}`;

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

/** Numbers that are no whole number from 0 on. */
const noCount = noNumber.filter((value) => value !== 0);
const noBackupId = fc.oneof(
  noText,
  fc.string(),
  fc.constantFrom(
    "",
    "../settings",
    `${backupId}.wunian`,
    backupId.replace("main", "../main"),
    "a".repeat(300),
  ),
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
      fc
        .constantFrom("", " 林", "林\n晓", "林\0", "林".repeat(61), "\ud800", 7, ["林"], true)
        .map((planner) => ({ planner })),
      notIn(true, false).map((tourDismissed) => ({ tourDismissed })),
      fc.tuple(fc.string({ minLength: 1 }), json).map(([name, value]) => ({ [`extra ${name}`]: value })),
      fc.constantFrom("relative/folder", ".", "..").map((exportFolder) => ({ exportFolder })),
      fc.constantFrom("relative/folder", ".", "..", "", 7, ["/x"]).map((backupFolder) => ({ backupFolder })),
    ),
  },
  chooseExportFolder: { valid: undefined, wrong: something },
  chooseBackupFolder: { valid: undefined, wrong: something },
  saveFile: {
    valid: png,
    wrong: broken(png, {
      kind: notIn("png", "svg", "plan"),
      suggestedName: fc.oneof(noText, withNul, fc.constant("长".repeat(501))),
      bytes: noBytes,
    }),
  },
  openFiles: {
    valid: ["text", "plan"],
    wrong: fc.oneof(
      json.filter((value) => !Array.isArray(value)),
      fc.constantFrom<unknown>([], ["text", "text"], [null], [["text"]], { 0: "text", length: 1 }),
      fc.array(notIn("text", "plan"), { minLength: 1 }),
      notIn("text", "plan").map((kind) => ["text", kind]),
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
      after: fc.constantFrom<unknown>(0, 1, 2, -1, 0.5, "0", undefined),
      json: fc.oneof(noText, withNul, fc.constant("")),
      offset: fc.oneof(noCount, fc.constant(MAX_ENTRY_LENGTH)),
      more: notIn(true, false),
    }),
  },
  journalHeads: { valid: undefined, wrong: something },
  readJournal: {
    valid: place,
    wrong: broken(place, {
      store: noStore,
      after: noCount,
      offset: fc.oneof(noCount, fc.constant(MAX_ENTRY_LENGTH)),
    }),
  },
  restartJournal: { valid: "main", wrong: noStore },
  compactJournal: { valid: "main", wrong: noStore },
  writeBackup: {
    valid: backup,
    wrong: broken(backup, {
      store: noStore,
      sequence: noCount,
      reason: notIn(...BACKUP_REASONS),
      plans: fc.oneof(noCount, fc.constant(1_000_000)),
      bytes: fc.oneof(noBytes, fc.constant(new Uint8Array())),
    }),
  },
  listBackups: { valid: undefined, wrong: something },
  readBackup: { valid: backupId, wrong: noBackupId },
  verifyBackup: { valid: backupId, wrong: noBackupId },
  diskSpace: { valid: undefined, wrong: something },
  subsetFont: {
    valid: { text: "恩平", weight: 400 },
    wrong: broken(
      { text: "恩平", weight: 400 },
      {
        text: fc.oneof(noText, withNul, fc.constant("长".repeat(20_001))),
        weight: notIn(400, 600),
        format: notIn("woff2", "truetype", undefined),
      },
    ),
  },
  printPdf: {
    valid: "恩平市科技创新规划",
    wrong: fc.oneof(noText, withNul, fc.constantFrom("", "两\n行", "长".repeat(501))),
  },
  openWindow: { valid: undefined, wrong: something },
  emptyDatabase: { valid: undefined, wrong: something },
  log: {
    valid: { level: "info", message: "一行" },
    wrong: broken(
      { level: "info", message: "一行" },
      { level: notIn("info", "warn", "error"), message: fc.oneof(noText, fc.constant("长".repeat(10_001))) },
    ),
  },
};
