import type { TFunction } from "i18next";
import { assertNever } from "#core/assert-never.ts";
import type { ShownContent } from "#core/history/compare-plans.ts";
import type { Deed } from "#core/history/deed.ts";
import type { JournalEntry } from "#core/history/journal-entry.ts";
import { SECTION_TITLES } from "#core/report/sections.ts";
import type { Attribute, Field } from "#core/plan/plan.ts";

/** The words of the history, and those of the indicator room for attributes. */
export type HistoryWords = TFunction<readonly ["history", "grid"]>;

/** A cell's name: 2030 年目标, 责任部门. */
export function fieldText(field: Field, words: HistoryWords): string {
  return "year" in field
    ? words(`history:field.${field.kind}`, { year: field.year })
    : words(`history:field.${field.kind}`);
}

/** What the planner did, in few words. */
export function deedText(deed: Deed, words: HistoryWords): string {
  switch (deed.type) {
    case "editCell":
      return words(`history:deed.${deed.origin ?? deed.type}`);
    case "remark":
    case "cite":
    case "matchIndicator":
    case "setConcept":
    case "takeUpDropped":
    case "merge":
    case "restore":
    case "keepScenarios":
    case "setOverride":
    case "dropOverrides":
    case "noteScenario":
    case "rebaseScenario":
    case "removeScenario":
    case "removeDriver":
    case "takeIn":
      return words(`history:deed.${deed.type}`);
    case "addScenario":
    case "renameScenario":
    case "duplicateScenario":
    case "addDriver":
    case "editDriver":
      return words(`history:deed.${deed.type}`, { name: deed.name });
    case "writeSection":
      return words("history:deed.writeSection", { name: SECTION_TITLES[deed.section] });
    case "editCells":
      return words(`history:deed.${deed.origin === null ? deed.type : (`${deed.origin}Cells` as const)}`, {
        count: deed.cells,
      });
    case "clearCells":
      return words(`history:deed.${deed.type}`, { count: deed.cells });
    case "changeUnit":
      return words("history:deed.changeUnit", { unit: deed.unit });
    case "addIndicators":
    case "duplicateIndicators":
    case "removeIndicators":
    case "moveIndicators":
      return words(`history:deed.${deed.type}`, { count: deed.rows });
    case "batch": {
      const list = [...new Set(deed.deeds.map((part) => deedText(part, words)))].join(
        words("history:deed.join"),
      );
      // What a paste adds is a part of it, and it names itself.
      const named = deed.deeds.some((part) => "origin" in part && part.origin !== null);
      return named ? list : words("history:deed.batch", { list });
    }
    default:
      return assertNever(deed);
  }
}

/** What an entry of the journal did. */
export function entryText(entry: JournalEntry, words: HistoryWords): string {
  switch (entry.kind) {
    case "do":
      return deedText(entry.deed, words);
    case "undo":
    case "redo":
      return words(`history:entry.${entry.kind}`, { deed: deedText(entry.deed, words) });
    case "rename":
      return words("history:entry.rename", { title: entry.title });
    case "version":
    case "renameVersion":
      return words(`history:entry.${entry.kind}`, { name: entry.name });
    case "create":
    case "remove":
    case "removeVersion":
      return words(`history:entry.${entry.kind}`);
    default:
      return assertNever(entry);
  }
}

/** What a cell of this kind showed, in one text; 空 where it was empty. */
export function contentText(shown: ShownContent | null, field: Field, words: HistoryWords): string {
  if (shown === null) return words("history:shown.nothing");
  const { text, unit, rejected } = shown;
  if (rejected) return words("history:shown.rejected", { text });
  if (field.kind === "attribute") return isAttribute(text) ? words(`grid:attribute.${text}`) : text;
  return unit === "" ? text : words("history:shown.withUnit", { text, unit });
}

function isAttribute(text: string): text is Attribute {
  return text === "binding" || text === "anticipatory" || text === "unspecified";
}
