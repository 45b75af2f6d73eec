import { describe, expect, test } from "vitest";
import { readKept } from "#renderer/data/read-kept.ts";
import { z } from "#renderer/data/db/schema-library.ts";

const schema = z.object({ text: z.string() });

describe("what a page kept for itself", () => {
  test("is read as its schema knows it", () => {
    expect(readKept('{"text":"达到9"}', schema)).toEqual({ text: "达到9" });
  });

  test.each([null, "", "{", '{"text":', "null", "7", "[]", '{"text":7}', '{"other":"a"}', '"达到9"'])(
    "is nothing where it is %j",
    (kept) => {
      expect(readKept(kept, schema)).toBeNull();
    },
  );
});
