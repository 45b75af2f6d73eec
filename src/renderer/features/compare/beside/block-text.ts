import type { TFunction } from "i18next";
import { assertNever } from "#core/assert-never.ts";
import type { Assumption, Block } from "#core/compare/beside/comparison.ts";
import type { SidePair, SideRow } from "#core/compare/beside/side-by-side.ts";
import type { Concept } from "#core/plan/concept.ts";

type BesideWords = TFunction<"beside">;
/** The name of a concept in the reader's language. */
type ConceptName = (concept: Concept) => string;

/** Why two targets cannot be compared, in a sentence. */
export function blockText(block: Block, nameOf: ConceptName, t: BesideWords): string {
  switch (block.kind) {
    case "caliber":
      return t("block.caliber.long", {
        mine: caliberText(block.mine, nameOf, t),
        theirs: caliberText(block.theirs, nameOf, t),
      });
    case "caliber-changed":
      return block.reason === null
        ? t("block.caliber-changed.long")
        : t("block.caliber-changed.because", { reason: block.reason });
    case "base-year":
      return t("block.base-year.long", { mine: block.mine, theirs: block.theirs });
    case "form":
      return block.part === null
        ? t(block.growth === "mine" ? "block.form.mineGrows" : "block.form.theirsGrows")
        : t("block.form.part", { part: nameOf(block.part) });
    case "sum":
      return t(block.side === "mine" ? "block.sum.mine" : "block.sum.theirs");
    case "missing-base":
      return t(`block.missing-base.${block.side}`);
    case "rejected":
      return t(`block.rejected.${block.side}`);
    case "units":
      return t("block.units.long", { mine: block.mine, theirs: block.theirs });
    case "qualitative":
      return t(`block.qualitative.${block.side}`);
    case "not-computable":
      return t(`block.not-computable.${block.side}`);
    default:
      return assertNever(block);
  }
}

/** What was assumed for a comparison, in a sentence. */
export function assumptionText(assumption: Assumption, pair: SidePair, row: SideRow, t: BesideWords): string {
  switch (assumption.kind) {
    case "ratio":
      return t("assumed.ratio", {
        percent: assumption.percent,
        mine: row.indicator.name,
        theirs: pair.theirs.indicator.name,
      });
    case "denominator-growth":
      return t("assumed.denominator-growth", {
        percent: assumption.percent,
        part: pair.theirs.indicator.name,
        share: row.indicator.name,
      });
    case "same-growth":
    case "even-growth":
    case "required-growth":
      return t(`assumed.${assumption.kind}`);
    default:
      return assertNever(assumption);
  }
}

function caliberText(concept: Concept, nameOf: ConceptName, t: BesideWords): string {
  const name = nameOf(concept);
  return concept.differs === null || concept.differs === concept.zh
    ? name
    : t("block.caliber.named", { name, differs: concept.differs });
}
