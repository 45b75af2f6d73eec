import { describe, expect, test } from "vitest";
import { attachSummary } from "#renderer/app/attach-summary.ts";
import type { AttachOutcome } from "#renderer/data/sources/attach-files.ts";

const attached: AttachOutcome = { kind: "attached", name: "甲.txt", title: "甲规划" };
const present: AttachOutcome = { kind: "present", name: "乙.txt", title: "乙规划" };
const unknown: AttachOutcome = { kind: "unknown", name: "丙.txt" };
const full: AttachOutcome = {
  kind: "not-stored",
  name: "丁.txt",
  title: "丁规划",
  error: { kind: "storage", reason: "quota", detail: "full" },
};

describe("the report of files that were attached together", () => {
  test("is good news when every original is there", () => {
    expect(attachSummary([attached, present])).toEqual({
      attached: ["甲规划"],
      present: ["乙规划"],
      refused: [],
      tone: "done",
    });
  });

  test("names the files that are no originals", () => {
    const summary = attachSummary([unknown, attached]);
    expect(summary.refused).toEqual([unknown]);
    expect(summary.attached).toEqual(["甲规划"]);
    expect(summary.tone).toBe("warn");
  });

  test("is an error when an original could not be stored", () => {
    expect(attachSummary([unknown, full]).tone).toBe("error");
  });
});
