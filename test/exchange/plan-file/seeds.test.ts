import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { baseValue } from "#core/plan/base-value.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Statement } from "#core/plan/statement.ts";
import { checkSpans } from "#exchange/plan-file/check-spans.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import {
  seedErrorText,
  type Seeds,
  type SeedTexts,
  validateSeeds,
} from "#exchange/plan-file/validate-seeds.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { readSeedTexts, SEEDS_FOLDER } from "../../../scripts/seeds-plugin.ts";

const DOCUMENTS_FOLDER = join(SEEDS_FOLDER, "../../shared/seeds");

const texts: SeedTexts = readSeedTexts(SEEDS_FOLDER);
let seeds: Seeds;

beforeAll(async () => {
  const read = await validateSeeds(texts);
  if (!read.ok) throw new Error(seedErrorText(read.error));
  seeds = read.value;
});

/** The seed files with one text changed; the hashes follow where `sealed`. */
function changed(file: string, change: (text: string) => string, sealed: boolean): SeedTexts {
  const next: Record<string, string> = { ...texts, [file]: change(texts[file] ?? "") };
  if (sealed) {
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    next["manifest.json"] = (next["manifest.json"] ?? "").replace(
      hash(texts[file] ?? ""),
      hash(next[file] ?? ""),
    );
  }
  return next;
}

function without(file: string): SeedTexts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== file));
}

async function faultOf(broken: SeedTexts): Promise<string> {
  const read = await validateSeeds(broken);
  return read.ok ? "sound" : seedErrorText(read.error);
}

describe("the seeds", () => {
  // The five plans of the seeds, with the GB/T 2260 codes of their jurisdictions and their periods.
  test("are the five plans of their jurisdictions and periods", () => {
    const plans = seeds.plans.map(({ id, jurisdiction, period }) => [
      id,
      jurisdiction,
      period.start,
      period.end,
    ]);
    expect(plans).toEqual([
      ["enping-13", "440785", 2016, 2020],
      ["heshan-14", "440784", 2021, 2025],
      ["jiangmen-14", "440700", 2021, 2025],
      ["shaoguan-2017", "440200", 2017, 2020],
      ["taishan-13", "440781", 2016, 2020],
    ]);
  });

  test("are read back as they are written", () => {
    for (const plan of seeds.plans) {
      const json = JSON.stringify(writePlanFile(plan));
      expect(readPlanFile(JSON.parse(json), "bundled")).toEqual({ ok: true, value: plan });
    }
  });

  test("back every observation and target by a statement with evidence or a derivation", () => {
    const unbacked = seeds.plans.flatMap((plan) =>
      plan.indicators.flatMap((indicator) => {
        const backing = [...indicator.sources, ...indicator.targets].map(({ statement }) => statement);
        const known = plan.statements.filter(({ id }) => backing.includes(id));
        return backing.includes(null) || known.some(noPlace) ? [indicator.id] : [];
      }),
    );
    expect(unbacked).toEqual([]);
  });

  test("have a value for every base year that they name", () => {
    const missing = seeds.plans.flatMap((plan) =>
      plan.indicators.flatMap((indicator, row) =>
        indicator.base !== null && baseValue(plan, row)?.year !== indicator.base.year ? [indicator.id] : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  // Enping: 33 is the target for national enterprises, of which there were 9 in 2015 (plan text, goals section).
  test("start Enping's national high-tech enterprises from 9", () => {
    const enping = plan("enping-13");
    const row = enping.indicators.findIndex(({ concept }) => concept === "national-high-tech-enterprises");
    expect(baseValue(enping, row)).toEqual({
      year: 2015,
      quantity: { value: 9, unit: "家", decimals: 0 },
      provisional: false,
    });
  });
});

describe("a broken seed file is named with its place and reason", () => {
  test.each([
    [
      "a changed value",
      "plans/enping-13.json",
      (text: string) => `${text} `,
      false,
      /^seeds\/plans\/enping-13\.json: wrong hash: /u,
    ],
    [
      "half a file",
      "concepts.json",
      (text: string) => text.slice(0, 99),
      true,
      /^seeds\/concepts\.json: not JSON: /u,
    ],
    [
      "an unknown jurisdiction",
      "plans/enping-13.json",
      (text: string) => text.replace('"440785"', '"999999"'),
      true,
      /^seeds\/plans\/enping-13\.json: jurisdiction: "999999" does not exist$/u,
    ],
    [
      "an unknown key",
      "plans/enping-13.json",
      (text: string) => text.replace('"title"', '"colour": 1, "title"'),
      true,
      /^seeds\/plans\/enping-13\.json: unknown key "colour"$/u,
    ],
  ])("%s", async (_what, file, change, sealed, message) => {
    expect(await faultOf(changed(file, change, sealed))).toMatch(message);
  });

  test("a missing and an unlisted file", async () => {
    expect(await faultOf(without("plans/enping-13.json"))).toBe(
      "seeds/plans/enping-13.json: the file is missing",
    );
    expect(await faultOf({ ...texts, "plans/more.json": "{}" })).toBe(
      "seeds/plans/more.json: the file is not in the manifest",
    );
  });

  test("no manifest at all", async () => {
    expect(await faultOf(without("manifest.json"))).toBe("seeds/manifest.json: the file is missing");
  });
});

const present = existsSync(DOCUMENTS_FOLDER);
const suite = present
  ? "the spans of the seeds"
  : "the spans of the seeds (the documents are not on this machine)";

describe.skipIf(!present)(suite, () => {
  test("hold the numbers as printed, in the documents that the plans name", () => {
    for (const { documents } of seeds.plans) {
      for (const { file, sha256 } of documents) {
        expect(
          createHash("sha256")
            .update(readFileSync(join(DOCUMENTS_FOLDER, file)))
            .digest("hex"),
        ).toBe(sha256);
      }
    }
    const faults = seeds.plans.flatMap((each) => {
      const documents = Object.fromEntries(
        each.documents.map(({ file }) => [file, readFileSync(join(DOCUMENTS_FOLDER, file), "utf8")]),
      );
      return checkSpans(each, documents).map(
        ({ path, reason }) => `${each.id} ${path} ${JSON.stringify(reason)}`,
      );
    });
    expect(faults).toEqual([]);
  });
});

function noPlace({ evidence, derivation }: Statement): boolean {
  return evidence === null && derivation === null;
}

function plan(id: string): Plan {
  const found = seeds.plans.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No plan ${id}`);
  return found;
}
